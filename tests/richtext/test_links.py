import pytest
from django.template import Context, Engine

from newsroom.richtext.cleaning import clean_html
from newsroom.richtext.links import completed, is_safe_link, is_safe_url
from tests.richtext.payloads import UNSAFE_URLS


@pytest.mark.parametrize("url", UNSAFE_URLS)
def test_unsafe_addresses_are_refused(url: str) -> None:
    assert not is_safe_url(url)
    assert not is_safe_link(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "https://日本.example/歴史",
        "https://example.org/a@b",
        "http://[2001:db8::1]/",
        "HTTPS://EXAMPLE.ORG/",
    ],
)
def test_web_addresses_are_safe(url: str) -> None:
    assert is_safe_url(url)
    assert is_safe_link(url)


@pytest.mark.parametrize("href", ["/", "/faqs/?tag=a#b", "mailto:desk@example.org?subject=a"])
def test_texts_may_also_link_to_this_site_and_to_mail(href: str) -> None:
    assert is_safe_link(href)
    assert not is_safe_url(href)


@pytest.mark.parametrize("href", ["//evil.example", "/\\evil.example", "/\t/evil.example", "#x"])
def test_what_only_looks_like_a_path_is_refused(href: str) -> None:
    assert not is_safe_link(href)


def test_templates_show_safe_addresses_alone() -> None:
    engine = Engine(libraries={"richtext": "newsroom.richtext.templatetags.richtext"})
    template = engine.from_string("{% load richtext %}<{{ a|safe_url }}><{{ b|safe_url }}>")
    shown = template.render(Context({"a": "https://a.example/?b&c", "b": "javascript:alert(1)"}))
    assert shown == "<https://a.example/?b&amp;c><>"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("example.org", "https://example.org"),
        ("www.example.org/a?b=c", "https://www.example.org/a?b=c"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("/articles/", "/articles/"),
        ("https://example.org", "https://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("//example.org", "//example.org"),
        ("chapter", "chapter"),
    ],
)
def test_an_address_typed_without_its_scheme_is_completed(typed: str, meant: str) -> None:
    assert completed(typed) == meant


def test_a_link_typed_without_its_scheme_survives() -> None:
    assert clean_html('<p><a href="example.org/ferry">Ferry</a></p>') == (
        '<p><a href="https://example.org/ferry">Ferry</a></p>'
    )
