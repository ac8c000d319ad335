"""How soon the window stands: `python -m tests.benchmarks.window_start [--rounds N]`, against an empty PySide6 window.

Prints milliseconds from the start of the process until the window is painted and has answered an event, and the ratio of the
medians. Both sides alternate in one run, each a fresh process with an empty home, so that the ratio holds on a busy machine as
well; a first round of both warms the disk and leaves the bytecode (and the mended faces) that an installed program has. Decision:
the window is made by the very steps of desktop.__main__ and desktop.application that make it for a person, and the watcher below sits on its QWindow
only, so that nothing in the program knows of the measuring. The platform is QT_QPA_PLATFORM, offscreen where it is not set:
`QT_QPA_PLATFORM=xcb xvfb-run -a python -m ...` asks an X server.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS, LIMIT = 9, 1.5
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
WATCHER = """
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

class Watcher(QObject):
    ASKED = QEvent.Type(QEvent.registerEventType())

    def eventFilter(self, handle, event):
        if event.type() == QEvent.Type.Expose:
            QTimer.singleShot(0, lambda: QCoreApplication.postEvent(handle, QEvent(self.ASKED)))
        elif event.type() == self.ASKED:
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        print("stands", flush=True)
        QCoreApplication.quit()

def watch_handle(window):
    watcher = Watcher(window)
    window.winId()
    window.windowHandle().installEventFilter(watcher)
"""
EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1366, 720)
"""
OURS = """
import gc
gc.disable()
from desktop.readiness import fault_here
assert not fault_here()
from desktop.qtapplication import Application
app = Application()
from desktop.application import make_window
window = make_window(app, None, None)
"""
SHOWN = """
watch_handle(window)
window.show()
app.exec()
"""


def stand(script: str, home: Path) -> float:
    """Milliseconds until the window of a fresh process stands."""
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | dict.fromkeys(HOMES, str(home))
    environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(home / "bytecode")}
    began = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment, text=True) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        taken = (time.perf_counter() - began) * 1000
    if line != "stands\n" or child.returncode:
        sys.exit(f"the window did not stand: {line!r}, status {child.returncode}")
    return taken


def show(title: str, figures: list[float]) -> float:
    """Print one line of the table; the median."""
    median = statistics.median(figures)
    print(f"{title:<24}{min(figures):>9.0f}{median:>9.0f}{max(figures):>9.0f}")
    return median


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    sides: dict[str, list[float]] = {EMPTY: [], OURS: []}
    with tempfile.TemporaryDirectory() as home:
        for _ in range(rounds + 1):
            for made, figures in sides.items():
                figures.append(stand(made + WATCHER + SHOWN, Path(home)))
    print(f"{f'ms, {rounds} rounds':<24}{'minimum':>9}{'median':>9}{'maximum':>9}")
    empty = show("an empty window", sides[EMPTY][1:])
    ours = show("our window", sides[OURS][1:])
    print(f"ratio {ours / empty:.2f}, goal at most {LIMIT}")


if __name__ == "__main__":
    main()
