"""The people of every test: Wren writes, Edith edits, Mo moderates, Ada administers."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AbstractUser, AnonymousUser, Group, User

from newsroom.publishing.rights import Role


def person(name: str, role: Role | None = None, **fields: bool) -> User:
    """A member of staff; rights come from the group, as in life."""
    user = User.objects.create_user(name, password=f"{name}-password-for-tests", is_staff=True)
    for field, value in fields.items():
        setattr(user, field, value)
    user.save()
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def writer(db: None) -> User:
    return person("wren", Role.WRITER)


@pytest.fixture
def editor(db: None) -> User:
    return person("edith", Role.EDITOR)


@pytest.fixture
def moderator(db: None) -> User:
    return person("mo", Role.MODERATOR)


@pytest.fixture
def admin(db: None) -> User:
    return person("ada", is_superuser=True)


@pytest.fixture
def reader() -> AbstractUser | AnonymousUser:
    return AnonymousUser()
