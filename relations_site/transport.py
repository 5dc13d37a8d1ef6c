"""What differs between plain http, which only a local host may speak, and https."""

from typing import Any

YEAR = 365 * 24 * 60 * 60


def settings_for(site_url: str) -> dict[str, Any]:
    """The settings that follow from SITE_URL; everything else is the same everywhere."""
    https = site_url.startswith("https://")
    prefix = "__Host-" if https else ""
    return {
        "SESSION_COOKIE_NAME": f"{prefix}sessionid",
        "CSRF_COOKIE_NAME": f"{prefix}csrftoken",
        "SESSION_COOKIE_SECURE": https,
        "CSRF_COOKIE_SECURE": https,
        "SECURE_SSL_REDIRECT": https,
        "SECURE_HSTS_SECONDS": YEAR if https else 0,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": https,
        # The server in front ends TLS; it sets this header itself and drops what a client sent.
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if https else None,
        "REQUIRE_SECOND_FACTOR": https,
        "SILENCED_SYSTEM_CHECKS": ["security.W021"] if https else PLAIN_HTTP_WARNINGS,
    }


# W021 asks for HSTS preloading: a promise about the whole domain, its owner's to make.
# The others name what plain http cannot have: HSTS, the redirect to https, secure cookies.
PLAIN_HTTP_WARNINGS = [f"security.W{number}" for number in ("004", "008", "012", "016", "021")]
