"""Typed readers of the environment. Nonsense stops the start and says what to write instead."""

import os
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off"}


def refusal(name: str, given: str, instead: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name} is {given!r}. {instead}")


def text(name: str, default: str = "") -> str:
    """The variable without surrounding blanks; set but empty counts as not set."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool) -> bool:
    given = text(name, "yes" if default else "no")
    if given.lower() not in YES | NO:
        raise refusal(name, given, f"Write {name}=yes or {name}=no.")
    return given.lower() in YES


def port(name: str, default: int) -> int:
    given = text(name, str(default))
    if not (given.isascii() and given.isdigit() and 0 < int(given) < 65536):
        raise refusal(name, given, f"Write a number from 1 to 65535, such as {name}={default}.")
    return int(given)


def hosts(name: str) -> list[str]:
    """Host names parted by commas, as ALLOWED_HOSTS takes them."""
    given = text(name)
    names = [host.strip() for host in given.split(",") if host.strip()]
    if any(host == "*" or "/" in host or " " in host for host in names):
        raise refusal(
            name,
            given,
            f"Write host names, such as {name}=relations.example,www.relations.example.",
        )
    return names


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Addresses or networks of machines, parted by commas."""
    given = text(name)
    try:
        return [ip_network(part.strip()) for part in given.split(",") if part.strip()]
    except ValueError:
        raise refusal(
            name, given, f"Write addresses, such as {name}=127.0.0.1 or {name}=10.0.0.0/8."
        ) from None


def site_url(name: str, default: str) -> str:
    """The address that readers use, without a trailing slash: https, or http at a local host."""
    given = text(name, default).rstrip("/")
    try:
        url = urlsplit(given)
        host, _ = url.hostname, url.port
    except ValueError:
        host = None
    if not host or given != f"{url.scheme}://{url.netloc}" or "@" in url.netloc:
        raise refusal(name, given, f"Write an address such as {name}=https://relations.example.")
    if url.scheme != "https" and not (url.scheme == "http" and is_local(given)):
        raise refusal(
            name, given, f"Write {name}=https://{url.netloc}; http is for localhost alone."
        )
    return given


def host_of(url: str) -> str:
    """The host of an address as ALLOWED_HOSTS writes it: no port, IPv6 in brackets."""
    host = urlsplit(url).hostname or ""
    return f"[{host}]" if ":" in host else host


def is_local(url: str) -> bool:
    return host_of(url) in LOCAL_HOSTS


def directory(name: str, default: Path) -> Path:
    """A directory for nobody but this user, made when missing; relative to the default's parent."""
    path = default.parent / Path(text(name, str(default))).expanduser()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        instead = f"Write a directory that this user may create and fill ({problem.strerror})."
        raise refusal(name, str(path), instead) from None
    return path
