"""A folder is replaced as a whole: whatever kills the process, the former or the new one is there, and what it left is swept away."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from forms.wholefolder import LOCK, NEW, OLD, Room, recover, replacing

# Replaces the folder argv[1] by one whose files say argv[2]; killed at the event of the file system that argv[3] counts.
KILLED = """
import os, signal, sys
from pathlib import Path
from forms.wholefolder import replacing

count = 0

def audit(event, _):
    global count
    if event in ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree", "tempfile.mkdtemp"):
        count += 1
        if count == int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(audit)
with replacing(Path(sys.argv[1])) as room:
    (room.work / "part").write_text("part")
    for name in ("a", "b"):
        (room.new / name).write_text(sys.argv[2])
"""
EVENTS = 40


def write(target: Path, said: str) -> None:
    with replacing(target) as room:
        for name in ("a", "b"):
            (room.new / name).write_text(said, "utf-8")


def says(folder: Path) -> list[str]:
    return [(folder / name).read_text("utf-8") for name in ("a", "b")]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_at_any_touch_of_the_disk_it_leaves_one_of_both_whole(tmp_path: Path) -> None:
    target, seen = tmp_path / "packet", set()
    write(target, "former")
    for event in range(1, EVENTS):
        line = [sys.executable, "-c", KILLED, str(target), "new", str(event)]
        ended = subprocess.run(line, check=False).returncode
        gap = not target.exists()
        recover(target)
        found = says(target)
        assert found in (["former"] * 2, ["new"] * 2)
        seen.add((found[0], gap))
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        for room in tmp_path.glob(".packet-*"):
            os.utime(room, (0, 0))  # long ago: one that died before it had its lock is not swept away at once
        write(target, "former")
        assert [path.name for path in tmp_path.iterdir()] == ["packet"]
    assert ended == 0
    assert seen == {("former", False), ("new", True), ("new", False)}  # before the moves, between them, and after both


def test_a_room_that_somebody_works_in_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "packet"
    with replacing(target) as room:
        (room.new / "a").write_text("slow", "utf-8")
        write(target, "quick")
        assert (room.new / "a").exists()
    assert (target / "a").read_text("utf-8") in ("slow", "quick")
    assert [path.name for path in tmp_path.iterdir()] == ["packet"]


def test_rooms_of_a_folder_that_is_called_almost_so_are_left_alone(tmp_path: Path) -> None:
    room = tmp_path / ".packet-2-abc"
    for name in (NEW, OLD):
        (room / name).mkdir(parents=True)
    (room / LOCK).touch()
    recover(tmp_path / "packet")
    assert not (tmp_path / "packet").exists()
    write(tmp_path / "packet", "new")
    recover(tmp_path / "packet-2")
    assert (tmp_path / "packet-2").is_dir()


def test_what_only_looks_like_a_room_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".packet-mine").mkdir()
    (tmp_path / ".packet-mine" / "diary.txt").write_text("x", "utf-8")
    (tmp_path / ".packet-note").write_text("x", "utf-8")
    write(tmp_path / "packet", "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".packet-mine", ".packet-note", "packet"]


def test_a_former_folder_stays_in_its_room_as_long_as_it_is_the_only_one(tmp_path: Path) -> None:
    room = tmp_path / ".packet-abc"
    (room / OLD).mkdir(parents=True)
    (room / LOCK).touch()
    recover(tmp_path / "packet")
    assert not (tmp_path / "packet").exists()
    with pytest.raises(ValueError, match="x"), replacing(tmp_path / "packet"):
        raise ValueError("x")
    assert (room / OLD).is_dir()


def fail(room: Room) -> None:
    raise ValueError("x")


def in_the_way(room: Room) -> None:
    """The target cannot be moved away, as on Windows while a viewer has a file in it open."""
    (room.new.parent / OLD).mkdir()
    (room.new.parent / OLD / "in the way").touch()


def lost(room: Room) -> None:
    """The former folder is moved away, and then the new one cannot be moved in."""
    room.new.rename(room.new.with_name("lost"))


@pytest.mark.parametrize("spoil", [fail, in_the_way, lost])
def test_what_fails_leaves_the_former_folder_and_nothing_else(tmp_path: Path, spoil: Callable[[Room], None]) -> None:
    write(tmp_path / "packet", "former")
    with pytest.raises((ValueError, OSError)), replacing(tmp_path / "packet") as room:
        spoil(room)
    assert says(tmp_path / "packet") == ["former"] * 2
    assert [path.name for path in tmp_path.iterdir()] == ["packet"]


def test_a_gap_is_closed_only_where_both_folders_are_there(tmp_path: Path) -> None:
    room = tmp_path / ".packet-abc"
    for name in (NEW, OLD):
        recover(tmp_path / "packet")
        assert not (tmp_path / "packet").exists()
        (room / name).mkdir(parents=True)
        (room / LOCK).touch()
    recover(tmp_path / "packet")
    assert (tmp_path / "packet").is_dir()
