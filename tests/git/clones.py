"""Real git repositories with `bp` on the path and nothing of the user's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
OTHERS = os.pathsep.join(
    folder
    for folder in os.environ["PATH"].split(os.pathsep)
    if not os.access(os.path.join(folder, "bp"), os.X_OK)  # noqa: PTH118 - an entry may be empty
)
"""The path of whoever runs the tests, without a `bp` that is installed there."""

HOTEL = """\
blueprint: Hotel
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: desk, name: Desk, role: frontstage}
  - {id: floor, name: Floor, role: backstage}
steps:
  - name: Arrive
    actions:
      guest: Comes in
      desk: {id: greet, name: Greets, time: 1m}

  - name: Book
    actions:
      guest: Signs
      desk: {id: book, name: Books, time: 3m, triggers: tidy}
      floor: {id: tidy, name: Tidies the room}

  - name: Leave
    actions:
      guest: Pays
      desk: {id: bill, name: Writes the bill, time: 2m}
"""
LATER = HOTEL.replace("time: 3m", "time: 5m")


class Clone:
    """A repository in a folder of its own; `home` is the home folder of its user."""

    def __init__(self, folder: Path, home: Path, *, begin: bool = True) -> None:
        self.folder, self.home = folder, home
        folder.mkdir(parents=True, exist_ok=True)
        self.environment = {
            "PATH": os.pathsep.join([str(programs(home)), OTHERS]),
            "PYTHONPATH": str(ROOT),
            "HOME": str(home),
            "TMPDIR": str(temporary(home)),
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": str(home.parent),
            **{f"GIT_{who}_NAME": "Mira" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "mira@example.org" for who in ("AUTHOR", "COMMITTER")},
        }
        if begin:
            self.git("init", "--quiet", "--initial-branch=main")

    def run(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        """What a program does here, whatever its exit status."""
        return subprocess.run(
            words,
            cwd=self.folder,
            env=self.environment | more,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )

    def git(self, *words: str, **more: str) -> str:
        """What git prints; it must do its work."""
        done = self.run("git", "-c", "protocol.file.allow=always", *words, **more)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def bp(self, *words: str) -> str:
        """What `bp` says; it must do its work."""
        done = self.run("bp", *words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def read(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def commit(self, **files: str) -> None:
        """Commit all there is, after writing these files; `hotel` means `hotel.yaml`."""
        for name, text in files.items():
            self.write(f"{name}.yaml", text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", "A change")

    def without_bp(self) -> dict[str, str]:
        """A path on which there is no `bp`."""
        return {"PATH": OTHERS}

    def with_broken_bp(self, script: str) -> dict[str, str]:
        """A path on which `bp` is this shell script."""
        folder = self.home / "broken"
        folder.mkdir(exist_ok=True)
        put_program(folder / "bp", script)
        return {"PATH": os.pathsep.join([str(folder), OTHERS])}

    def left_over(self) -> list[str]:
        """What lies in the folder of temporary files."""
        return sorted(each.name for each in temporary(self.home).iterdir())


def programs(home: Path) -> Path:
    """A folder with `bp`, and with a program that notes what it is to open."""
    folder = home / "bin"
    if not folder.is_dir():
        folder.mkdir(parents=True)
        put_program(folder / "bp", f'exec "{sys.executable}" -m blueprint_cli "$@"')
        put_program(folder / "xdg-open", f'printf "%s\\n" "$1" >> "{home}/opened"')
    return folder


def put_program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def temporary(home: Path) -> Path:
    folder = home / "tmp"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def copy_sample(clone: Clone, name: str) -> None:
    shutil.copyfile(SAMPLES / name, clone.folder / name)
