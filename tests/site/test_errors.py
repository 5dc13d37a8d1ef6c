import re

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client, override_settings
from django.urls import path

from relations_site import errors
from relations_site.urls import handler400, handler403, handler500  # noqa: F401

FAULTS = {
    "operational": OperationalError("database is locked"),
    "interface": InterfaceError("connection already closed"),
    "value": ValueError("a secret detail"),
}


def broken(request, fault):
    raise FAULTS[fault]


class FailingMiddleware:
    def __init__(self, get_response):
        pass

    def __call__(self, request):
        raise FAULTS["operational"]


urlpatterns = [path("broken/<fault>/", broken)]


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("fault", ["operational", "interface"])
def test_a_database_away_or_busy_asks_for_another_try(fault, client):
    response = client.get(f"/broken/{fault}/")
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert response["Cache-Control"] == "no-store"


@pytest.mark.urls(__name__)
def test_so_it_does_when_a_middleware_meets_the_fault(client, settings):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.FailingMiddleware"]
    assert client.get("/broken/value/").status_code == 503


@pytest.mark.urls(__name__)
def test_any_other_fault_is_ours_and_shows_nothing(client):
    response = client.get("/broken/value/")
    assert response.status_code == 500
    assert b"secret detail" not in response.content
    assert "Retry-After" not in response


@pytest.mark.urls(__name__)
def test_error_pages_need_no_database_and_no_template(client, settings):
    settings.TEMPLATES = []  # no `django_db` mark either: a query would fail the test
    assert client.get("/broken/value/").status_code == 500
    assert client.get("/broken/operational/").status_code == 503
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("status", errors.PAGES)
def test_static_error_pages_speak_three_languages_and_hold_nothing_inline(status):
    text = errors.PAGES[status].decode()
    assert re.findall(r'<section lang="(\w+)"', text) == ["en", "ja", "ko"]
    assert "<style" not in text
    assert "<script" not in text
    assert "style=" not in text
    assert '<link rel="icon"' in text  # else browsers ask for one that is not there


@pytest.mark.django_db
def test_a_form_without_its_token_is_answered_in_words():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "edith"})
    assert response.status_code == 403
    assert "go back: your text is still there" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_a_missing_page_says_so_in_the_language_of_its_address(language, client):
    response = client.get(f"/{language}/no-such-page/")
    assert response.status_code == 404
    assert f'lang="{language}"' in response.content.decode()
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@override_settings(DEBUG=True)
@pytest.mark.urls(__name__)
def test_a_developer_sees_what_went_wrong(client):
    assert b"a secret detail" in client.get("/broken/value/").content
