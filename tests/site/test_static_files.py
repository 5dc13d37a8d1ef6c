import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from relations_site import static_files

NAMED = re.compile(r"{%\s*static\s+['\"]([^'\"]+)['\"]")


def test_every_static_file_that_a_template_names_exists():
    """In production a wrong name is an error page; here the names are not looked up."""
    missing = [
        (template.name, name)
        for template in Path(settings.BASE_DIR, "templates").rglob("*.html")
        for name in NAMED.findall(template.read_text())
        if not finders.find(name)
    ]
    assert not missing


@pytest.fixture
def source(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    finders.get_finder.cache_clear()
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "site.css").write_text("a {}")
    yield tmp_path / "source"
    finders.get_finder.cache_clear()


def test_collected_files_are_current_until_a_source_changes(source):
    assert not static_files.are_current()
    static_files.collect()
    assert static_files.are_current()
    (source / "site.css").write_text("b { color: red }")
    assert not static_files.are_current()


def test_a_removed_source_is_noticed(source):
    (source / "old.css").write_text("")
    static_files.collect()
    (source / "old.css").unlink()
    assert not static_files.are_current()
