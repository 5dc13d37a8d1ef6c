"""Runs on a database and files of its own, in VAR_DIR: adds a picture and is killed on its way,
again and again at other moments; then the worker is. Says as JSON what was found after each."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from io import BytesIO
from typing import Any

import django

django.setup()

from django.core.files.storage import default_storage, storages  # noqa: E402
from django.db import connections  # noqa: E402
from PIL import Image as Pillow  # noqa: E402

from newsroom.images import files, leftovers, library, renditions  # noqa: E402
from newsroom.images.models import Crop, Image, ImageFile  # noqa: E402
from tests.images.adding import added  # noqa: E402


def die(*_args: object, **_kwargs: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def nth(number: int, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function; its nth call is not lived to see."""
    calls = []

    def counted(*args: Any, **kwargs: Any) -> Any:
        calls.append(args)
        return die() if len(calls) == number else function(*args, **kwargs)

    return counted


def killed(module: Any, name: str, number: int, work: Callable[[], object]) -> None:
    connections.close_all()
    child = os.fork()
    if child == 0:
        setattr(module, name, nth(number, getattr(module, name)))
        work()
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise SystemExit(f"{name} {number}: it lived")


def found() -> dict[str, Any]:
    """Rows, what they lack, and files that have a name without being whole."""
    broken = []
    for name in leftovers._names_in(default_storage):
        if not name.startswith(files.BESIDE):
            try:
                with default_storage.open(name) as file:
                    Pillow.open(BytesIO(file.read())).load()
            except OSError:
                broken.append(name)
    lacking = [name for _row, name in leftovers.rows_without_files()]
    rows = [Image.objects.count(), ImageFile.objects.count(), Crop.objects.count()]
    return {"rows": rows, "lacking": lacking, "broken": broken}


def sweep() -> list[str]:
    for storage in (default_storage, storages["private"]):
        for name in leftovers._names_in(storage):
            os.utime(storage.path(name), (0, 0))
    leftovers.sweep()
    return [name for _storage, name in leftovers.files_without_rows()]


def main() -> None:
    said = []
    moments = (
        (os, "fsync", 1),  # the public file is written, but not in its place
        (library, "ImageFile", 1),  # it is in its place, no row says so
        (os, "fsync", 3),  # the original is written
        (library, "keep_crops", 1),  # only the end of the transaction is missing
    )
    for side, (module, name, number) in enumerate(moments, start=40):
        killed(module, name, number, lambda side=side: added((side, side)))
        said.append(found())
    left = sweep()
    image = added((700, 500))
    crop, file = Crop.objects.get(), image.files.get()
    for task in (lambda: renditions.crop.call(crop.pk), lambda: renditions.make.call(file.pk)):
        killed(os, "fsync", 3, task)
        said.append(found())
        task()
        said.append(found())
    left += sweep()
    print(json.dumps({"said": said, "left": left}))


main()
