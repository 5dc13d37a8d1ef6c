"""The site's settings for a test run: state is thrown away, only DATABASE_URL is the machine's."""

import atexit
import os
import shutil
import tempfile

for _name in (
    "SECRET_KEY",
    "SECRET_KEY_FALLBACKS",
    "DEBUG",
    "ALLOWED_HOSTS",
    "SITE_URL",
    "HOST",
    "PORT",
    "EMAIL_URL",
    "APPROVE_ARTICLES",
):
    os.environ.pop(_name, None)
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="relations-tests-")
atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)

from relations_site.settings import *  # noqa: E402, F403
from relations_site.settings import DATABASES, INSTALLED_APPS, STORAGES, VAR_DIR  # noqa: E402

# A file, not memory: a browser's requests come side by side, and a database in memory refuses the
# second at once where one in a file lets it wait. Nothing in it has to outlive the power.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;"
    )

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Static files come straight from their sources: no `collectstatic` before a test.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# The smallest kinds of content, for the tests of publishing itself.
INSTALLED_APPS = [*INSTALLED_APPS, "tests.pieces"]
