"""Where a request comes from, as far as that can be believed."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_ip(request: HttpRequest) -> str:
    """The address that speaks to us; behind proxies we name, the last one they did not add.

    What a client writes in X-Forwarded-For itself stands further left, and counts for nothing.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    while told and _is_our_proxy(address) and _is_address(told[-1]):
        address = told.pop()
    return address


def _is_our_proxy(address: str) -> bool:
    return _is_address(address) and any(
        ip_address(address) in network for network in settings.TRUSTED_PROXIES
    )


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
