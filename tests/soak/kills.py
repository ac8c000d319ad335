"""Builds killed and stopped at random moments: `python -m tests.soak.kills [--kills N] [--stops N]`, 50 of each.

Two samples are built by turns into one folder. Killed (-9): whatever is found afterwards is the former packet or the new one, whole
and proven, and the next build leaves nothing of the killed one. Stopped, as the window does it: the folder is as it was, and the
time from the word to the last trace is measured. Decision: what a person would look at is looked at, by `verify`, nothing inside.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

from forms.build import Order, build_packet
from forms.built import read_built
from forms.cases import import_case
from forms.packet.receipt import RECEIPT
from forms.paths import SAMPLES
from forms.proof.verify import verify
from forms.render.renderers import renderer
from forms.review import review_case

SAMPLE, OTHER = "startup-design", "npo-regional"
DAY = date(2023, 8, 21)
ALLOWED = 200  # milliseconds from the word to the end


def command(sample: Path, target: Path) -> list[str]:
    """The command line that builds a sample."""
    return [sys.executable, "-m", "forms", "build", str(sample), "--out", str(target), "--today", DAY.isoformat(), "--renderer", "builtin"]


def seal(target: Path) -> str:
    """What tells the two samples' packets apart, read the way the window reads a packet."""
    read_built(target)
    return str(json.loads((target / RECEIPT).read_text("utf-8"))["seal"])


def killed(target: Path, sample: str, after: float) -> bool:
    """Start a build and kill it after so many seconds; whether it had ended before."""
    with subprocess.Popen(command(SAMPLES / sample, target), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as running:
        try:
            running.wait(after)
            return True
        except subprocess.TimeoutExpired:
            running.kill()
            return False


def kill(times: int, seed: int = 0) -> list[str]:
    """What went wrong in so many kills; nothing, if all is well."""
    chance, wrong = Random(seed), list[str]()
    with tempfile.TemporaryDirectory() as room:
        target = Path(room) / "packet"
        known: dict[str, str] = {}
        for sample in (OTHER, SAMPLE):
            began = time.perf_counter()
            subprocess.run(command(SAMPLES / sample, target), check=True, capture_output=True)
            known[seal(target)] = sample
        longest = time.perf_counter() - began
        for number in range(times):
            after = chance.uniform(0, longest * 1.1)
            ended = killed(target, (OTHER, SAMPLE)[number % 2], after)
            found, faults = known.get(seal(target), "a mixture"), verify(target)
            print(f"kill {number + 1}: after {after:.2f} s{' (it had ended)' if ended else ''}, {found}, {len(faults)} faults")
            wrong += faults if found in known.values() else [found]
        subprocess.run(command(SAMPLES / SAMPLE, target), check=True, capture_output=True)
        wrong += [f"left behind: {path.name}" for path in Path(room).iterdir() if path != target]
    return wrong


def stop(times: int, seed: int = 0) -> list[tuple[float, str]]:
    """Milliseconds from the word to stop, at a random moment, until the build has ended and its folder is gone; what was in hand."""
    chance, waited = Random(seed), list[tuple[float, str]]()
    with tempfile.TemporaryDirectory() as room, import_case(SAMPLES / SAMPLE, Path(room) / "a.shinsei") as case:
        review, order = review_case(case, DAY), Order(Path(room) / "packet", renderer("builtin"))
        began = time.perf_counter()
        for _ in build_packet(case, review, order):
            pass
        longest, before = time.perf_counter() - began, sorted(Path(room).iterdir())
        for _ in range(times):
            task, word = "", time.perf_counter() + chance.uniform(0, longest)
            with closing(build_packet(case, review, order)) as steps:
                for progress in steps:
                    if time.perf_counter() >= word:
                        break
                    task = progress.task
            waited.append(((time.perf_counter() - word) * 1000, task))
            assert sorted(Path(room).iterdir()) == before
    return waited


def main() -> int:
    """Kill and stop."""
    line = argparse.ArgumentParser(description=__doc__)
    line.add_argument("--kills", type=int, default=50)
    line.add_argument("--stops", type=int, default=50)
    chosen = line.parse_args()
    wrong = kill(chosen.kills) if chosen.kills else []
    print(f"{chosen.kills} kills, {len(wrong)} times something was wrong", *wrong, sep="\n  ")
    if chosen.stops:
        waited = stop(chosen.stops)
        late = [f"{took:.0f} ms: {task}" for took, task in waited if took > ALLOWED]
        median, longest = statistics.median(took for took, _ in waited), max(took for took, _ in waited)
        print(f"{chosen.stops} stops: median {median:.0f} ms, longest {longest:.0f} ms; later than {ALLOWED} ms:", *late or ["none"], sep="\n  ")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
