"""Another program in a process group of its own, which ends with everything that it has started.

Decision: the group is killed however the work ends. `soffice` is a script that starts a starter that starts the suite, and a
stopped build must leave none of them.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress

GRACE = 1.0  # seconds for killed processes to be gone


def start(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """The program, running and silent. Raises OSError where it cannot be started."""
    return subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of the program and of its children, and wait until they are gone."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)
    else:
        deadline = time.monotonic() + GRACE
        with suppress(ProcessLookupError, PermissionError):  # macOS refuses to signal a group of ended processes
            os.killpg(process.pid, signal.SIGKILL)
            while time.monotonic() < deadline:  # none may write any more: its folder is about to be removed
                process.poll()
                os.killpg(process.pid, 0)
                time.sleep(0.01)
    process.wait()
