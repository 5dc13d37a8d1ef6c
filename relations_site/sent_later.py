"""Mail that nobody waits for: a task for each message, which the worker sends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.dispatch import receiver
from django.utils import timezone
from django_tasks import TaskResult, TaskResultStatus, task
from django_tasks.signals import task_finished
from django_tasks_db.models import DBTaskResult

SMTP = "django.core.mail.backends.smtp.EmailBackend"
TRIES = 6
FIRST_PAUSE = dt.timedelta(minutes=1)  # doubled after each try: the last is half an hour later


class SentLater(BaseEmailBackend):
    """Hands messages to the worker, in the transaction at hand: no page waits for a server."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            deliver.enqueue(_as_json(message))
        return len(email_messages)


def _as_json(message: EmailMessage) -> dict[str, Any]:
    """What this site's messages are made of: words, perhaps as HTML too; no attachments."""
    if message.attachments:
        raise ValueError("Mail with attachments cannot be sent later.")
    alternatives = getattr(message, "alternatives", [])
    return {
        "subject": message.subject,
        "body": message.body,
        "from_email": message.from_email,
        "to": list(message.to),
        "cc": list(message.cc),
        "bcc": list(message.bcc),
        "reply_to": list(message.reply_to),
        "headers": dict(message.extra_headers),
        "alternatives": [[content, kind] for content, kind in alternatives],
    }


@task()
def deliver(message: dict[str, Any], tried: int = 0) -> None:
    """Send one message; a server that does not answer is asked again later, TRIES times."""
    alternatives = [(content, kind) for content, kind in message["alternatives"]]
    mail = EmailMultiAlternatives(**message | {"alternatives": alternatives})
    try:
        get_connection(SMTP).send_messages([mail])
    except OSError:  # smtplib's errors are among them
        if tried + 1 >= TRIES:
            raise
        pause = FIRST_PAUSE * 2**tried
        deliver.using(run_after=timezone.now() + pause).enqueue(message, tried + 1)


@receiver(task_finished, dispatch_uid="relations_site.sent_later")
def forget(sender: Any, task_result: TaskResult[Any], **kwargs: Any) -> None:
    """What is done keeps no words: links that open accounts are among them."""
    done = task_result.status == TaskResultStatus.SUCCESSFUL
    if done and task_result.task.module_path == deliver.module_path:
        row = DBTaskResult.objects.filter(pk=task_result.id)
        row.update(args_kwargs={"args": [], "kwargs": {}})
