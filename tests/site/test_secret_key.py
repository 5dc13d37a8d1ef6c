from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ImproperlyConfigured

from relations_site.secret_key import former_keys, secret_key

GOOD = "k7Qz-92hf_Lw0pXc4mVbN8sRt1yUeJ3aGd6iOoPqWzxEvTnB5KMH"


def test_at_a_local_host_a_missing_key_is_made_once_and_kept(tmp_path):
    kept_in = tmp_path / "secret"
    first = secret_key("", kept_in=kept_in, local=True)
    assert len(first) >= 50
    assert secret_key("", kept_in=kept_in, local=True) == first
    assert kept_in.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_commands_that_start_at_once_end_up_with_one_key(tmp_path):
    def start(_):
        return secret_key("", kept_in=tmp_path / "secret", local=True)

    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(start, range(64)))) == 1


def test_a_given_key_is_used_and_nothing_is_written(tmp_path):
    assert secret_key(GOOD, kept_in=tmp_path / "secret", local=True) == GOOD
    assert not list(tmp_path.iterdir())


def test_whoever_comes_second_takes_the_key_of_the_first(tmp_path, monkeypatch):
    first = secret_key("", kept_in=tmp_path / "secret", local=True)
    monkeypatch.setattr("pathlib.Path.exists", lambda path: False)  # looked before it was there
    assert secret_key("", kept_in=tmp_path / "secret", local=True) == first


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("", "missing"),
        (GOOD[:49], "too short (49 characters of at least 50)"),
        ("django-insecure-" + GOOD, "a sample"),
        ("change-me-" + GOOD, "a sample"),
        ("x" * 60, "a sample"),
    ],
)
def test_elsewhere_a_missing_short_or_sample_key_stops_the_start(given, says, tmp_path):
    with pytest.raises(ImproperlyConfigured) as refusal:
        secret_key(given, kept_in=tmp_path / "secret", local=False)
    assert str(refusal.value).startswith(f"SECRET_KEY is {says}.")
    assert "\n" not in str(refusal.value)
    assert not list(tmp_path.iterdir())


def test_former_keys_are_parted_by_commas():
    assert former_keys(f"{GOOD}, {GOOD[::-1]},") == [GOOD, GOOD[::-1]]
    assert former_keys("") == []


@pytest.mark.parametrize("half", [GOOD[:20], f"{GOOD},{GOOD[20:]}"])
def test_half_a_former_key_stops_the_start_and_is_not_told(half):
    with pytest.raises(ImproperlyConfigured) as refusal:
        former_keys(half)
    assert str(refusal.value).startswith("A key in SECRET_KEY_FALLBACKS is too short")
    assert GOOD[20:] not in str(refusal.value)
