"""Which addresses may become links."""

import re
from urllib.parse import unquote, urlsplit

# White space, control characters, quotes, and what shows nothing: with these in it, a browser may
# go elsewhere than the address seems to say.
_NEVER_IN_AN_ADDRESS = re.compile(
    r'[\x00-\x20\x7f-\xa0\\<>"\u200b-\u200f\u2028-\u202f\u2060-\u206f]'
)
_PATH_ON_THIS_SITE = re.compile(r"/(?!/)")
_TYPED_WITHOUT_SCHEME = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?=[/?#:]|$)", re.IGNORECASE)
# Google Docs and Outlook lead every link past themselves.
_PASSES_ON = re.compile(
    r"https?://(?:www\.google\.com/url\?q|[\w.]+\.safelinks\.protection\.outlook\.com/\?url)="
    r"(?P<to>https?(?::|%3a)[^&]+)",
    re.IGNORECASE | re.ASCII,
)
_MAIL = re.compile(r"mailto:[^@]+@[^@]+", re.IGNORECASE)


def is_safe_url(url: str) -> bool:
    """Whether `url` is a full web address: http or https, a host, and no user name or password."""
    if _NEVER_IN_AN_ADDRESS.search(url):
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def completed(href: str) -> str:
    """The address that people mean: typed without its scheme, or wrapped by what they copy from."""
    if passed_on := _PASSES_ON.match(href):
        return unquote(passed_on["to"])
    return f"https://{href}" if _TYPED_WITHOUT_SCHEME.match(href) else href


def is_safe_link(href: str) -> bool:
    """Whether a text may link to `href`: a web address, a mail address or a path on this site."""
    if is_safe_url(href):
        return True
    if _NEVER_IN_AN_ADDRESS.search(href):
        return False
    return bool(_PATH_ON_THIS_SITE.match(href) or _MAIL.fullmatch(href))
