"""`deploy/make-venv` says in one line what the machine lacks."""

import subprocess
import sys
from pathlib import Path

import pytest

MAKE_VENV = Path(__file__).parent.parent.parent / "deploy" / "make-venv"


@pytest.fixture
def python(tmp_path):
    """A python3 that lacks what the test says: a wrapper that runs `before` first."""

    def wrapper(before: str) -> Path:
        path = tmp_path / "python3"
        path.write_text(
            "#!/bin/sh\n"
            f'exec "{sys.executable}" -c \'import sys; {before}; exec(sys.argv[1])\' "$2"\n'
        )
        path.chmod(0o755)
        return path

    return wrapper


def refusal(python: object, tmp_path: Path) -> str:
    done = subprocess.run(
        [MAKE_VENV, str(python), tmp_path / "venv"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert not (tmp_path / "venv").exists()
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_no_python_at_all(tmp_path):
    assert "apt install python3 python3-venv" in refusal("no-such-python", tmp_path)


def test_a_python_that_is_too_old(python, tmp_path):
    old = python("sys.version_info = (3, 10, 4)")
    said = refusal(old, tmp_path)
    assert "needs Python 3.11 or newer" in said
    assert "is 3.10." in said


def test_a_python_without_venv(python, tmp_path):
    bare = python('sys.modules["ensurepip"] = None')
    version = "{}.{}".format(*sys.version_info)
    assert f"apt install python{version}-venv" in refusal(bare, tmp_path)
