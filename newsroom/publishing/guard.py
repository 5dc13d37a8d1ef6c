"""Only the lifecycle writes publishing's tables: anything else is refused at run time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model, covariant=True)

_in_a_step: ContextVar[bool] = ContextVar("in_a_lifecycle_step", default=False)


@contextmanager
def lifecycle_step() -> Iterator[None]:
    """Opened by the functions of `lifecycle` alone."""
    token = _in_a_step.set(True)
    try:
        yield
    finally:
        _in_a_step.reset(token)


def refuse_outside_a_step(what: type[models.Model]) -> None:
    """Raises RuntimeError, for the programmer, where a row is written behind the lifecycle."""
    if not _in_a_step.get():
        raise RuntimeError(f"{what.__name__} is written by newsroom.publishing.lifecycle alone.")


class LifecycleOnlyQuerySet(models.QuerySet[M]):
    def bulk_create(self, *args: Any, **kwargs: Any) -> Any:
        refuse_outside_a_step(self.model)
        return super().bulk_create(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        refuse_outside_a_step(self.model)
        return super().update(**kwargs)

    update.alters_data = True  # type: ignore[attr-defined]

    def delete(self) -> tuple[int, dict[str, int]]:
        refuse_outside_a_step(self.model)
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class LifecycleOnly(models.Model):
    """A table whose rows come and go through the lifecycle."""

    objects = LifecycleOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        refuse_outside_a_step(type(self))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        refuse_outside_a_step(type(self))
        return super().delete(*args, **kwargs)
