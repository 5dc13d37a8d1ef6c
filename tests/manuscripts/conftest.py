import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from manuscripts.models import ImportedManuscript


@pytest.fixture
def kept_files() -> Iterator[Path]:
    """Where imported manuscripts are kept, empty at first."""
    folder = Path(ImportedManuscript._meta.get_field("file").storage.path("manuscripts"))
    shutil.rmtree(folder, ignore_errors=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
