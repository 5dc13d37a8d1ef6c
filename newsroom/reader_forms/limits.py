"""How much may come from one address. Addresses are kept as keyed hashes, for an hour."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from newsroom.client import client_ip

HOUR = 60 * 60
# A household or a machine has a whole network of this size to itself.
_PREFIX_OF_ONE_SENDER = 64


def take_place(form: str, sender: str, places: int) -> bool:
    """Take one of the places that a sender has in a form. Each is free again after an hour.

    Adding is the one step of a cache that only one of several at once can take: a count that is
    read and written again would let more through.
    """
    who = salted_hmac("newsroom.reader_forms", f"{form} {sender}").hexdigest()
    keys = [f"reader_forms:place:{who}:{place}" for place in range(places)]
    taken = cache.get_many(keys)
    return any(cache.add(key, True, HOUR) for key in keys if key not in taken)


def sender_of(request: HttpRequest) -> str:
    """The address it came from; of IPv6 the network."""
    told = client_ip(request)
    try:
        address = ip_address(told)
    except ValueError:
        return told
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((int(address), _PREFIX_OF_ONE_SENDER), strict=False))
