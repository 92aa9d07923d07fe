"""How long each stage takes, from a small blueprint to a huge one, and how that grows.

Every figure is the median of several runs, taken in turn, so that a busy moment hits all stages
alike. Ratios are between figures of one run and are what to look at; milliseconds depend on the
machine.

    python benchmarks/run.py                    # prints the tables, writes benchmarks/results.json
    python benchmarks/run.py --runs 3 --sizes 5x4 20x8 --output -
"""

import gc
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib import metadata
from math import log2
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

import yaml
from generate import generate
from keeping import HERE, asking, keep

ROOT = HERE.parent
sys.path.insert(0, str(ROOT))  # this checkout is measured, installed or not

from blueprint_cli import __version__  # noqa: E402 - found by the path above
from blueprint_cli.dot import outlines  # noqa: E402 - found by the path above
from blueprint_cli.layout import lay_out  # noqa: E402 - found by the path above
from blueprint_cli.parse import read  # noqa: E402 - found by the path above
from blueprint_cli.picture import run as run_graphviz  # noqa: E402 - Graphviz alone, without the finish
from blueprint_cli.svg import finish  # noqa: E402 - found by the path above

SIZES = {
    "1x1": {"steps": 1, "lanes": 1, "cards": 1, "links": 0},
    "5x4": {"steps": 5, "lanes": 4, "cards": 12, "links": 25},
    "20x8": {"steps": 20, "lanes": 8, "cards": 96, "links": 200},
    "60x12": {"steps": 60, "lanes": 12, "cards": 432, "links": 900},
    "100x16": {"steps": 100, "lanes": 16, "cards": 960, "links": 2000},
    "200x20": {"steps": 200, "lanes": 20, "cards": 2400, "links": 5000},
}
BASE = "20x8"
"""Growth is told against this size; what a smaller one takes is mostly the same for all."""
LEAST = "1x1"
"""What a process with this holds is the program's own, and no growth."""

LAUNCH = """
import os, sys, time
start = time.perf_counter()
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
print(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, status)
"""
"""A small process that starts the measured one: what starts it counts in a process's memory."""

PER_MIB = 1024 if sys.platform != "darwin" else 1024 * 1024
"""The system tells a process's memory in KiB, macOS in bytes."""


class Ended(NamedTuple):
    """A process that ended: seconds by the clock and of a processor, most memory held, in MiB."""

    seconds: float
    busy: float
    memory: float


def main() -> None:
    """Measure, print the tables, write the figures."""
    parser = asking("Measure every stage, and print tables.", "results.json", 7)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    options = parser.parse_args()
    figures = {
        "versions": versions(),
        "runs": options.runs,
        "start_up": start_up(options.runs),
        "sizes": measured({name: SIZES[name] for name in options.sizes}, options.runs),
    }
    keep(figures, tables(figures), options.output)


def versions() -> dict[str, str]:
    """What was measured, and on what."""
    packages = ("pygraphviz", "PyYAML", "typer")
    return {
        "bp": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        **{package: metadata.version(package) for package in packages},
    }


