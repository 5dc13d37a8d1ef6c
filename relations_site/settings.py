"""The one settings file. What may differ from machine to machine comes from the environment."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE
from js_asset import static_lazy

from relations_site import databases, environment, mail, transport
from relations_site.secret_key import former_keys, secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

# --- From the environment

HOST = environment.text("HOST", "127.0.0.1")
PORT = environment.port("PORT", 8000)
_HOST_IN_URL = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]"}.get(HOST, HOST)  # noqa: S104
SITE_URL = environment.site_url("SITE_URL", f"http://{_HOST_IN_URL}:{PORT}")
_LOCAL = environment.is_local(SITE_URL)

# All state lies here: database, media, private files, stored pages, secret, sample accounts.
VAR_DIR = environment.directory("VAR_DIR", BASE_DIR / "var")

SECRET_KEY = secret_key(environment.text("SECRET_KEY"), kept_in=VAR_DIR / "secret", local=_LOCAL)
SECRET_KEY_FALLBACKS = former_keys(environment.text("SECRET_KEY_FALLBACKS"))
DEBUG = environment.flag("DEBUG", default=False)
ALLOWED_HOSTS = [
    environment.host_of(SITE_URL),
    *environment.hosts("ALLOWED_HOSTS"),
    *(environment.LOCAL_HOSTS if _LOCAL else []),
]
TRUSTED_PROXIES = environment.networks("TRUSTED_PROXIES")
DATABASES = {
    "default": databases.database(environment.text("DATABASE_URL"), default=VAR_DIR / "db.sqlite3")
}
REQUIRE_SECOND_FACTOR: bool
globals().update(transport.settings_for(SITE_URL))

# --- The house

INSTALLED_APPS = [
    # Before ours, which puts another page in place of its own.
    "relations_site.background.BackgroundWork",
    "relations_site",
    "manuscripts",
    "desk",
    "site_pages",
    "articles",
    "quotes",
    "timeline",
    "faqs",
    "promos",
    "newsroom.publishing",
    "newsroom.unsaved",
    "newsroom.bookmarks",
    "newsroom.richtext",
    "newsroom.sources",
    "newsroom.images",
    "newsroom.search",
    "newsroom.staff",
    "taggit",
    "content_editor",
    "django_prose_editor",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "relations_site.admin_app.AdminApp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

# What adds headers stands outermost, so that every answer bears them, errors and files included.
MIDDLEWARE = [
    "relations_site.middleware.permissions_policy",
    "relations_site.middleware.ContentSecurityPolicy",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "newsroom.staff.middleware.timed_sessions",
    "newsroom.staff.middleware.personal_desk",
    "newsroom.staff.middleware.SecondFactorFirst",
    "newsroom.staff.middleware.AccountPages",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "relations_site.urls"
WSGI_APPLICATION = "relations_site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "site_pages.context.site",
            ],
        },
    },
]

# --- Languages and time

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ja", "日本語"), ("ko", "한국어")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
FORMAT_MODULE_PATH = ["relations_site.formats"]

# --- Cache: limits of sign-in, the same for all processes and after a restart

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- Readers who send forms

CONTACT_OF_READERS_KEPT = timedelta(days=90)

# --- Files

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "newsroom.images.files.WholeFiles"},
    "private": {
        "BACKEND": "newsroom.images.files.WholeFiles",
        "OPTIONS": {
            "location": VAR_DIR / "private",
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_HANDLERS = [
    "newsroom.images.uploads.NoLongerThanAPicture",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
WHITENOISE_ALLOW_ALL_ORIGINS = False
PAGE_STORE_DIR = VAR_DIR / "pages"

# --- The text editor: what it has beside its own. What it makes, `newsroom.richtext` cleans.

DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy(f"admin_desk/richtext/{module}.js")],
        "extensions": {extension: lambda _config, _allowed: None},
    }
    for extension, module in {"Note": "note", "CleanPaste": "paste"}.items()
]

# --- Staff

# Whether an article goes out only after somebody other than its author approved it.
APPROVE_ARTICLES = environment.flag("APPROVE_ARTICLES", default=False)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
AUTHENTICATION_BACKENDS = ["newsroom.staff.backends.StaffBackend"]
SESSION_COOKIE_AGE = 12 * 60 * 60  # from sign-in on; without a sign of life it is an hour
ACCOUNT_ADAPTER = "newsroom.staff.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Django's own, which needs no table of addresses beside the accounts.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
# `key` is a name at an address, or the account whose second factor is asked for.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/15m/ip,5/15m/key",
    "reset_password": "20/h/ip,3/h/key",
}
MFA_ADAPTER = "newsroom.staff.adapters.MFAAdapter"
ACCOUNT_FORMS = {"login": "newsroom.staff.forms.SignInForm"}
MFA_FORMS = {
    "authenticate": "newsroom.staff.forms.CodeForm",
    "add_webauthn": "newsroom.staff.forms.AddPasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {},
        "MinimumLengthValidator": {"min_length": 15},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]
# A form with many inline rows (an article with its blocks) has thousands of fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# The longest form that is kept (newsroom.unsaved.pairs) can be saved in every language: a
# character of Japanese or Korean has nine bytes, URL-encoded.
DATA_UPLOAD_MAX_MEMORY_SIZE = 9 * 2_000_000

# --- Background work: tasks lie in the database, `manage.py worker` does them

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
MAIL_IS_SENT: bool
globals().update(mail.settings_for(environment.text("EMAIL_URL"), environment.text("EMAIL_FROM")))

# --- What browsers may do

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "relations_site.errors.csrf_failure"
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
# content-editor writes a style element and the editor's scripts bear a nonce: in the admin alone.
ADMIN_CONTENT_SECURITY_POLICY = {
    "script-src": [SELF, NONCE],
    "style-src": [SELF, UNSAFE_INLINE],
}

# --- Log: one line an event, to stderr

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "relations_site.logs.OneLine",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "INFO", "propagate": False}},
}
