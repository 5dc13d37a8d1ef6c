"""What staff and readers read in Japanese and Korean, as complete as it is in English."""

import contextlib
import gettext
import re
import shutil
import subprocess
from pathlib import Path

import content_editor
import pytest
from django.conf import settings
from django.core.management import call_command
from django.template.loader import render_to_string
from django.test import override_settings
from django.utils.translation import get_language_info, override

from tests.machine import require

LANGUAGES = ["ja", "ko"]
NOT_OURS = (".*", "__pycache__", "locale", "tests", "var")
# What has to come through a translation unharmed: %(name)s, {name}, <b>, &nbsp;
FIXED = re.compile(r"%\(\w+\)[sd]|\{\w*\}|<[^>]+>|&\w+;")
FOREIGN = {"ja": re.compile("[가-힣]"), "ko": re.compile("[ぁ-ヿ]")}


@pytest.fixture(autouse=True, scope="module")
def gettext_tools() -> None:
    require("msgfmt")


@pytest.fixture(scope="module")
def marked(tmp_path_factory) -> Path:
    """All that code and templates mark, from a copy: the extraction writes beside its sources."""
    copy = tmp_path_factory.mktemp("marked") / "site"
    shutil.copytree(settings.BASE_DIR, copy, ignore=shutil.ignore_patterns(*NOT_OURS))
    (copy / "locale").mkdir()
    with contextlib.chdir(copy), override_settings(LOCALE_PATHS=[copy / "locale"]):
        call_command("makemessages", locale=["ja"], keep_pot=True, verbosity=0)
    return copy / "locale" / "django.pot"


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return request.param


def catalogue(language: str, ending: str = "po") -> Path:
    return Path(settings.BASE_DIR, "locale", language, "LC_MESSAGES", f"django.{ending}")


def translations(compiled: Path) -> gettext.GNUTranslations:
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)


def texts(language: str) -> dict[str, str]:
    """English to the translation; of a plural its singular, with which ours have to agree."""
    found = translations(catalogue(language, "mo"))._catalog
    words = ((key if isinstance(key, str) else key[0], text) for key, text in found.items())
    return {key.rpartition("\4")[2]: text for key, text in words if key}


def complaints(*command: str | Path) -> str:
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout + result.stderr


def test_what_is_marked_is_translated_and_nothing_else(language, marked):
    """`make messages`, then translate what is empty or fuzzy."""
    assert complaints("msgcmp", catalogue(language), marked) == ""


def test_the_block_editor_speaks_it_too(language, tmp_path):
    """django-content-editor has neither language: package_words.py marks its strings."""
    theirs = tmp_path / "theirs.pot"
    sources = Path(content_editor.__file__).parent.glob("*.py")
    subprocess.run(["xgettext", "-o", theirs, *sources], check=True)
    lacking = complaints("msgcmp", catalogue(language), theirs)
    assert "used but not defined" not in lacking


def test_the_catalogue_is_well_formed(language, tmp_path):
    assert complaints("msgfmt", "--check", "-o", tmp_path / "checked.mo", catalogue(language)) == ""


def test_what_is_compiled_is_what_was_written(language, tmp_path):
    """`make messages` compiles."""
    compiled = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "-o", compiled, catalogue(language)], check=True)
    committed = catalogue(language, "mo")
    assert translations(compiled)._catalog == translations(committed)._catalog


def test_names_and_tags_come_through(language):
    changed = {
        english: text
        for english, text in texts(language).items()
        if set(FIXED.findall(english)) != set(FIXED.findall(text))
    }
    assert not changed


def test_one_form_serves_for_any_number(language):
    forms = translations(catalogue(language, "mo")).info()["plural-forms"]
    assert forms == "nplurals=1; plural=0;"


def test_no_text_is_in_the_other_language(language):
    assert not [text for text in texts(language).values() if FOREIGN[language].search(text)]


@pytest.mark.parametrize(
    ("language", "expected"), [("ja", "斎藤 祐子 教授"), ("ko", "사이토 유코 교수")]
)
def test_an_honorific_follows_the_name(language, expected):
    name, _space, honorific = expected.rpartition(" ")
    with override(language):
        shown = render_to_string(
            "components/person_name.html", {"honorific": honorific, "name": name}
        )
    assert shown.strip() == expected


@pytest.mark.parametrize(("language", "english"), [("ja", "英語"), ("ko", "영어")])
def test_english_is_named_without_a_country(language, english):
    with override(language):
        assert get_language_info("en")["name_translated"] == english
