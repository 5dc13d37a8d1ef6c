"""What word processors mean by the style of an element, read while it is cleaned away."""

import re

_DECLARATION = re.compile(r"\s*([\w-]+)\s*:\s*([\w-]+)")
_BOLD = re.compile(r"bold|bolder|[6-9]00", re.ASCII)


def emphasis(style: str) -> str:
    """The marks that `style` gives or takes back, as `strong`, `no-strong` and so on."""
    meant = (
        _meaning(*found.groups()) for found in map(_DECLARATION.match, style.split(";")) if found
    )
    return " ".join(filter(None, meant))


def _meaning(name: str, value: str) -> str:
    match name.lower(), value.lower():
        case "font-weight", weight:
            return "strong" if _BOLD.fullmatch(weight) else "no-strong"
        case "font-style", shape:
            return "em" if shape in ("italic", "oblique") else "no-em"
        case "vertical-align", "super":
            return "sup"
        case "vertical-align", "sub":
            return "sub"
        case _:
            return ""
