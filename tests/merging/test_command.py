"""`bp merge` as people and git call it: real files, real processes, the exit status."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HOTEL = (Path(__file__).parent / "hotel.yaml").read_text(encoding="utf-8")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def bp(tmp_path, monkeypatch):
    """Runs `bp` in an empty folder, whose folder for temporary files is `scratch`."""
    monkeypatch.chdir(tmp_path)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(scratch), "NO_COLOR": "1"}

    def run(*words, **more):
        command = [sys.executable, "-m", "blueprint_cli", *words]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env=environment | more
        )
        assert not list(scratch.iterdir())
        assert "Traceback" not in done.stderr
        return done

    return run


def put(base=HOTEL, ours=HOTEL, theirs=HOTEL):
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        Path(f"{name}.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return "base.yaml", "ours.yaml", "theirs.yaml"


def renamed(name):
    return HOTEL.replace("Front office", name)


def test_what_only_one_side_changed_comes_out_byte_for_byte(bp):
    odd = renamed("x").replace("\n", "\r\n").encode() + b"\r\n\r\n"
    done = bp("merge", *put(theirs=odd), "-o", "out.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert Path("out.yaml").read_bytes() == odd
    bp("merge", *put(ours=odd), "-o", "ours.yaml")
    assert Path("ours.yaml").read_bytes() == odd


def test_a_conflict_has_the_markers_that_are_asked_for(bp):
    files = put(ours=renamed("Ours"), theirs=renamed("Theirs"))
    words = ("-L", "HEAD", "-L", "1a2b", "-L", "topic", "--marker-size", "9")
    done = bp("merge", *files, *words)
    assert done.returncode == 1
    assert done.stdout == HOTEL.replace(
        "owner: Front office\n",
        "<<<<<<<<< HEAD\nowner: Ours\n||||||||| 1a2b\nowner: Front office\n"
        "=========\nowner: Theirs\n>>>>>>>>> topic\n",
    )
    assert "owner of the blueprint 'Hotel room and dinner': both sides change it" in done.stderr


def test_line_ends_and_a_byte_order_mark_are_those_of_ours(bp):
    ours = b"\xef\xbb\xbf" + HOTEL.replace("5m..", "").replace("3m..5m", "4m").encode()
    ours = ours.replace(b"\n", b"\r\n")
    theirs = HOTEL.replace("        needs: rooms\n", "        uses: pms\n        needs: rooms\n")
    done = bp("merge", *put(ours=ours, theirs=theirs), "-o", "out.yaml")
    assert done.returncode == 0, done.stderr
    wanted = ours.replace(
        b"        needs: rooms\r\n", b"        uses: pms\r\n        needs: rooms\r\n"
    )
    assert Path("out.yaml").read_bytes() == wanted


def test_a_version_with_errors_is_told_of_and_merged_by_lines(bp):
    broken = HOTEL.replace("role: customer", "role: custommer")
    done = bp("merge", *put(theirs=broken, ours=renamed("Ours")))
    assert done.returncode == 0
    assert done.stdout == broken.replace("Front office", "Ours")
    assert "ours.yaml (theirs):8:" in done.stderr
    assert "unknown role 'custommer'" in done.stderr
    done = bp("merge", *put(theirs="{", ours=renamed("Ours")))
    assert done.returncode == 1
    assert "<<<<<<<" in done.stdout


def test_two_files_that_began_without_a_base(bp):
    files = put(
        base="", ours=HOTEL.replace("- name: Plates up", "- name: Plates up\n          time: 2m")
    )
    done = bp("merge", *files, "-o", "out.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert Path("out.yaml").read_bytes() == Path("ours.yaml").read_bytes()
    done = bp("merge", *put(base="", ours=renamed("Ours")))
    assert done.returncode == 1
    assert "owner of the blueprint 'Hotel room and dinner': each side says something" in done.stderr
    assert done.stdout == HOTEL.replace(
        "owner: Front office\n",
        "<<<<<<< ours\nowner: Ours\n||||||| base\n=======\nowner: Front office\n>>>>>>> theirs\n",
    )
    other = "blueprint: A\nlanes:\n  - {id: x, name: X, role: support}\nsteps:\n  - Y\n"
    done = bp("merge", *put(base="", ours=other))
    assert done.returncode == 1
    assert "both sides began without a base, and have little in common" in done.stderr


def test_what_is_no_blueprint_is_merged_by_lines_in_silence(bp):
    done = bp("merge", *put("a: 1\n\n\nb: 1\n", "a: 2\n\n\nb: 1\n", "a: 1\n\n\nb: 2\n"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "a: 2\n\n\nb: 2\n", "")


def test_an_alias_is_followed_and_never_lost(bp):
    base = (ROOT / "samples" / "burger-v1.yaml").read_text(encoding="utf-8")
    ours = base.replace("- Food supply", "- {name: Food supply, time: 2h}")
    theirs = base.replace("A burger for lunch", "A burger").replace("- Food supply", "- Food")
    done = bp("merge", *put(base, ours, theirs))
    assert done.returncode == 1 or "&house" in done.stdout


def test_review_tells_what_was_decided(bp):
    files = put(
        ours=HOTEL.replace("3m..5m", "4m"), theirs=HOTEL.replace("needs: rooms\n", "uses: pms\n")
    )
    done = bp("merge", *files, "--review", "-o", "out.yaml")
    assert done.returncode == 0, done.stderr
    assert "kept from ours: " in done.stdout
    assert "took from theirs: " in done.stdout
    assert bp("merge", *files, "--review").stderr == done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("merge", "base.yaml", "ours.yaml", "their.yaml"), "no such file: their.yaml"),
        (("merge", "base.yaml", "ours.yaml", "."), "."),
        (("merge", "base.yaml", "ours.yaml", "theirs.yaml", "--marker-size", "0"), "marker"),
        (("merge", "base.yaml", "ours.yaml", "theirs.yaml", *["-L", "x"] * 4), "three versions"),
        (("merge", "base.yaml", "ours.yaml"), "missing argument `THEIRS`"),
    ],
)
def test_what_cannot_be_done(bp, words, said):
    put()
    done = bp(*words)
    assert done.returncode == 2
    assert said in done.stderr


def test_binary_files_and_a_missing_git(bp, tmp_path):
    done = bp("merge", *put(b"\0\1\2\3", b"\0\1\2\4", b"\0\1\2\5"))
    assert done.returncode == 2
    assert "binary" in done.stderr
    done = bp("merge", *put(ours=renamed("a"), theirs=renamed("b")), PATH=str(tmp_path))
    assert done.returncode == 2
    assert "git is not installed" in done.stderr


def test_ctrl_c_leaves_no_file(tmp_path, monkeypatch):
    """A git that never answers, and a user who does not wait for it."""
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\n: > begun\nexec sleep 60\n")
    slow.chmod(0o755)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.chdir(tmp_path)
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "TMPDIR": str(scratch),
        "PATH": f"{slow.parent}:{os.environ['PATH']}",
    }
    command = [
        sys.executable,
        "-m",
        "blueprint_cli",
        "merge",
        *put(ours=renamed("a"), theirs=renamed("b")),
    ]
    with subprocess.Popen(command, env=environment) as running:
        while not (tmp_path / "begun").exists():
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 130
    assert not list(scratch.iterdir())
