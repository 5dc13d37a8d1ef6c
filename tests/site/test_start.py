"""Each test starts `manage.py` as a process, with nothing in its environment but what it names."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SHOW = "from django.conf import settings as s; print({})"


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def show(expression: str, **environment: str) -> str:
    done = manage("shell", "--no-imports", "-c", SHOW.format(expression), **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"PORT": "eight"}, "PORT is 'eight'"),
        ({"SITE_URL": "https://relations.example"}, "SECRET_KEY is missing"),
        ({"SITE_URL": "https://relations.example", "SECRET_KEY": "short"}, "SECRET_KEY is"),
        ({"DATABASE_URL": "mysql://host/name"}, "DATABASE_URL names no database"),
    ],
)
@pytest.mark.parametrize("command", ["migrate", "serve"])
def test_a_wrong_setting_stops_every_command_with_one_line(command, wrong, says, tmp_path):
    done = manage(command, VAR_DIR=str(tmp_path), **wrong)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Relations cannot start: {says}")
    assert done.stderr.count("\n") == 1


def test_whatever_command_comes_first_makes_the_secret(tmp_path):
    var = tmp_path / "var"
    assert manage("check", VAR_DIR=str(var)).returncode == 0
    assert show("s.SECRET_KEY", VAR_DIR=str(var)) == (var / "secret").read_text()


def test_former_keys_come_from_the_environment(tmp_path):
    key = "k7Qz-92hf_Lw0pXc4mVbN8sRt1yUeJ3aGd6iOoPqWzxEvTnB5KMH"
    given = show("s.SECRET_KEY_FALLBACKS", VAR_DIR=str(tmp_path), SECRET_KEY_FALLBACKS=key)
    assert given == str([key])


def test_a_local_site_answers_at_every_local_name(tmp_path):
    hosts = show("s.ALLOWED_HOSTS", VAR_DIR=str(tmp_path), HOST="0.0.0.0", PORT="8001")
    assert hosts == "['127.0.0.1', 'localhost', '127.0.0.1', '[::1]']"


def test_a_public_site_answers_at_its_own_names_alone(tmp_path):
    hosts = show(
        "s.ALLOWED_HOSTS",
        VAR_DIR=str(tmp_path),
        SITE_URL="https://relations.example",
        ALLOWED_HOSTS="www.relations.example",
        SECRET_KEY="k7Qz-92hf_Lw0pXc4mVbN8sRt1yUeJ3aGd6iOoPqWzxEvTnB5KMH",
    )
    assert hosts == "['relations.example', 'www.relations.example']"


def test_the_address_follows_host_and_port(tmp_path):
    assert show("s.SITE_URL", VAR_DIR=str(tmp_path)) == "http://127.0.0.1:8000"
    given = {"HOST": "::", "PORT": "8080"}
    assert show("s.SITE_URL", VAR_DIR=str(tmp_path), **given) == "http://[::1]:8080"
