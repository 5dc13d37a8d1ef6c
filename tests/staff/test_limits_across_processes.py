"""Guesses count for all processes of the site together, and after a restart."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SETUP = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "relations_site.settings"
import django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS.append("testserver")
"""
GUESS = """
import json, sys
from django.test import Client
given = {"login": "wren", "password": sys.argv[-1]}
print(json.dumps([Client().post("/admin/login/", given).status_code for _ in range(6)]))
"""
MAKE_WREN = """
from django.contrib.auth.models import User
User.objects.create_user("wren", password="right", is_staff=True)
"""


def run(code: str, var: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", SETUP + code, *arguments],
        cwd=ROOT,
        # Debugging needs no collected static files.
        env={"PATH": os.environ["PATH"], "VAR_DIR": str(var), "DEBUG": "yes"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def answers(process: "subprocess.Popen[str]") -> list[int]:
    out, complaints = process.communicate(timeout=120)
    assert process.returncode == 0, complaints
    return json.loads(out)


def test_two_processes_have_five_guesses_together_and_a_third_none(tmp_path):
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path)}
    subprocess.run(migrate, cwd=ROOT, env=environment, check=True)
    run(MAKE_WREN, tmp_path).communicate(timeout=120)
    both = [run(GUESS, tmp_path, "wrong") for _ in range(2)]
    guessed = [code for process in both for code in answers(process)]
    assert 1 <= guessed.count(200) <= 5
    assert guessed.count(200) + guessed.count(429) == 12
    assert set(answers(run(GUESS, tmp_path, "right"))) == {429}
