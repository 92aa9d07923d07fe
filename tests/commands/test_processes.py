"""What a case in text cannot show: Ctrl-C, a terminal, another user, and what is imported when."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from pkgutil import iter_modules

import pytest

from blueprint_cli.cli import COMMANDS, load

ROOT = Path(__file__).parent.parent.parent
BP = [sys.executable, "-m", "blueprint_cli"]
HOTEL = """\
blueprint: Hotel
lanes: [{name: Reception, role: frontstage}]
steps: [{name: Arrive, actions: {reception: Greets}}]
"""


def surroundings(**more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **more}


def test_ctrl_c_ends_quietly_with_130():
    waiting = subprocess.Popen(
        [*BP, "lint", "-"],
        env=surroundings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(1.5)  # it waits for standard input now
    waiting.send_signal(signal.SIGINT)
    assert waiting.communicate() == (b"", b"")
    assert waiting.returncode == 130


def on_terminal(arguments: list[str], folder: Path, **more: str) -> str:
    """What `bp` writes to a terminal."""
    ours, theirs = pty.openpty()
    environment = surroundings(TERM="xterm", **more)
    running = subprocess.Popen(
        [*BP, *arguments], env=environment, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    written = b""
    while running.poll() is None or select.select([ours], [], [], 0)[0]:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                written += os.read(ours, 65536)
            except OSError:
                break
    running.wait()
    os.close(ours)
    return written.decode()


def test_a_terminal_gets_colour_unless_it_is_not_wanted(tmp_path):
    tmp_path.joinpath("hotel.yaml").write_text(HOTEL.replace("frontstage", "frontstge"))
    assert "\x1b[1;31merror[BP009]\x1b[0m" in on_terminal(["lint"], tmp_path)
    assert "\x1b[" not in on_terminal(["lint"], tmp_path, NO_COLOR="1")
    assert "\x1b[" not in on_terminal(["lint", "--color", "never"], tmp_path)


def test_a_terminal_gets_no_picture(tmp_path):
    tmp_path.joinpath("hotel.yaml").write_text(HOTEL)
    written = on_terminal(["render", "hotel.yaml", "-f", "png", "-o", "-"], tmp_path)
    assert "a terminal cannot show this picture" in written
    assert "PNG\r\n" not in written


def test_long_work_shows_how_far_it_is(tmp_path):
    for number in range(60):
        tmp_path.joinpath(f"{number}.yaml").write_text(HOTEL)
    assert "Drawing" in on_terminal(["render", ".", "-f", "png", "-o", "out"], tmp_path)


def test_without_a_terminal_nothing_moves(tmp_path):
    for number in range(60):
        tmp_path.joinpath(f"{number}.yaml").write_text(HOTEL)
    done = subprocess.run(
        [*BP, "lint"], env=surroundings(), cwd=tmp_path, capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (b"", b"No problems in 60 files.\n")


@pytest.fixture
def locked(tmp_path):
    """A folder in which nothing can be written, and a file that cannot be read."""
    tmp_path.joinpath("hotel.yaml").write_text(HOTEL)
    tmp_path.joinpath("secret.yaml").write_text(HOTEL)
    tmp_path.joinpath("secret.yaml").chmod(0)
    tmp_path.chmod(0o555)
    if os.access(tmp_path, os.W_OK):
        tmp_path.chmod(0o755)
        pytest.skip("this user may write and read everything")
    yield tmp_path
    tmp_path.chmod(0o755)


def test_a_locked_folder_is_told_and_left_as_it_was(locked):
    done = subprocess.run(
        [*BP, "render", "hotel.yaml"],
        env=surroundings(),
        cwd=locked,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == b"error: cannot write hotel.svg: permission denied\n"
    assert sorted(path.name for path in locked.iterdir()) == ["hotel.yaml", "secret.yaml"]


def test_an_unreadable_file_is_a_finding(locked):
    done = subprocess.run(
        [*BP, "lint"], env=surroundings(), cwd=locked, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"secret.yaml: error[BP001] the file cannot be read: permission denied" in done.stdout


def test_a_failing_disk_leaves_no_file(tmp_path):
    tmp_path.joinpath("hotel.yaml").write_text(HOTEL)
    tmp_path.joinpath("hotel.svg").write_text("old")
    limited = "import resource, runpy, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); "
    limited += "sys.argv[1:] = ['render', 'hotel.yaml', '-f', 'svg', '-o', 'hotel.svg']; "
    limited += "runpy.run_module('blueprint_cli', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", limited],
        env=surroundings(),
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: ")
    assert tmp_path.joinpath("hotel.svg").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hotel.svg", "hotel.yaml"]


def test_every_command_is_listed_with_the_first_sentence_of_its_help():
    folder = ROOT / "blueprint_cli" / "commands"
    modules = {module.name for module in iter_modules([str(folder)])}
    assert modules == {each.name for each in COMMANDS}
    for each in COMMANDS:
        assert (load(each.name).help or "").splitlines()[0] == each.summary


@pytest.mark.parametrize(
    ("arguments", "spared"),
    [
        (["--version"], ["typer", "re", "dataclasses"]),
        (["--help"], ["rich", "yaml", "pygraphviz", "blueprint_cli.parse"]),
        (["config"], ["rich", "yaml", "pygraphviz", "blueprint_cli.parse"]),
        (["lint"], ["rich", "pygraphviz", "graphviz", "importlib.metadata", "json"]),
        (["render", "hotel.yaml"], ["rich", "graphviz", "importlib.metadata", "tomllib"]),
    ],
)
def test_nothing_is_imported_that_is_not_used(arguments, spared, tmp_path):
    tmp_path.joinpath("hotel.yaml").write_text(HOTEL)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "blueprint_cli", *arguments],
        env=surroundings(),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert not imported & set(spared)


@pytest.mark.parametrize(
    "question",
    [
        ["diff", "hotel.yaml", "hotel.yaml", "1", "100644", "other.yaml", "2", "100644"],
        ["merge", "hotel.yaml", "other.yaml", "third.yaml", "7", "hotel.yaml", "a", "b", "c"],
    ],
)
def test_git_waits_for_no_import_that_a_driver_does_not_use(question, tmp_path):
    hotel = "blueprint: H\nowner: Ana\nlanes: [{name: L, role: support}]\nsteps:\n- name: S\n"
    other, third = hotel.replace("Ana", "Ben"), hotel.replace("name: S", "name: T")
    both = other.replace("name: S", "name: T")
    for name, text in {"hotel": hotel, "other": other, "third": third}.items():
        tmp_path.joinpath(f"{name}.yaml").write_text(text)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "blueprint_cli", "git", "driver", *question],
        env=surroundings(),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        input=f"{both}\n0\n",
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    unused = {
        "typer",
        "rich",
        "dataclasses",
        "inspect",
        "subprocess",
        "tempfile",
        "json",
        "pygraphviz",
        "blueprint_cli.cli",
        "blueprint_cli.rules" if question[0] == "diff" else "blueprint_cli.merging.elements",
    }
    assert not imported & unused
    assert "Ben" in (done.stdout or tmp_path.joinpath("other.yaml").read_text())


def test_no_type_is_named_before_it_is_there():
    # typing would have such a name compiled, for which Python first makes all types of its syntax
    modules = "blueprint_cli.merging, blueprint_cli.change_lists.text, blueprint_cli.rules.alone"
    script = f"import typing; typing.ForwardRef.__init__ = None; import {modules}"
    subprocess.run([sys.executable, "-c", script], env=surroundings(), check=True)
