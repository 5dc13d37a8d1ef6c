from django.utils.translation import gettext_lazy as _
from django_tasks_db.apps import TasksAppConfig


class BackgroundWork(TasksAppConfig):
    """The package's app under a name that staff understand."""

    verbose_name = _("Background work")  # type: ignore[assignment]