def start_up(runs: int) -> dict[str, float]:
    """Seconds of the shortest call of `bp`, and of what no call can do without."""
    commands = {
        "bp --version": ["-m", "blueprint_cli", "--version"],
        "typer": ["-c", "import typer"],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(3 * runs):
        for name, words in commands.items():
            taken[name].append(ended([sys.executable, *words]).seconds)
    ratios = [ours / floor for ours, floor in zip(*taken.values(), strict=True)]
    return {name: median(each) for name, each in taken.items()} | {"ratio": median(ratios)}


def measured(sizes: dict[str, dict[str, int]], runs: int) -> dict[str, Any]:
    """What each size holds, the seconds of each stage, and the whole process.

    All sizes take turns, so that a slow minute of the machine does not look like growth.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = {size: Path(folder) / f"{size}.yaml" for size in sizes}
        for size, path in paths.items():
            path.write_text(generate(**sizes[size]), encoding="utf-8")
        stages = {size: stages_of(path) for size, path in paths.items()}
        rounds = [{size: once(paths[size], stages[size]) for size in sizes} for _ in range(runs)]
        return {
            size: {
                **sizes[size],
                "bytes": path.stat().st_size,
                "seconds": medians([each[size]["seconds"] for each in rounds]),
                "process": medians([each[size]["process"] for each in rounds]),
                "ratios": medians([each[size]["ratios"] for each in rounds]),
            }
            for size, path in paths.items()
        }


def once(path: Path, stages: dict[str, Callable[[], object]]) -> dict[str, Any]:
    """Each stage and the whole process, one time.

    What is compared is measured one right after the other, since machines change their speed.
    """
    command = [sys.executable, "-m", "blueprint_cli", "render", str(path)]
    taken = {name: seconds(work) for name, work in stages.items()}
    process = ended([*command, "-o", str(path.with_suffix(".svg"))])
    floor = ended([sys.executable, "-c", "import typer"])
    return {
        "seconds": taken,
        "process": process._asdict(),
        "ratios": {
            "read ÷ compose": taken["read"] / taken["compose"],
            "process ÷ typer": process.seconds / floor.seconds,
        },
    }


def medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    """The median of each figure over all rounds."""
    return {name: median(each[name] for each in rounds) for name in rounds[0]}


def stages_of(path: Path) -> dict[str, Callable[[], object]]:
    """The journey from bytes to picture, each stage ready to be run again on the one before."""
    content = path.read_bytes()
    document = read(content, path.name)
    assert document.blueprint is not None
    assert document.index is not None, document.problems
    blueprint, index = document.blueprint, document.index
    drawing = lay_out(blueprint, index)
    dot = outlines(drawing)
    drawn = run_graphviz(dot, "svg").decode()
    return {
        "compose": lambda: yaml.compose(content, yaml.CSafeLoader),
        "read": lambda: read(content, path.name),
        "lay out": lambda: lay_out(blueprint, index),
        "DOT": lambda: outlines(drawing),
        "Graphviz": lambda: run_graphviz(dot, "svg"),
        "SVG": lambda: finish(drawn, drawing).encode(),
    }


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes, with nothing else in memory for the collector to go through."""
    gc.collect()
    gc.freeze()
    start = perf_counter()
    work()
    taken = perf_counter() - start
    gc.unfreeze()
    return taken


def ended(command: list[str]) -> Ended:
    """Run a command to its end; it may keep its bytecode, as pip does for what it installs."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    launch = [sys.executable, "-I", "-S", "-c", LAUNCH, *command]
    told = subprocess.run(launch, cwd=ROOT, env=environment, capture_output=True, check=True).stdout
    taken, busy, memory, status = told.split()[-4:]
    assert status == b"0", command
    return Ended(float(taken), float(busy), int(memory) / PER_MIB)


# The tables


def tables(figures: dict[str, Any]) -> str:
    """All figures as Markdown: times in ms, memory in MiB, growth against n log n."""
    start = figures["start_up"]
    return "\n".join(
        [
            f"`bp --version` takes {ms(start['bp --version'])} ms, `python -c 'import typer'`",
            f"{ms(start['typer'])} ms: the first is {start['ratio']:.2f} times the second.",
            "",
            *times(figures["sizes"]),
            "",
            *growths(figures["sizes"]),
            "",
        ]
    )


def times(sizes: dict[str, Any]) -> list[str]:
    """How long each stage takes, and two ratios that no slow minute of the machine can change."""
    names = list(next(iter(sizes.values()))["seconds"])
    head = [
        "size",
        "cards",
        "links",
        "KB",
        *names,
        "whole process",
        "of a CPU",
        "MiB",
        *next(iter(sizes.values()))["ratios"],
    ]
    rows = [
        [
            size,
            str(found["cards"]),
            str(found["links"]),
            str(found["bytes"] // 1000),
            *(ms(found["seconds"][name]) for name in names),
            ms(found["process"]["seconds"]),
            ms(found["process"]["busy"]),
            f"{found['process']['memory']:.0f}",
            *(f"{ratio:.2f}" for ratio in found["ratios"].values()),
        ]
        for size, found in sizes.items()
    ]
    return table(head, rows)


def growths(sizes: dict[str, Any]) -> list[str]:
    """What each stage takes per n log n, n being cards and links, as a multiple of that at BASE.

    1.00 is growth just as n log n. Memory is what a process holds beyond that of LEAST.
    """
    if not {LEAST, BASE} <= sizes.keys():
        return []
    program = sizes[LEAST]["process"]["memory"]
    found = {size: per_n_log_n(each, program) for size, each in sizes.items() if size != LEAST}
    rows = [
        [size, *(f"{each / found[BASE][name]:.2f}" for name, each in growth.items())]
        for size, growth in found.items()
    ]
    return table(["per n log n", *found[BASE]], rows)


def per_n_log_n(found: dict[str, Any], program: float) -> dict[str, float]:
    """The seconds of all stages, and the memory, by the n log n of a size."""
    n = found["cards"] + found["links"]
    taken = {**found["seconds"], "memory": found["process"]["memory"] - program}
    return {name: each / (n * log2(n)) for name, each in taken.items()}


def ms(seconds: float) -> str:
    """Milliseconds to three digits or so."""
    return f"{seconds * 1000:.1f}" if seconds < 0.1 else f"{seconds * 1000:.0f}"


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """A Markdown table, figures flush right."""
    return [
        "| " + " | ".join(row) + " |" for row in [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    ]


if __name__ == "__main__":
    main()
