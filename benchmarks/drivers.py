"""How long git waits for `bp` as its diff driver and as its merge driver, with a real git.

The floors are git's own answer for the same commits, and `import typer`, which a driver does
without. What is compared is measured one right after the other,
round after round, and the figures are medians.

    python benchmarks/drivers.py                # prints the table, writes benchmarks/drivers.json
    python benchmarks/drivers.py --runs 3 --output -
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from keeping import asking, keep
from run import ROOT, table, versions

COMMITS = 100
FILE = "hotel.yaml"
SAMPLE = ROOT / "samples" / "hotel-full.yaml"
EDITS = (
    ("severity: 4", "severity: 5"),
    ("time: 3m..5m", "time: 2m..4m"),
    ("name: Turns down the beds, time: 5m", "name: Turns down the beds, time: 6m"),
)
SCRIPT = """#!{python}
import sys
from blueprint_cli.__main__ import main
sys.exit(main())
"""
"""What pip writes for a command."""


def main() -> None:
    """Measure, print the table, write the figures."""
    options = asking("Measure bp as git's drivers.", "drivers.json", 7).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        git = Git(Path(folder))
        git.prepare()
        rounds = [once(git) for _ in range(options.runs)]
    found = {key: median(each[key] for each in rounds) for key in rounds[0]}
    figures = {
        "versions": versions(), "runs": options.runs, "commits": COMMITS,
        "bytes": SAMPLE.stat().st_size, "seconds": found,
    }  # fmt: skip
    keep(figures, tables(figures), options.output)


class Git:
    """A repository whose blueprint has `COMMITS` versions, and two branches to merge."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "repository"
        programs = folder / "bin"
        for each in (self.folder, programs):
            each.mkdir()
        script = programs / "bp"
        script.write_text(SCRIPT.format(python=sys.executable), encoding="utf-8")
        script.chmod(0o755)
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        self.environment = {
            **kept,
            "HOME": str(folder),
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "",
            "GIT_CONFIG_NOSYSTEM": "1",
        }

    def run(self, *words: str) -> float:
        """Seconds that a command takes in the repository."""
        begun = perf_counter()
        subprocess.run(
            words, cwd=self.folder, env=self.environment, check=True, capture_output=True
        )
        return perf_counter() - begun

    def commit(self, text: str) -> None:
        """One more version of the blueprint."""
        (self.folder / FILE).write_text(text, encoding="utf-8")
        self.run("git", "add", "--all")
        self.run("git", "commit", "--quiet", "--message", "Another version")

    def prepare(self) -> None:
        """Make the history, and both branches."""
        self.run("git", "init", "--quiet", "--initial-branch", "main")
        for key, value in {"user.name": "A", "user.email": "a@example.org"}.items():
            self.run("git", "config", key, value)
        text = SAMPLE.read_text(encoding="utf-8")
        other = SAMPLE.with_name("hotel-dinner.yaml")  # a blueprint that the sample leads to
        (self.folder / other.name).write_bytes(other.read_bytes())
        before, after = EDITS[0]
        for number in range(COMMITS):
            self.commit(text.replace(before, after) if number % 2 else text)
        for branch, (before, after) in zip(("ours", "theirs"), EDITS[1:], strict=True):
            self.run("git", "checkout", "--quiet", "-b", branch, "main")
            assert before in text, before
            self.commit((self.folder / FILE).read_text(encoding="utf-8").replace(before, after))
        self.run("git", "checkout", "--quiet", "ours")

    def merged(self) -> float:
        """Seconds of a merge of both branches, which is taken back."""
        taken = self.run("git", "merge", "--quiet", "--no-edit", "theirs")
        self.run("git", "reset", "--quiet", "--hard", "HEAD~")
        return taken


def once(git: Git) -> dict[str, float]:
    """Seconds of everything, one after the other."""
    typer = [sys.executable, "-c", "import typer"]
    floors = [git.run(*typer)]
    git.run("bp", "git", "install", "--diff", "--merge")
    log = ("git", "log", "--patch", f"--max-count={COMMITS}", "main")
    with_bp = {"log": git.run(*log, "--ext-diff")}
    floors.append(git.run(*typer))
    with_bp["merge"] = git.merged()
    floors.append(git.run(*typer))
    git.run("bp", "git", "uninstall")
    git.run("git", "reset", "--quiet", "--hard")
    without = {"log of git": git.run(*log, "--no-ext-diff"), "merge of git": git.merged()}
    return {
        "typer": median(floors),
        **with_bp,
        **without,
        "diff driver": (with_bp["log"] - without["log of git"]) / COMMITS,
        "merge driver": with_bp["merge"] - without["merge of git"],
    }


def tables(figures: dict[str, Any]) -> str:
    """What was measured, as Markdown."""
    each = figures["seconds"]
    rows = [
        ["`git log -p`, a commit", each["log"] / COMMITS, each["log of git"] / COMMITS],
        ["`git merge`", each["merge"], each["merge of git"]],
    ]
    head = ["hotel-full, 8 KB", "with `bp`", "git alone", "`bp` adds", "÷ `import typer`"]
    return "\n".join([
        *table(head, [
            [name, *(f"{1000 * one:.0f} ms" for one in (mine, alone, mine - alone)),
             f"{(mine - alone) / each['typer']:.2f}"]
            for name, mine, alone in rows
        ]),
        "",
    ])  # fmt: skip


if __name__ == "__main__":
    main()
