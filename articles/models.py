"""The tables of articles. Each lives with its concern; Django looks for them here."""

from .articles import Article, ArticleAuthor, ArticleEvent, ArticleQuestion
from .authors import Author, AuthorLink
from .blocks import Picture, PromoHere, QuestionsHere, QuoteHere, Section, TimelineHere

__all__ = [
    "Article",
    "ArticleAuthor",
    "ArticleEvent",
    "ArticleQuestion",
    "Author",
    "AuthorLink",
    "Picture",
    "PromoHere",
    "QuestionsHere",
    "QuoteHere",
    "Section",
    "TimelineHere",
]
