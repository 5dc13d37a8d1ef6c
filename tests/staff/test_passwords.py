import re

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from newsroom.publishing.audit import AuditEntry
from tests.staff.signing_in import (
    ASKED_FOR_A_CODE,
    SIGN_IN,
    code_of_the_app,
    give_an_app,
    is_in,
    password,
    sign_in,
)

CHANGE, ASK = "/admin/password_change/", "/admin/account/password/reset/"
NEW = "a-new-and-longer-password"
pytestmark = pytest.mark.django_db


@pytest.fixture
def mail(settings, writer, mailoutbox):
    """The site sends mail, and Wren has an address."""
    settings.MAIL_IS_SENT = True
    User.objects.filter(pk=writer.pk).update(email="wren@desk.example")
    return mailoutbox


def link_in(message) -> str:
    return re.search(r"http://127.0.0.1:8000(/admin/\S+)", message.body)[1]


def choose(client: Client, link: str, word: str = NEW):
    form = client.get(link, follow=True).redirect_chain[-1][0]
    return client.post(form, {"password1": word, "password2": word}, follow=True)


def test_a_person_changes_their_password(client, writer):
    sign_in(client, writer)
    posted = {"oldpassword": password(writer), "password1": NEW, "password2": NEW}
    assert client.post(CHANGE, posted).status_code == 302
    other = Client()
    sign_in(other, writer, NEW)
    assert is_in(other)
    assert AuditEntry.objects.get().action == "change_password"


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        ("wrong", NEW, NEW),
        (None, NEW, "another"),
        (None, "short", "short"),
        (None, "1" * 20, "1" * 20),
    ],
)
def test_but_not_without_the_old_one_nor_to_a_weak_one(client, writer, old, new, again):
    sign_in(client, writer)
    posted = {"oldpassword": old or password(writer), "password1": new, "password2": again}
    answer = client.post(CHANGE, posted)
    assert "errorlist" in answer.content.decode()
    sign_in(Client(), writer)
    assert not AuditEntry.objects.exists()


def test_without_mail_the_page_says_to_ask_an_admin(client, writer, mailoutbox):
    for answer in (client.get(ASK), client.post(ASK, {"email": "wren@desk.example"})):
        assert "Ask an admin" in answer.content.decode()
    assert mailoutbox == []


def test_with_mail_a_link_comes_that_works_once(client, writer, mail):
    client.post(ASK, {"email": "Wren@Desk.example"})
    assert mail[0].to == ["wren@desk.example"]
    answer = choose(client, link_in(mail[0]))
    assert answer.redirect_chain[-1][0] == SIGN_IN
    sign_in(client, writer, NEW)
    assert is_in(client)
    assert "invalid" in Client().get(link_in(mail[0]), follow=True).content.decode()


def test_the_link_bears_the_sites_address_whatever_host_was_asked_for(client, mail):
    client.post(ASK, {"email": "wren@desk.example"}, headers={"host": "localhost"})
    assert "http://127.0.0.1:8000/admin/account/password/reset/" in mail[0].body
    assert "http://localhost" not in mail[0].body


def test_the_page_never_says_who_has_an_account_and_mails_nobody_else(client, mail):
    known = client.post(ASK, {"email": "wren@desk.example"}, follow=True)
    unknown = client.post(ASK, {"email": "stranger@elsewhere.example"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert [message.to for message in mail] == [["wren@desk.example"]]


def test_who_is_not_active_gets_none(client, writer, mail):
    User.objects.filter(pk=writer.pk).update(is_active=False)
    client.post(ASK, {"email": "wren@desk.example"})
    assert mail == []


def test_three_links_an_hour_are_enough_for_one_address(client, mail):
    answers = [client.post(ASK, {"email": "wren@desk.example"}).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 429]
    assert len(mail) == 3


def test_an_address_that_changed_since_gets_no_link(client, writer, mail):
    client.post(ASK, {"email": "wren@desk.example"})
    User.objects.filter(pk=writer.pk).update(email="new@desk.example")
    assert "invalid" in Client().get(link_in(mail[0]), follow=True).content.decode()
    client.post(ASK, {"email": "wren@desk.example"})
    assert len(mail) == 1


def test_a_new_password_does_not_stand_in_for_the_second_factor(client, writer, mail):
    give_an_app(writer)
    client.post(ASK, {"email": "wren@desk.example"})
    choose(client, link_in(mail[0]))
    assert sign_in(client, writer, NEW).url == ASKED_FOR_A_CODE
    assert not is_in(client)


def test_people_hear_of_a_changed_password_by_mail(client, writer, mail):
    sign_in(client, writer)
    posted = {"oldpassword": password(writer), "password1": NEW, "password2": NEW}
    client.post(CHANGE, posted)
    assert "password" in mail[0].body
    assert "127.0.0.1" in mail[0].body


def test_the_last_admin_resets_a_lost_second_factor_at_the_machine(client, admin, capsys):
    give_an_app(admin)
    call_command("reset_second_factor", "ada")
    sign_in(client, admin)
    assert is_in(client)
    assert AuditEntry.objects.get().action == "reset_second_factor"


@pytest.mark.parametrize("name", ["wren", "nobody"])
def test_there_nobody_resets_that_of_somebody_else(writer, name):
    give_an_app(writer)
    with pytest.raises(CommandError):
        call_command("reset_second_factor", name)
    assert writer.authenticator_set.exists()


def test_adding_and_removing_a_factor_is_audited(
    client, writer, django_capture_on_commit_callbacks
):
    sign_in(client, writer)
    setup = "/admin/account/second-factor/totp/activate/"
    with django_capture_on_commit_callbacks(execute=True):
        secret = client.get(setup).context["form"].secret
        client.post(setup, {"code": code_of_the_app(secret)})
    client.post("/admin/account/second-factor/totp/deactivate/")
    told = [
        (entry.action, entry.details["kind"]) for entry in AuditEntry.objects.order_by("number")
    ]
    assert told == [
        ("add_second_factor", "totp"),
        ("add_second_factor", "recovery_codes"),
        ("remove_second_factor", "totp"),
        ("remove_second_factor", "recovery_codes"),
    ]
