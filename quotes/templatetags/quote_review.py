"""A quote under review, for the page on which it is decided."""

from django import template

from quotes.review import quote_in_review

register = template.Library()
register.simple_tag(quote_in_review)
