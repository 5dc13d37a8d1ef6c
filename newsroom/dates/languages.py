"""How each language writes a date. Like Django's own format files, this is grammar, not wording."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DateLanguage:
    day: str
    """A format of Django's `date` filter, as are the next two."""
    month: str
    year: str
    seasons: tuple[str, str, str, str]
    """Spring to winter, with {} for the year as written above."""
    decade: str
    """With {} for its first year; in all that follow {} stands for a date."""
    about: str
    uncertain: str
    span: str
    since: str
    until: str


_ENGLISH = DateLanguage(
    day="j F Y",
    month="F Y",
    year="Y",
    seasons=("spring {}", "summer {}", "autumn {}", "winter {}"),
    decade="{}s",
    about="circa {}",
    uncertain="{} (uncertain)",
    span="{} to {}",
    since="from {}",
    until="until {}",
)
_JAPANESE = DateLanguage(
    day="Y年n月j日",
    month="Y年n月",
    year="Y年",
    seasons=("{}春", "{}夏", "{}秋", "{}冬"),
    decade="{}年代",
    about="{}頃",
    uncertain="{}（不確か）",
    span="{}〜{}",
    since="{}以降",
    until="{}まで",
)
_KOREAN = DateLanguage(
    day="Y년 n월 j일",
    month="Y년 n월",
    year="Y년",
    seasons=("{} 봄", "{} 여름", "{} 가을", "{} 겨울"),
    decade="{}년대",
    about="{}경",
    uncertain="{} (불확실)",
    span="{}~{}",
    since="{}부터",
    until="{}까지",
)
_LANGUAGES = {"en": _ENGLISH, "ja": _JAPANESE, "ko": _KOREAN}


def date_language(code: str) -> DateLanguage:
    """For a BCP 47 code; English where we have no grammar for it."""
    return _LANGUAGES.get(code.split("-")[0], _ENGLISH)
