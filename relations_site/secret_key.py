"""Where the secret key comes from: the environment, or at a local host a file in VAR_DIR."""

import os
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

SHORTEST = 50
SAMPLES = ("django-insecure-", "replace", "change", "secret", "sample", "example")
MAKE_ONE = 'python3 -c "import secrets; print(secrets.token_urlsafe(64))"'


def secret_key(given: str, *, kept_in: Path, local: bool) -> str:
    """The key to sign with.

    At a local host a missing key is made once and kept; anywhere else it has to be given.
    Raises ImproperlyConfigured for a missing, short or sample key.
    """
    if not given and local:
        return _kept(kept_in)
    problem = _problem(given)
    if problem:
        raise ImproperlyConfigured(f"SECRET_KEY is {problem}. Make one: {MAKE_ONE}")
    return given


def former_keys(given: str) -> list[str]:
    """Keys that no longer sign, but whose signatures hold and whose secrets can be read.

    Raises ImproperlyConfigured for one that can never have been the key, such as half of one.
    """
    keys = [key.strip() for key in given.split(",") if key.strip()]
    for problem in filter(None, map(_problem, keys)):
        instead = "Write former values of SECRET_KEY, separated by commas."
        raise ImproperlyConfigured(f"A key in SECRET_KEY_FALLBACKS is {problem}. {instead}")
    return keys


def _problem(key: str) -> str:
    if not key:
        return "missing"
    if key.lower().startswith(SAMPLES) or len(set(key)) < 10:
        return "a sample"
    if len(key) < SHORTEST:
        return f"too short ({len(key)} characters of at least {SHORTEST})"
    return ""


def _kept(path: Path) -> str:
    if not path.exists():
        _make(path)
    return path.read_text()


def _make(path: Path) -> None:
    """Write whole, then link: of two commands that start at once, both end up with one key."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".secret-")
    try:
        with os.fdopen(handle, "w") as file:
            file.write(get_random_secret_key())
        os.link(name, path)
    except FileExistsError:
        pass  # the other command was first: its key is the key
    finally:
        Path(name).unlink()
