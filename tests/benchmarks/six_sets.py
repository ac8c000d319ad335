"""How fast six sets are written: `python -m tests.benchmarks.six_sets [--quick] [--build PAGES]`, with `qpdf` installed.

Prints a table: packet.pdf, original.pdf and packet-2in1.pdf of 60, 600 and 2,000 attachment pages (three quarters of them scans of
about 300 KB, 20 pages a paper) against the `qpdf` command concatenating the same papers six times, which stamps nothing. Every time
is the median of five, taken in turns in one run, each side in a process of its own whose start is not counted for us and is for
qpdf, where it is a hundredth of a second; memory is the most that such a process held. `--quick`: one round, without the 2,000. `--build`: one whole
build of a case with so many attachment pages, phase by phase.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream
from PIL import Image

from forms.build import Order, build_packet
from forms.cases import import_case
from forms.packet.assemble import Job, Part, assemble, layout_of
from forms.packet.impose import impose
from forms.papers import Paper
from forms.paths import SAMPLES
from forms.positions import A4
from forms.render.renderers import renderer
from forms.review import review_case

SIZES, QUICK_SIZES = (60, 600, 2000), (60, 600)
ROUNDS = 5
PER_PAPER = 20
SCAN_EVERY = 4  # all but each fourth page are scans
SETS = 6
LIMITS = "goals: packet.pdf and packet-2in1.pdf at most 3 x qpdf, size at most 1.01 x one set, memory at most 700 MB"
TOOLS = ("original", "packet", "2in1")


def scan(seed: int) -> bytes:
    """A JPEG of about 300 KB that packs no further."""
    noise = Image.frombytes("L", (620, 877), Random(seed).randbytes(620 * 877))
    out = BytesIO()
    noise.convert("RGB").save(out, "JPEG", quality=62)
    return out.getvalue()


def paper(first: int, pages: int) -> bytes:
    """A paper of upright A4 pages, scans but for every fourth, which is text."""
    with Pdf.new() as pdf:
        for number in range(first, first + pages):
            content, resources = text_page(number) if number % SCAN_EVERY == SCAN_EVERY - 1 else scanned_page(pdf, number)
            entries = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, *A4]), Contents=Stream(pdf, content), Resources=resources)
            pdf.pages.append(Page(pdf.make_indirect(entries)))
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def text_page(number: int) -> tuple[bytes, Dictionary]:
    """Sixty lines of text."""
    lines = (f"BT /F 10 Tf 50 {height} Td (page {number} at {height}) Tj ET" for height in range(60, 780, 12))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    return "\n".join(lines).encode(), Dictionary(Font=Dictionary(F=font))


def scanned_page(pdf: Pdf, number: int) -> tuple[bytes, Dictionary]:
    """One picture, as large as the page but for white edges."""
    picture = Stream(pdf, scan(number % 40) + number.to_bytes(4, "big"))
    picture.Type, picture.Subtype, picture.Filter = Name.XObject, Name.Image, Name.DCTDecode
    picture.Width, picture.Height, picture.ColorSpace, picture.BitsPerComponent = 620, 877, Name.DeviceRGB, 8
    return b"q 480 0 0 680 57 60 cm /I Do Q", Dictionary(XObject=Dictionary(I=picture))


def papers(folder: Path, pages: int) -> list[Path]:
    """So many pages, 20 a paper, as files in a folder."""
    folder.mkdir()
    made = []
    for first in range(0, pages, PER_PAPER):
        made.append(folder / f"{first:05}.pdf")
        made[-1].write_bytes(paper(first, min(PER_PAPER, pages - first)))
    return made


def part(index: int, pdf: Path) -> Part:
    """A paper as the 資料 of its number; hashes and fonts, which a build takes before, play no part in the writing."""
    with Pdf.open(pdf) as opened:
        hashes = ("",) * len(opened.pages)
    return Part(f"paper_{index}", index, pdf.stem, (pdf,), hashes, (), f"資料{index}", ())


def write(tool: str, folder: Path, target: Path) -> tuple[float, int]:
    """One of the files from the papers in a folder: seconds, and the most bytes that this process has held."""
    parts = [part(index, pdf) for index, pdf in enumerate(sorted(folder.iterdir()), 1)]
    copies = 0 if tool == "original" else SETS - 1
    began = time.perf_counter()
    packet = target.with_name("packet.pdf")
    for _ in impose(packet, layout_of(parts, copies), target) if tool == "2in1" else assemble(Job(parts, copies), target):
        pass
    return time.perf_counter() - began, peak()


def peak() -> int:
    """The most memory that this process has held, in bytes; 0 where the system does not tell."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def in_a_process(tool: str, folder: Path, target: Path) -> tuple[float, int]:
    """The same in a fresh process."""
    line = [sys.executable, "-m", "tests.benchmarks.six_sets", "--write", tool, str(folder), str(target)]
    seconds, memory = json.loads(subprocess.run(line, check=True, capture_output=True, text=True).stdout)
    return float(seconds), int(memory)


