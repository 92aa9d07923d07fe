"""How fast the figures of a blueprint are worked out, and a report of it is made as a page.

The floors are what no report can do without: to import typer, and to draw the picture that the page
holds. What is compared is measured one right after the other; the figures are medians.

    python benchmarks/report_speed.py                # prints a table, writes benchmarks/report.json
    python benchmarks/report_speed.py --runs 1 --output -
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from generate import generate
from keeping import asking, keep
from run import ROOT, SIZES, ended, medians, seconds, table, versions

sys.path.insert(0, str(ROOT))

from blueprint_cli.analysis import Analysis
from blueprint_cli.parse import read
from blueprint_cli.report.figures import figures_of
from blueprint_cli.service import Service

MEASURED = ("20x8", "60x12", "200x20")
EXTRAS = """\
    pain_points: [{name: Nobody answers, severity: 4}]
    opportunities: [{name: Answer at once, impact: 4, effort: 2}]
    phase:"""


def main() -> None:
    """Measure, print the table, write the figures."""
    options = asking("Measure analysis and reports.", "report.json", 5).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), options.runs)
    figures = {"versions": versions(), "runs": options.runs, "sizes": found}
    keep(figures, "\n".join([*tables(figures), ""]), options.output)


def measured(folder: Path, runs: int) -> dict[str, Any]:
    """The medians of each size; all sizes take turns."""
    paths = {size: folder / f"{size}.yaml" for size in MEASURED}
    for size, path in paths.items():
        text = generate(**SIZES[size]).replace("    phase:", EXTRAS)
        path.write_text(text.replace("lanes:\n", "arrivals: 2/d\nlanes:\n", 1), encoding="utf-8")
    rounds = [{size: once(path) for size, path in paths.items()} for _ in range(runs)]
    return {size: medians([each[size] for each in rounds]) for size in MEASURED}


def once(path: Path) -> dict[str, float]:
    """One time everything."""
    document = read(path.read_bytes(), path.name)
    assert document.blueprint is not None
    assert document.index is not None, document.problems
    service = Service(document.source, document.blueprint, document.index)
    page = path.with_suffix(".html")
    analysis = seconds(lambda: figures_of(Analysis(service)))
    command = [sys.executable, "-m", "blueprint_cli"]
    report = ended([*command, "report", str(path), "-o", str(page)])
    picture = ended([*command, "render", str(path), "-o", str(path.with_suffix(".svg"))])
    typer = ended([sys.executable, "-c", "import typer"])
    return {
        "analysis": analysis,
        "report": report.seconds,
        "memory": report.memory,
        "bytes": page.stat().st_size,
        "report ÷ picture": report.seconds / picture.seconds,
        "report ÷ typer": report.seconds / typer.seconds,
    }


def tables(figures: dict[str, Any]) -> list[str]:
    """All figures as Markdown."""
    head = ["size", "analysis, ms", "page, s", "MiB", "page, MB", "page ÷ picture", "page ÷ typer"]
    rows = [
        [
            size,
            f"{found['analysis'] * 1000:.1f}",
            f"{found['report']:.2f}",
            f"{found['memory']:.0f}",
            f"{found['bytes'] / 1e6:.2f}",
            f"{found['report ÷ picture']:.2f}",
            f"{found['report ÷ typer']:.1f}",
        ]
        for size, found in figures["sizes"].items()
    ]
    return table(head, rows)


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
