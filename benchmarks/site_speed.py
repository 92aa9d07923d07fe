"""How fast a site of many blueprints is made, and made again after one of them has changed.

The floor of the first is the pictures alone, drawn by as many processes; that of the second is to
start, to look for the blueprints and to read every byte of them. What is compared is measured one
right after the other, round after round, and the figures are medians.

    python benchmarks/site_speed.py                     # prints tables, writes benchmarks/site.json
    python benchmarks/site_speed.py --runs 1 --count 40 --output -
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from generate import generate
from keeping import asking, keep
from run import ROOT, SIZES, ended, table, versions

SIZE = "20x8"
MANY = 500
SYSTEMS = 20
"""So many resources are shared by all; each blueprint uses three of them."""

PICTURES = """
import sys
from pathlib import Path
from blueprint_cli.layout import lay_out
from blueprint_cli.parse import read
from blueprint_cli.picture import draw
from blueprint_cli.workers import worked

def picture(path):
    document = read(Path(path).read_bytes(), path)
    return len(draw(lay_out(document.blueprint, document.index), "svg"))

if __name__ == "__main__":
    sum(worked(picture, sorted(map(str, Path(sys.argv[1]).glob("*.yaml"))), 3))
"""
READING = """
import sys
import typer
from blueprint_cli.files import gather
print(sum(len(each.content()) for each in gather([sys.argv[1]])))
"""


def main() -> None:
    """Measure, print the tables, write the figures."""
    parser = asking("Measure the site of many blueprints.", "site.json", 3)
    parser.add_argument("--count", type=int, default=MANY, help=f"blueprints (default {MANY})")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measured(Path(folder), options.runs, options.count)
    keep(figures, "\n".join([*tables(figures), ""]), options.output)


def measured(folder: Path, runs: int, count: int) -> dict[str, Any]:
    """Seconds of everything, and how large what comes out is."""
    blueprints = folder / "blueprints"
    blueprints.mkdir()
    for number in range(count):
        (blueprints / f"{number:04}.yaml").write_text(text_of(number), encoding="utf-8")
    load = os.getloadavg()[0]
    rounds = [one_round(folder, blueprints, turn) for turn in range(runs)]
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    return {
        "versions": versions(),
        "processors": len(os.sched_getaffinity(0)),
        "load before": round(load, 1),
        "runs": runs,
        "blueprints": count,
        "megabytes": round(sum(path.stat().st_size for path in files) / 1e6, 1),
        "seconds": {name: median(each[name] for each in rounds) for name in rounds[0]},
        "ratios": {
            "all ÷ pictures": ratio(rounds, "all pages", "pictures alone"),
            "one changed ÷ reading": ratio(rounds, "one changed", "reading alone"),
        },
    }


def ratio(rounds: list[dict[str, float]], ours: str, floor: str) -> float:
    """The median of ratios within a round."""
    return median(each[ours] / each[floor] for each in rounds)


def one_round(folder: Path, blueprints: Path, turn: int) -> dict[str, float]:
    """Seconds of everything, one time."""
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    words = [sys.executable, "-m", "blueprint_cli", "report", str(blueprints), "-f", "html"]
    command = [*words, "-o", str(site)]
    taken = {
        "all pages": ended(command).seconds,
        "pictures alone": ended([sys.executable, "-c", PICTURES, str(blueprints)]).seconds,
        "nothing changed": ended(command).seconds,
    }
    changed = blueprints / "0007.yaml"
    text = changed.read_text(encoding="utf-8").replace("blueprint: ", f"blueprint: {turn} ", 1)
    changed.write_text(text, encoding="utf-8")
    taken["one changed"] = ended(command).seconds
    taken["reading alone"] = ended([sys.executable, "-c", READING, str(blueprints)]).seconds
    return taken


def text_of(number: int) -> str:
    """A generated blueprint that hurts, has owners, shares resources, and is a part of another."""
    text = generate(**SIZES[SIZE], seed=number)
    used = [(number + each * each) % SYSTEMS for each in (1, 2, 3)]
    systems = "".join(
        f"  - {{id: system{each}, name: System {each}, owner: Team {each % 7}}}\n" for each in used
    )
    text = text.replace("lanes:\n", f"owner: Team {number % 7}\nresources:\n{systems}lanes:\n", 1)
    for each in used:
        text = text.replace(
            "          time: ", f"          uses: system{each}\n          time : ", 1
        )
    text = text.replace("time :", "time:")
    pain = "pain_points: [{name: Nobody answers, severity: 4}]"
    chance = "opportunities: [{name: Answer at once, impact: 4, effort: 2}]"
    text = text.replace("    phase:", f"    {pain}\n    {chance}\n    phase:", 1)
    if number:
        above = f"    details: {number // 4:04}.yaml\n    phase:"
        text = text.replace("    phase:", above, 1)
    return text


def tables(figures: dict[str, Any]) -> list[str]:
    """All figures as Markdown."""
    rows = [[name, f"{each:.1f}"] for name, each in figures["seconds"].items()]
    ratios = [[name, f"{each:.2f}"] for name, each in figures["ratios"].items()]
    return [
        *table([f"{figures['blueprints']} blueprints", "seconds"], rows),
        "",
        *table(["median of the ratios within a round", ""], ratios),
    ]


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
