"""How long `bp diff` takes, whole process: of two small files, and of two with 2,400 cards each.

The floor of the first is `import typer`, which no call of `bp` can do without; of the second, that
both files are read. What is compared is measured one right after the other, round after round, and
the figures are medians.

    python benchmarks/diff.py                # prints the table, writes benchmarks/diff.json
    python benchmarks/diff.py --runs 3 --output -
"""

import random
import re
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from generate import generate
from keeping import asking, keep
from run import ROOT, SIZES, ended, table, versions

SMALL, LARGE = "hotel-full, 8 KB", "2,400 cards"
READING = """
import sys
import typer
from pathlib import Path
from blueprint_cli.parse import read
for path in sys.argv[1:]:
    read(Path(path).read_bytes(), path)
"""
TYPER = "import typer"
CHANGED = 0.1
"""The share of times and names of the large file that are others in its second version."""


def main() -> None:
    """Measure, print the table, write the figures."""
    options = asking("Measure bp diff.", "diff.json", 7).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pairs = written(Path(folder))
        rounds = [once(pairs) for _ in range(options.runs)]
    sizes = {name: {key: median(each[name][key] for each in rounds) for key in rounds[0][name]}
             for name in pairs}  # fmt: skip
    figures = {"versions": versions(), "runs": options.runs, "sizes": sizes}
    keep(figures, tables(figures), options.output)


def written(folder: Path) -> dict[str, tuple[Path, Path]]:
    """Both versions of both sizes."""
    small = (ROOT / "samples" / "hotel-full.yaml").read_text(encoding="utf-8")
    texts = {SMALL: small, LARGE: generate(**SIZES["200x20"])}
    found = {}
    for name, text in texts.items():
        old, new = (folder / f"{len(text)}-{version}.yaml" for version in ("old", "new"))
        old.write_text(text, encoding="utf-8")
        new.write_text(edited(text), encoding="utf-8")
        found[name] = (old, new)
    return found


def edited(text: str) -> str:
    """Some names and times changed, as if somebody had worked on it."""
    chance = random.Random(1)  # noqa: S311 - no secrets here, and it must be repeatable

    def changed(found: re.Match[str]) -> str:
        return f"{found[0]} again" if chance.random() < CHANGED else found[0]

    text = re.sub(r"(?m)^ +name: [^\n{}\"':]+$", changed, text)
    return re.sub("time: 3m", "time: 2m", text)


def once(pairs: dict[str, tuple[Path, Path]]) -> dict[str, dict[str, float]]:
    """Seconds of each call and of its floor, one after the other."""
    return {name: side_by_side(*map(str, pair)) for name, pair in pairs.items()}


def side_by_side(old: str, new: str) -> dict[str, float]:
    """Seconds of `bp diff`, of what it cannot do without, and how many times as long it takes.

    `busy` are those of a processor, which a crowded machine stretches less.
    """
    typer = ended([sys.executable, "-c", TYPER]).seconds
    whole = ended([sys.executable, "-m", "blueprint_cli", "diff", old, new])
    compared = whole.seconds
    reading = ended([sys.executable, "-c", READING, old, new]).seconds
    return {
        "typer": typer,
        "reading": reading,
        "diff": compared,
        "busy": whole.busy,
        "diff ÷ typer": compared / typer,
        "diff ÷ reading": compared / reading,
    }


def tables(figures: dict[str, Any]) -> str:
    """What was measured, as Markdown."""
    rows = [
        [
            name,
            f"{1000 * each['diff']:.0f} ms",
            f"{1000 * each['busy']:.0f} ms",
            f"{each['diff ÷ typer']:.2f}",
            f"{each['diff ÷ reading']:.2f}",
        ]
        for name, each in figures["sizes"].items()
    ]
    head = ["`bp diff` of two files", "by the clock", "of a processor"]
    return "\n".join([*table([*head, "÷ `import typer`", "÷ reading"], rows), ""])


if __name__ == "__main__":
    main()
