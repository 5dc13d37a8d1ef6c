import pytest

from relations_site import checks, databases


def found() -> list[str]:
    return [message.id for message in checks.check_machine(None)]


@pytest.fixture(autouse=True)
def var(settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", tmp_path / "db.sqlite3")
    return tmp_path


def test_a_sound_machine_passes(var):
    assert found() == []


def test_every_message_says_what_to_do(settings, var):
    settings.SITE_URL, settings.DEBUG = "https://relations.example", True
    (var / "accounts.txt").write_text("")
    messages = checks.check_machine(None)
    assert len(messages) == 3
    assert all(message.hint for message in messages)


def test_state_that_cannot_be_written_is_an_error(settings):
    settings.VAR_DIR = settings.VAR_DIR / "gone"
    assert found() == ["relations.E001"]


@pytest.mark.parametrize("name", ["secret", "accounts.txt"])
@pytest.mark.parametrize(("mode", "ids"), [(0o600, []), (0o640, ["relations.E002"])])
def test_files_with_secrets_are_for_their_owner_alone(name, mode, ids, var):
    (var / name).touch()
    (var / name).chmod(mode)
    assert found() == ids


@pytest.mark.parametrize(
    ("library_is_safe", "header", "ids"),
    [
        (False, b"SQLite format 3\x00\x10\x00\x02\x02", ["relations.E003"]),
        (False, b"SQLite format 3\x00\x10\x00\x01\x01", []),
        (True, b"SQLite format 3\x00\x10\x00\x02\x02", []),
        (False, b"", []),
    ],
)
def test_wal_with_a_library_that_loses_rows_is_an_error(
    library_is_safe, header, ids, var, monkeypatch
):
    monkeypatch.setattr(databases, "wal_is_safe", lambda: library_is_safe)
    (var / "db.sqlite3").write_bytes(header)
    assert found() == ids


@pytest.mark.parametrize(
    ("site_url", "debug", "ids"),
    [
        ("https://relations.example", True, ["relations.E004"]),
        ("https://relations.example", False, []),
        ("http://localhost:8000", True, []),
    ],
)
def test_debug_is_for_local_hosts_alone(site_url, debug, ids, settings):
    settings.SITE_URL, settings.DEBUG = site_url, debug
    assert found() == ids


def test_a_public_site_without_a_named_proxy_is_a_warning(settings):
    settings.SITE_URL, settings.TRUSTED_PROXIES = "https://relations.example", []
    assert found() == ["relations.W006"]


def test_sample_accounts_on_a_public_site_are_a_warning(settings, var):
    settings.SITE_URL = "https://relations.example"
    (var / "accounts.txt").touch(mode=0o600)
    assert found() == ["relations.W005"]
