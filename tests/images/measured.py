"""Runs a command on what comes in, and says to stderr what it took: seconds and bytes.

A process of its own, because a child's peak counts what its parent held when it began.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time


def main(command: list[str]) -> None:
    begun = time.monotonic()
    process = subprocess.Popen(command, env={})
    _pid, status, used = os.wait4(process.pid, 0)
    took = {
        "seconds": time.monotonic() - begun,
        "cpu": used.ru_utime + used.ru_stime,
        "bytes": used.ru_maxrss * 1024,
        "code": os.waitstatus_to_exitcode(status),
    }
    print(json.dumps(took), file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
