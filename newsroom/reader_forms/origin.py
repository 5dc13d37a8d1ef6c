"""Whether a form was sent from a page of this site, as far as browsers tell."""

from django.http import HttpRequest

# "none" is a reader's own doing, such as a reload: no other site can bring that about.
_FROM_HERE = ("same-origin", "none")


def comes_from_here(request: HttpRequest) -> bool:
    """Every browser names the origin of what it posts; on https most say it a second way."""
    ours = f"{request.scheme}://{request.get_host()}"
    fetched_from = request.headers.get("Sec-Fetch-Site", "same-origin")
    return request.headers.get("Origin") == ours and fetched_from in _FROM_HERE
