"""Namesakes of public figures in a revision, for the pages on which they are settled."""

from django import template

from quotes.identity.review import identity_in_review

register = template.Library()
register.simple_tag(identity_in_review)
