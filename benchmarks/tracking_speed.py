"""How long `bp log` and `bp blame` take for a blueprint with 200 versions, whole process.

The floors are `import typer`, which no call of `bp` can do without, that every version is read, and
`git log -p`, which compares the lines of the same commits. What is compared is measured one right
after the other, round after round, and the figures are medians.

    python benchmarks/tracking_speed.py  # prints the table, writes benchmarks/tracking.json
    python benchmarks/tracking_speed.py --runs 3 --output -
"""

import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from keeping import asking, keep
from run import ROOT, ended, table, versions

VERSIONS = 200
FILE = "hotel.yaml"
SAMPLE = ROOT / "samples" / "hotel-full.yaml"
ELEMENT = "booking.reception.book"
READING = """
import sys
import typer
from blueprint_cli import git
from blueprint_cli.parse import read
folder, path = sys.argv[1:]
commits = git.answer(folder, "log", "--format=%H", "--", path).decode().split()
for content in git.blobs(folder, [f"{commit}:{path}" for commit in commits], 1 << 20):
    read(content, path)
"""
TYPER = "import typer"


def main() -> None:
    """Measure, print the table, write the figures."""
    options = asking("Measure bp log and bp blame.", "tracking.json", 7).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = prepared(Path(folder))
        rounds = [once(path) for _ in range(options.runs)]
    found = {key: median(each[key] for each in rounds) for key in rounds[0]}
    figures = {
        "versions": versions(), "runs": options.runs, "commits": VERSIONS,
        "bytes": SAMPLE.stat().st_size, "seconds": found,
    }  # fmt: skip
    keep(figures, tables(figures), options.output)


def prepared(folder: Path) -> Path:
    """A repository whose blueprint has so many versions, each with an edit or two; the file."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    for text in edited():
        (folder / FILE).write_text(text, encoding="utf-8")
        git(folder, "add", FILE)
        git(folder, *who, "commit", "--quiet", "--allow-empty", "--message", "Another version")
    return folder / FILE


def git(folder: Path, *words: str) -> None:
    """Let git do something in a folder."""
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


def edited() -> Iterator[str]:
    """One version after the other: now a time or a wait is another one, now a name."""
    chance = random.Random(1)  # noqa: S311 - no secrets here, and it must be repeatable
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(VERSIONS):
        yield text
        kind = r"\b(?:time|tolerance): \d+m\b" if number % 2 else r"\bname: [A-Z][\w ]+"
        places = list(re.finditer(kind, text))
        place = chance.choice(places)
        key, _, value = place[0].partition(": ")
        changed = (
            f"{chance.randrange(2, 60)}m" if number % 2 else f"{value.split(' v')[0]} v{number}"
        )
        text = f"{text[: place.start()]}{key}: {changed}{text[place.end() :]}"


def once(path: Path) -> dict[str, float]:
    """Seconds of each call and of its floors, one after the other."""
    bp = [sys.executable, "-m", "blueprint_cli"]
    calls = {
        "typer": [sys.executable, "-c", TYPER],
        "git log -p": [
            shutil.which("git") or "git",
            "-C",
            str(path.parent),
            "log",
            "-p",
            "--",
            FILE,
        ],
        "reading": [sys.executable, "-c", READING, str(path.parent), FILE],
        "log": [*bp, "log", str(path)],
        "log of an element": [*bp, "log", str(path), ELEMENT],
        "blame": [*bp, "blame", str(path)],
    }
    return {name: ended(words).seconds for name, words in calls.items()}


def tables(figures: dict[str, Any]) -> str:
    """What was measured, as Markdown."""
    each = figures["seconds"]
    rows = [
        [
            name.replace("log", "`bp log`").replace("blame", "`bp blame`"),
            f"{1000 * each[name]:.0f} ms",
            f"{1000 * each[name] / figures['commits']:.1f} ms",
            f"{each[name] / each['typer']:.2f}",
            f"{each[name] / each['reading']:.2f}",
            f"{each[name] / each['git log -p']:.2f}",
        ]
        for name in ("log", "log of an element", "blame")
    ]
    head = [f"hotel-full, {figures['commits']} versions", "all", "a version"]
    return "\n".join([*table([*head, "÷ `import typer`", "÷ reading", "÷ `git log -p`"], rows), ""])


if __name__ == "__main__":
    main()