def concatenate(files: list[Path], target: Path) -> float:
    """Seconds that qpdf takes to put the papers behind one another six times."""
    line = ["qpdf", "--empty", "--pages", *map(str, files * SETS), "--", str(target)]
    began = time.perf_counter()
    subprocess.run(line, check=True)
    return time.perf_counter() - began


def compare(pages: int, rounds: int) -> None:
    """One table."""
    with tempfile.TemporaryDirectory() as room:
        files = papers(Path(room) / "papers", pages)
        targets = {tool: Path(room) / name for tool, name in zip(TOOLS, ("original.pdf", "packet.pdf", "packet-2in1.pdf"), strict=True)}
        times: dict[str, list[float]] = defaultdict(list)
        memory: dict[str, int] = {}
        for _ in range(rounds):
            times["qpdf"].append(concatenate(files, Path(room) / "qpdf.pdf"))
            for tool, target in targets.items():
                seconds, held = in_a_process(tool, files[0].parent, target)
                times[tool].append(seconds)
                memory[tool] = max(held, memory.get(tool, 0))
        medians = {tool: statistics.median(taken) for tool, taken in times.items()}
        one = targets["original"].stat().st_size
        print(f"\n{pages:,} attachment pages, one set {one / 1e6:.1f} MB; qpdf {medians['qpdf']:.2f} s")
        for tool, target in targets.items():
            ratio, size = medians[tool] / medians["qpdf"], target.stat().st_size / one
            print(f"{target.name:18}{medians[tool]:8.2f} s {ratio:6.2f} x qpdf   size {size:.4f} x one set   memory {memory[tool] / 1e6:5.0f} MB")


def build(pages: int) -> None:
    """One build of a sample with so many more pages, and how long each phase and its longest step took."""
    day = date(2023, 8, 21)
    with tempfile.TemporaryDirectory() as room, import_case(SAMPLES / "startup-design", Path(room) / "a.shinsei") as case:
        for first in range(0, pages, PER_PAPER):
            data = paper(first, min(PER_PAPER, pages - first))
            case.attach("estimates", Paper(f"{first}.pdf", f"{first:064}", b"", data, min(PER_PAPER, pages - first), ()))
        spent: dict[tuple[str, str], list[float]] = defaultdict(list)
        steps = build_packet(case, review_case(case, day), Order(Path(room) / "packet", renderer("builtin")))
        key, began = ("", ""), time.perf_counter()
        for progress in steps:
            now = time.perf_counter()
            spent[key].append(now - began)
            key, began = (progress.phase, progress.task), now
        spent[key].append(time.perf_counter() - began)
        print(f"\na build of {pages:,} attachment pages: {sum(map(sum, spent.values())):.2f} s")
        for (phase, task), taken in spent.items():
            if sum(taken) >= 0.05:
                print(f"{phase:8}{sum(taken):7.2f} s in {len(taken):5} steps, the longest {max(taken) * 1000:5.0f} ms   {task}")


def main() -> None:
    """Read the line."""
    line = argparse.ArgumentParser(description=__doc__)
    line.add_argument("--quick", action="store_true")
    line.add_argument("--build", type=int, metavar="PAGES")
    line.add_argument("--write", nargs=3, metavar=("TOOL", "FOLDER", "TARGET"), help=argparse.SUPPRESS)
    chosen = line.parse_args()
    if chosen.write:
        tool, folder, target = chosen.write
        print(json.dumps(write(tool, Path(folder), Path(target))))
    elif chosen.build:
        build(chosen.build)
    else:
        print(LIMITS)
        for pages in QUICK_SIZES if chosen.quick else SIZES:
            compare(pages, 1 if chosen.quick else ROUNDS)


if __name__ == "__main__":
    main()
