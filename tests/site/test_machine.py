import pytest

from tests import machine


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch):
    monkeypatch.setattr(machine, "find", lambda program: None)


def test_a_missing_program_skips_with_the_package_to_install(monkeypatch):
    monkeypatch.delenv("REQUIRE_ALL", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt install chromium"):
        machine.require("chromium")


def test_where_everything_is_required_it_fails(monkeypatch):
    monkeypatch.setenv("REQUIRE_ALL", "1")
    with pytest.raises(pytest.fail.Exception, match="apt install postgresql"):
        machine.require("initdb")
