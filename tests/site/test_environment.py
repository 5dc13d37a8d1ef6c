from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from relations_site import environment


@pytest.mark.parametrize(
    ("reader", "given", "says"),
    [
        (lambda: environment.flag("X", True), "maybe", "X is 'maybe'. Write X=yes or X=no."),
        (
            lambda: environment.port("X", 8000),
            "80a",
            "X is '80a'. Write a number from 1 to 65535, such as X=8000.",
        ),
        (lambda: environment.port("X", 8000), "70000", "1 to 65535"),
        (lambda: environment.port("X", 8000), "٣", "1 to 65535"),
        (lambda: environment.hosts("X"), "*", "Write host names"),
        (lambda: environment.hosts("X"), "https://relations.example", "Write host names"),
        (lambda: environment.site_url("X", ""), "relations.example", "Write an address such as"),
        (lambda: environment.site_url("X", ""), "https://a.example/path", "Write an address"),
        (lambda: environment.site_url("X", ""), "https://me@a.example", "Write an address"),
        (lambda: environment.site_url("X", ""), "https://a.example:port", "Write an address"),
        (lambda: environment.site_url("X", ""), "ftp://localhost", "Write X=https://localhost"),
        (
            lambda: environment.site_url("X", ""),
            "http://a.example",
            "Write X=https://a.example; http is for localhost alone.",
        ),
        (
            lambda: environment.directory("X", Path("/tmp/var")),
            "/dev/null/var",
            "Write a directory that this user may create and fill",
        ),
    ],
)
def test_nonsense_is_refused_with_what_to_write_instead(reader, given, says, monkeypatch):
    monkeypatch.setenv("X", given)
    with pytest.raises(ImproperlyConfigured) as refusal:
        reader()
    assert f"X is {given!r}." in str(refusal.value)
    assert says in str(refusal.value)


@pytest.mark.parametrize("given", ["", "   "])
def test_a_variable_that_is_set_but_empty_has_its_default(given, monkeypatch):
    monkeypatch.setenv("X", given)
    assert environment.port("X", 8000) == 8000
    assert environment.flag("X", False) is False
    assert environment.hosts("X") == []


@pytest.mark.parametrize(("given", "read"), [("yes", True), ("1", True), ("Off", False)])
def test_flags_are_read_in_the_usual_spellings(given, read, monkeypatch):
    monkeypatch.setenv("X", given)
    assert environment.flag("X", not read) is read


def test_hosts_are_parted_by_commas(monkeypatch):
    monkeypatch.setenv("X", "a.example, b.example,")
    assert environment.hosts("X") == ["a.example", "b.example"]


@pytest.mark.parametrize(
    "given", ["http://localhost:8000", "http://[::1]:8000", "https://relations.example"]
)
def test_an_address_is_kept_without_its_trailing_slash(given, monkeypatch):
    monkeypatch.setenv("X", given + "/")
    assert environment.site_url("X", "") == given


def test_a_host_is_written_as_allowed_hosts_takes_it():
    assert environment.host_of("http://[::1]:8000") == "[::1]"
    assert environment.host_of("https://Relations.example:444") == "relations.example"


def test_a_directory_is_made_for_this_user_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("X", "state")
    made = environment.directory("X", tmp_path / "var")
    assert made == tmp_path / "state"
    assert made.stat().st_mode & 0o777 == 0o700
