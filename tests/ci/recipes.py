"""The recipes of docs/ci.md, and a team's repository in which they are tried."""

import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
ADDRESS = "https://git.example.com/your-org/bp"
BLOCK = re.compile(
    r"`(?P<file>[\w./-]+)`:\n\n```yaml\n(?P<yaml>.*?)^```$|^```sh\n(?P<sh>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
OFFLINE = re.compile(
    r"No matching distribution|Could not find a version|Failed to establish a new connection"
    r"|Temporary failure in name resolution|Network is unreachable|NewConnectionError"
)
TEAM = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Team"), ("EMAIL", "team@example.com"))
}
TEA = """\
blueprint: Tea for two
owner: Tea room

lanes:
  - {id: guests, name: Guests, role: customer}
  - {id: waiter, name: Waiter, role: frontstage}
  - {id: kitchen, name: Kitchen, role: support}

steps:
  - name: Order
    actions:
      guests: Order tea and cake
      waiter: {name: Notes the order, triggers: boil}
      kitchen: {id: boil, name: Boils water}
"""
KEPT = ("pyproject.toml", "LICENSE", "README.md", ".pre-commit-hooks.yaml", "action.yml")
"""What is installed or read besides the package."""
CHART = "name: no blueprint\nversion: [1\n"
"""A file that the hooks get as well, and that is not even YAML."""


class Recipe(NamedTuple):
    """A file as the page tells to save it."""

    file: str
    text: str

    @property
    def content(self):
        return yaml.safe_load(self.text)


def recipes(file):
    """The recipes that are to be saved as a file of this name, in the page's order."""
    found = [Recipe(each["file"], each["yaml"]) for each in BLOCK.finditer(PAGE) if each["file"]]
    return [each for each in found if each.file.endswith(file)]


def scripts():
    return [each["sh"] for each in BLOCK.finditer(PAGE) if each["sh"]]


class Ran(NamedTuple):
    status: int
    output: str


class Team:
    """A team's repository, cloned from one that holds its main branch."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "team"
        self.environment = {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "80",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PIP_NO_COMPILE": "1",  # Python does it for what is run
            **{key: value for key, value in os.environ.items() if key.startswith("PIP_")},
            **_ways_of_pip(),
            **TEAM,
        }
        self.must("git init -q --bare -b main origin.git", folder)
        self.must("git clone -q origin.git team", folder)
        self.write("tea.yaml", TEA)
        self.write("chart.yaml", CHART)
        self.must("git switch -q -c main && git add . && git commit -q -m Tea")
        self.must("git push -q -u origin main")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def run(self, script: str, folder: Path | None = None, **more: str) -> Ran:
        """Run a script as CI servers do: bash that stops at the first failure."""
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=folder or self.folder,
            env=self.environment | more,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode())

    def must(self, script: str, folder: Path | None = None, **more: str) -> str:
        ran = self.run(script, folder, **more)
        if OFFLINE.search(ran.output):
            pytest.skip("pip cannot reach a package index")
        assert ran.status == 0, ran.output
        return ran.output


def _ways_of_pip() -> dict[str, str]:
    """What lets pip find packages and what it has fetched before, in another home."""
    home = Path(os.environ.get("HOME", "/"))
    cache = os.environ.get("XDG_CACHE_HOME", str(home / ".cache"))
    ways = {"PIP_CACHE_DIR": os.environ.get("PIP_CACHE_DIR", f"{cache}/pip")}
    for name in (".config/pip/pip.conf", ".pip/pip.conf"):
        if (home / name).exists():
            ways["PIP_CONFIG_FILE"] = os.environ.get("PIP_CONFIG_FILE", str(home / name))
    proxies = {key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")}
    return ways | proxies


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that is made once for all processes that test at the same time."""
    base = factory.getbasetemp()
    base = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = base / name
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            (folder / "done").touch()
    return folder


class Project(NamedTuple):
    """Where this project lies as a repository of its own, and its only commit."""

    address: str
    revision: str

    def put_into(self, text: str, address: str) -> str:
        """The recipe with what stands for these."""
        return text.replace(ADDRESS, address).replace("REVISION", self.revision)


def project(folder: Path) -> Project:
    """This checkout as a repository in a folder; made if it is not there."""
    copy = folder / "bp"
    git = ["git", "-C", str(copy)]
    if not copy.exists():
        copy.mkdir()
        for name in KEPT:
            shutil.copy(ROOT / name, copy)
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "blueprint_cli", copy / "blueprint_cli", ignore=ignored)
        subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "-q", "-m", "bp"], check=True, env=os.environ | TEAM)
    head = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
    return Project(str(copy), head.stdout.strip())
