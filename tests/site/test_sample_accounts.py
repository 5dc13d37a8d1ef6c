import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def written(var) -> dict[str, str]:
    return dict(line.split() for line in (var / "accounts.txt").read_text().splitlines())


@pytest.mark.django_db
def test_there_is_one_account_for_each_role_and_its_password_works(var):
    call_command("sample_accounts")
    users = {
        name: authenticate(username=name, password=word) for name, word in written(var).items()
    }
    assert list(users) == ["writer", "editor", "moderator", "admin"]
    groups = {name: [group.name for group in user.groups.all()] for name, user in users.items()}
    assert groups == {
        "writer": ["Writer"],
        "editor": ["Editor"],
        "moderator": ["Moderator"],
        "admin": [],
    }
    assert [name for name, user in users.items() if user.is_superuser] == ["admin"]
    assert all(user.is_staff for user in users.values())


@pytest.mark.django_db
def test_passwords_are_random_and_for_this_user_alone(var):
    call_command("sample_accounts")
    assert len(set(written(var).values())) == 4
    assert min(map(len, written(var).values())) >= 20
    assert (var / "accounts.txt").stat().st_mode & 0o777 == 0o600


@pytest.mark.django_db
def test_a_second_time_nothing_is_done(var, capsys):
    call_command("sample_accounts")
    before = written(var), list(User.objects.values_list("password", flat=True))
    call_command("sample_accounts")
    assert (written(var), list(User.objects.values_list("password", flat=True))) == before
    assert "nothing done" in capsys.readouterr().out
