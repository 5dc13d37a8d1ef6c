"""The site has a new secret key, and nobody named the old one: nothing breaks, people are told."""

import pytest
from django.conf import settings
from django.core.management import call_command

from tests.staff.signing_in import (
    ASKED_FOR_A_CODE,
    SECOND_FACTOR,
    code_of_the_app,
    give_an_app,
    give_codes,
    is_in,
    password,
    sign_in,
)

pytestmark = pytest.mark.django_db
CODES = f"{SECOND_FACTOR}recovery-codes/"
AGAIN = "/admin/account/reauthenticate/"
OLD_KEY = settings.SECRET_KEY


@pytest.fixture
def codes(writer, settings) -> list[str]:
    """Wren's recovery codes, from before the new key; she has an app as well."""
    give_an_app(writer)
    codes = give_codes(writer)
    settings.SECRET_KEY = "another-key-" * 6
    return codes


@pytest.fixture
def inside(client, writer, codes):
    """Wren came in by a passkey, which needs no key, and proved that it is her."""
    client.force_login(writer)
    client.post(AGAIN, {"password": password(writer)})
    return client


@pytest.mark.parametrize("of", ["app", "codes"])
def test_a_code_is_refused_in_words_that_say_what_to_do(client, writer, codes, of):
    sign_in(client, writer)
    answer = client.post(
        ASKED_FOR_A_CODE, {"code": codes[0] if of == "codes" else code_of_the_app()}
    )
    assert answer.status_code == 200
    assert "ask an admin to reset your second factor" in answer.content.decode()
    assert not is_in(client)


def test_so_it_is_where_one_proves_once_more_that_it_is_them(inside):
    answer = inside.post(f"{SECOND_FACTOR}reauthenticate/", {"code": code_of_the_app()})
    assert "ask an admin to reset your second factor" in answer.content.decode()


def test_the_account_page_opens_and_says_what_to_set_up_anew(inside):
    page = inside.get(SECOND_FACTOR).content.decode()
    assert page.count("has a new key and cannot read") == 2
    assert f"{SECOND_FACTOR}totp/deactivate/" in page
    assert f"{CODES}generate/" in page


def test_it_says_nothing_of_that_while_all_can_be_read(client, writer):
    give_an_app(writer)
    give_codes(writer)
    client.force_login(writer)
    page = client.get(SECOND_FACTOR).content.decode()
    assert "has a new key" not in page
    assert "10 codes are left" in page


@pytest.mark.parametrize("page", [CODES, f"{CODES}download/"])
def test_codes_that_cannot_be_read_lead_back_to_where_new_ones_are_made(inside, page):
    answer = inside.get(page, follow=True)
    assert answer.redirect_chain[-1] == (SECOND_FACTOR, 302)
    assert "ask an admin" in answer.content.decode()


def test_app_and_codes_can_be_set_up_anew(inside, writer):
    give_codes_page = inside.get(f"{CODES}generate/")
    assert give_codes_page.status_code == 200
    inside.post(f"{CODES}generate/")
    assert len(inside.get(CODES).context["unused_codes"]) == 10
    inside.post(f"{SECOND_FACTOR}totp/deactivate/")
    secret = inside.get(f"{SECOND_FACTOR}totp/activate/").context["form"].secret
    inside.post(f"{SECOND_FACTOR}totp/activate/", {"code": code_of_the_app(secret)})
    assert "has a new key" not in inside.get(SECOND_FACTOR).content.decode()


def test_an_admin_can_reset_it(client, admin, writer, codes):
    sign_in(client, admin)
    client.post(f"/admin/auth/user/{writer.pk}/second-factor/")
    person = type(client)()
    sign_in(person, writer)
    assert is_in(person)


def test_named_once_the_old_key_is_needed_no_more_after_encrypting_anew(
    client, writer, codes, settings, capsys
):
    settings.SECRET_KEY_FALLBACKS = [OLD_KEY]
    call_command("encrypt_second_factors")
    assert "2 encrypted under the present key, 0 cannot be read" in capsys.readouterr().out
    settings.SECRET_KEY_FALLBACKS = []
    for code in (code_of_the_app(), codes[0]):
        person = type(client)()
        sign_in(person, writer)
        person.post(ASKED_FOR_A_CODE, {"code": code})
        assert is_in(person)


def test_encrypting_anew_leaves_alone_what_it_cannot_read(writer, codes, settings, capsys):
    before = list(writer.authenticator_set.order_by("pk").values_list("data", flat=True))
    call_command("encrypt_second_factors")
    assert "0 encrypted under the present key, 2 cannot be read" in capsys.readouterr().out
    assert list(writer.authenticator_set.order_by("pk").values_list("data", flat=True)) == before


def test_nobody_is_signed_out_while_the_old_key_is_named(client, writer, settings):
    sign_in(client, writer)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" * 6
    assert is_in(client)
    settings.SECRET_KEY_FALLBACKS = []
    assert is_in(client), "from then on the session is signed by the new one"
