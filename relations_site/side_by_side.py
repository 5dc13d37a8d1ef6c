"""Runs the server and its worker beside each other until one is told to stop.

Started by `serve`, with no Django in it: python -m relations_site.side_by_side SERVER -- WORKER.
A worker that fails is started again; when the server ends, everything ends.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from types import FrameType

SECONDS_BETWEEN_STARTS = 5
PATIENCE_SECONDS = 15


def main(arguments: list[str]) -> int:
    cut = arguments.index("--")
    server_command, worker_command = arguments[:cut], arguments[cut + 1 :]
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _stop)
    server, worker = subprocess.Popen(server_command), subprocess.Popen(worker_command)  # noqa: S603
    begun = time.monotonic()
    try:
        while server.poll() is None:
            if worker.poll() is not None and time.monotonic() > begun + SECONDS_BETWEEN_STARTS:
                worker, begun = subprocess.Popen(worker_command), time.monotonic()  # noqa: S603
            time.sleep(0.5)
        return server.returncode
    finally:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        end(worker, server)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def end(*processes: subprocess.Popen[bytes]) -> None:
    """Ask each to end, and wait: requests and tasks under way are finished first."""
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
