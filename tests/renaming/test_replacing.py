"""Several files are replaced all or none, whatever happens on the way."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint_cli.problems import Trouble
from blueprint_cli.replacing import replace_all

ROOT = Path(__file__).parents[2]


@pytest.fixture
def three(tmp_path):
    files = [tmp_path / name for name in ("a", "b", "c")]
    for each in files:
        each.write_text(f"old {each.name}")
    return files


def asked(files):
    return [(str(each), f"new {each.name}".encode()) for each in files]


def texts(files):
    return [each.read_text() for each in files]


def test_all_are_replaced_and_nothing_is_left(three, tmp_path):
    three[1].chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(three[0])
    replace_all([(str(link), b"new a"), *asked(three[1:])])
    assert texts(three) == ["new a", "new b", "new c"]
    assert link.is_symlink()
    assert three[1].stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "b", "c", "link"]


def test_one_that_cannot_be_written_keeps_all_as_they_were(three, tmp_path):
    missing = tmp_path / "nowhere" / "d"
    with pytest.raises(Trouble, match=r"cannot write .*nowhere/d: no such file or directory"):
        replace_all([*asked(three), (str(missing), b"new d")])
    assert texts(three) == ["old a", "old b", "old c"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "b", "c"]


def test_a_failing_disk_keeps_all_as_they_were(three, tmp_path):
    limit = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50)); "
    call = f"from blueprint_cli.replacing import replace_all; replace_all({asked(three)!r} + "
    call += f"[({str(three[2])!r}, b'x' * 100)])"
    ran = subprocess.run([sys.executable, "-c", limit + call], cwd=ROOT, check=False, stderr=-1)
    assert b"no file was changed" in ran.stderr or b"cannot write" in ran.stderr
    assert texts(three) == ["old a", "old b", "old c"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "b", "c"]


@pytest.mark.parametrize("number", range(1, 36))
def test_ctrl_c_leaves_all_files_old_or_all_new(number, tmp_path):
    """The process interrupts itself at the `number`th step of the work that others can see."""
    files = [tmp_path / name for name in ("a", "b", "c")]
    for each in files:
        each.write_text(f"old {each.name}")
    count = f"""
import os, signal, sys
left = {number}
def watch(event, _):
    global left
    if event in ("open", "os.rename", "os.remove", "os.chmod"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGINT)
from blueprint_cli.replacing import replace_all
sys.addaudithook(watch)
replace_all({asked(files)!r})
"""
    ran = subprocess.run([sys.executable, "-c", count], cwd=ROOT, check=False, stderr=-1)
    assert ran.returncode in {0, 1, -signal.SIGINT, 130}
    assert texts(files) in (["old a", "old b", "old c"], ["new a", "new b", "new c"])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "b", "c"]
