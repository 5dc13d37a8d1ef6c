"""Mail goes where EMAIL_URL says, and nobody waits for it."""

from __future__ import annotations

import smtplib

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.management import call_command
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from relations_site import mail, sent_later

# The worker lets go of connections that a transaction is open on.
pytestmark = pytest.mark.django_db(transaction=True)

LATER = "relations_site.sent_later.SentLater"


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> list[EmailMultiAlternatives]:
    """What reached the mail server."""
    sent: list[EmailMultiAlternatives] = []

    class Server:
        def send_messages(self, messages: list[EmailMultiAlternatives]) -> None:
            sent.extend(messages)

    monkeypatch.setattr(sent_later, "get_connection", lambda _backend: Server())
    return sent


def letter() -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        *("Sent back", "Look again.", "desk@a.example", ["w@a.example"]),
        cc=["c@a.example"],
        bcc=["b@a.example"],
        reply_to=["r@a.example"],
    )
    message.attach_alternative("<p>Look again.</p>", "text/html")
    return message


def work_off() -> None:
    call_command("worker", batch=True, startup_delay=False, verbosity=0)


def test_without_an_address_no_mail_is_sent():
    assert mail.settings_for("", "")["MAIL_IS_SENT"] is False


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp://mail.example", 25, False, False),
        ("smtp+tls://ann:pass%40word@mail.example", 587, True, False),
        ("smtps://ann:pass%40word@mail.example:4650", 4650, False, True),
    ],
)
def test_the_address_names_server_port_and_encryption(url, port, tls, ssl):
    settings = mail.settings_for(url, "desk@a.example")
    assert settings["EMAIL_HOST"] == "mail.example"
    assert settings["EMAIL_PORT"] == port
    assert (settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (tls, ssl)
    assert settings["EMAIL_HOST_PASSWORD"] in ("", "pass@word")


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("http://mail.example", "desk@a.example"),
        ("smtp://", "desk@a.example"),
        ("smtp://mail.example:port", "desk@a.example"),
        ("smtp://mail.example", ""),
    ],
)
def test_nonsense_is_refused_with_what_to_write(url, sender):
    with pytest.raises(ImproperlyConfigured, match="Write EMAIL_"):
        mail.settings_for(url, sender)


def test_a_message_is_sent_by_the_worker_as_it_was_written(post):
    get_connection(LATER).send_messages([letter()])
    assert post == []
    work_off()
    (sent,) = post
    assert (sent.subject, sent.body, sent.to) == ("Sent back", "Look again.", ["w@a.example"])
    assert (sent.cc, sent.bcc, sent.reply_to) == (["c@a.example"], ["b@a.example"], ["r@a.example"])
    assert tuple(sent.alternatives[0]) == ("<p>Look again.</p>", "text/html")


def test_once_sent_its_words_lie_in_the_task_table_no_more(post):
    get_connection(LATER).send_messages([letter()])
    assert "Look again." in str(DBTaskResult.objects.values())
    work_off()
    assert "Look again." not in str(DBTaskResult.objects.values())
    assert len(post) == 1


def test_what_is_rolled_back_sends_nothing(post):
    with transaction.atomic():
        get_connection(LATER).send_messages([letter()])
        transaction.set_rollback(True)
    work_off()
    assert post == []


def test_a_server_that_does_not_answer_is_asked_again_later(monkeypatch):
    class Silent:
        def send_messages(self, messages: object) -> None:
            raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr(sent_later, "get_connection", lambda _backend: Silent())
    get_connection(LATER).send_messages([letter()])
    work_off()
    again = DBTaskResult.objects.get(status="READY", task_path__endswith="deliver")
    assert again.args_kwargs["args"][1] == 1
    first = DBTaskResult.objects.get(status="SUCCESSFUL", task_path__endswith="deliver")
    assert "Look again." in str(again.args_kwargs)
    assert "Look again." not in str(first.args_kwargs)
    assert again.run_after > again.enqueued_at
    with pytest.raises(smtplib.SMTPServerDisconnected):
        sent_later.deliver.call(again.args_kwargs["args"][0], sent_later.TRIES - 1)


def test_what_could_not_be_sent_at_all_is_kept(monkeypatch):
    monkeypatch.setattr(sent_later, "get_connection", lambda _backend: None)
    get_connection(LATER).send_messages([letter()])
    work_off()
    failed = DBTaskResult.objects.get(status="FAILED")
    assert "Look again." in str(failed.args_kwargs)
