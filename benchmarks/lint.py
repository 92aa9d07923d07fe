"""How fast `bp lint` is: one file, a thousand files, and other linters on the same files.

Everything that is compared is measured one right after the other, round after round, and the
figures are medians. yamllint and check-jsonschema come with `pip install -e '.[dev]'`.

    python benchmarks/lint.py                       # prints tables, writes benchmarks/lint.json
    python benchmarks/lint.py --runs 3 --output -
"""

import os
import sys
import tempfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import yaml
from generate import generate
from keeping import asking, keep
from run import ROOT, ended, ms, table, versions

from blueprint_cli.schema import schema

ONE_FILE = {"steps": 12, "lanes": 6, "cards": 48, "links": 66}
"""About 8 KB."""
MANY = 1000

SETTINGS = """\
[lint]
min-severity = "error"
"""
"""All rules are asked, and what they find in random links and feelings is not printed."""


def main() -> None:
    """Measure, print the tables, write the figures."""
    options = asking("Measure bp lint beside others.", "lint.json", 7).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measured(Path(folder), options.runs)
    keep(figures, "\n".join([*tables(figures), ""]), options.output)


def measured(folder: Path, runs: int) -> dict[str, Any]:
    """Seconds of everything, for one file and for many."""
    paths = written(folder)
    rounds = [one_round(folder, paths) for _ in range(runs)]
    slow = others(folder, paths)
    few = [name for name in rounds[0] if name.startswith("1 file")]
    packages = ("yamllint", "check-jsonschema")
    return {
        "versions": versions() | {name: metadata.version(name) for name in packages},
        "processors": len(os.sched_getaffinity(0)),
        "runs": runs,
        "bytes": median(path.stat().st_size for path in paths),
        "seconds": {name: median(each[name] for each in rounds) for name in rounds[0]} | slow,
        "ratios": {
            "1 file: bp lint ÷ import typer": ratio(rounds, few[0], "1 file: import typer"),
            f"{MANY} files: bp lint ÷ C parser": ratio(
                rounds, f"{MANY} files: bp lint", f"{MANY} files: C parser alone"
            ),
        },
    }


def ratio(rounds: list[dict[str, float]], ours: str, floor: str) -> float:
    """The median of ratios within a round."""
    return median(each[ours] / each[floor] for each in rounds)


def written(folder: Path) -> list[Path]:
    """The files, each from its own seed, the schema and the settings."""
    (folder / "bp.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "schema.json").write_text(schema(), encoding="utf-8")
    paths = [folder / f"{number:04}.yaml" for number in range(MANY)]
    for number, path in enumerate(paths):
        path.write_text(generate(**ONE_FILE, seed=number), encoding="utf-8")
    return paths


def one_round(folder: Path, paths: list[Path]) -> dict[str, float]:
    """Seconds of everything, one time."""
    python = [sys.executable]
    bp = [*python, "-m", "blueprint_cli", "lint"]
    yamllint, schemas = linters(folder)
    one = [str(paths[0])]
    return {
        "1 file: bp lint": ended([*bp, *one]).seconds,
        "1 file: import typer": ended([*python, "-c", "import typer"]).seconds,
        "1 file: yamllint": ended([*yamllint, *one]).seconds,
        "1 file: check-jsonschema": ended([*schemas, *one]).seconds,
        f"{MANY} files: bp lint": ended([*bp, str(folder)]).seconds,
        f"{MANY} files: C parser alone": seconds(lambda: parsed(paths)),
    }


def others(folder: Path, paths: list[Path]) -> dict[str, float]:
    """Seconds of the others on many files, once: they take minutes."""
    yamllint, schemas = linters(folder)
    many = [str(path) for path in paths]
    return {
        f"{MANY} files: yamllint": ended([*yamllint, *many]).seconds,
        f"{MANY} files: check-jsonschema": ended([*schemas, *many]).seconds,
    }


def linters(folder: Path) -> tuple[list[str], list[str]]:
    """The commands of yamllint and check-jsonschema."""
    python = [sys.executable, "-m"]
    return (
        [*python, "yamllint", "-d", "relaxed", "--no-warnings"],
        [*python, "check_jsonschema", "--schemafile", str(folder / "schema.json")],
    )


def parsed(paths: list[Path]) -> None:
    """Let PyYAML's C parser compose each file, on one processor, and do nothing with it."""
    for path in paths:
        yaml.compose(path.read_bytes(), yaml.CSafeLoader)


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def tables(figures: dict[str, Any]) -> list[str]:
    """All figures as Markdown: times in ms, and how often `bp lint` fits into each."""
    taken = figures["seconds"]
    rows = []
    for name, each in taken.items():
        group = name.partition(":")[0]
        rows.append([name, ms(each), f"{each / taken[f'{group}: bp lint']:.2f}"])
    ratios = [[name, f"{each:.2f}"] for name, each in figures["ratios"].items()]
    return [
        *table(["", "ms", "÷ bp lint"], rows),
        "",
        *table(["median of the ratios within a round", ""], ratios),
    ]


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
