"""Words that make a promo's text worth a second look, in the languages of the site.

The lists are short on purpose: a warning that fires on everything is acknowledged unread.
"""

from __future__ import annotations

import re

_PROMISES = re.compile(
    r"\b(?:profit\w*|guarantee\w*|master(?:y|ing)?|risk[- ]free|get rich|double your)\b"
    r"|儲か\w|儲け|必ず|利益|元本保証|確実"
    r"|수익|보장|무위험|대박",
    re.IGNORECASE,
)
_MONEY_AT_RISK = re.compile(
    r"\b(?:trad(?:ing|ers?)|stock markets?|shares|invest\w*|forex|crypto\w*)\b"
    r"|株式|株価|投資|トレード|トレーダー|為替|仮想通貨|暗号資産"
    r"|주식|투자|트레이딩|트레이더|외환|암호화폐|가상자산",
    re.IGNORECASE,
)


def promises(text: str) -> list[str]:
    """The words that promise a gain, each once, as the text writes them."""
    return list(dict.fromkeys(_PROMISES.findall(text)))


def puts_money_at_risk(text: str) -> bool:
    return bool(_MONEY_AT_RISK.search(text))
