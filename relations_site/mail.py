"""Where mail goes, from EMAIL_URL and EMAIL_FROM."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
NOT_SENT = {"MAIL_IS_SENT": False, "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}


def settings_for(url: str, sender: str) -> dict[str, Any]:
    """Django's settings for EMAIL_URL; without one no mail is sent and MAIL_IS_SENT is false."""
    if not url:
        return NOT_SENT
    instead = "Write EMAIL_URL=smtp+tls://user:password@mail.example:587 (or smtp:, smtps:)."
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS[parts.scheme]
    except (ValueError, KeyError):
        raise ImproperlyConfigured(f"EMAIL_URL cannot be read. {instead}") from None
    if not parts.hostname:
        raise ImproperlyConfigured(f"EMAIL_URL names no server. {instead}")
    if "@" not in sender:
        raise ImproperlyConfigured("Write EMAIL_FROM=desk@relations.example beside EMAIL_URL.")
    return {
        "MAIL_IS_SENT": True,
        "EMAIL_BACKEND": "relations_site.sent_later.SentLater",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
        "DEFAULT_FROM_EMAIL": sender,
        "SERVER_EMAIL": sender,
    }
