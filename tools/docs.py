"""Make every generated page and picture of docs/ anew.

    python tools/docs.py            # writes what is not current
    python tools/docs.py --check    # writes nothing; names what is not current and exits with 1

Pictures count as current when they differ in nothing but the last digits of coordinates, since
another release of Graphviz may round differently.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout is what is described, installed or not
sys.path.insert(0, str(ROOT / "benchmarks"))

from analysis_docs import analysis_page  # noqa: E402 - found by the path above
from command_pages import cli_page, config_page  # noqa: E402 - found by the path above
from diff import tables as diff_tables  # noqa: E402 - found by the path above
from diff_trial import table as likeness_table  # noqa: E402 - found by the path above
from drivers import tables as driver_tables  # noqa: E402 - found by the path above
from gallery import gallery  # noqa: E402 - found by the path above
from lint import tables as lint_tables  # noqa: E402 - found by the path above
from quality import Quality  # noqa: E402 - found by the path above
from quality import table as quality_table  # noqa: E402 - found by the path above
from report_speed import tables as report_tables  # noqa: E402 - found by the path above
from rule_docs import rule_docs  # noqa: E402 - found by the path above
from run import tables  # noqa: E402 - found by the path above
from site_speed import tables as site_tables  # noqa: E402 - found by the path above
from tracking_speed import tables as tracking_tables  # noqa: E402 - found by the path above

from blueprint_cli.diff.matching import ALIKE  # noqa: E402 - found by the path above
from blueprint_cli.manual import manual  # noqa: E402 - found by the path above

DOCS = ROOT / "docs"
GALLERY = DOCS / "gallery"
RULE_PAGES = DOCS / "rules"
BENCHMARKS = ROOT / "benchmarks"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
PICTURES = {".svg", ".html"}
ROUNDING = 0.02
"""Points by which two releases of Graphviz may differ."""


Page = tuple[Path, str]


def main() -> None:
    """Write all that is generated, or say what is not current."""
    parser = argparse.ArgumentParser(description="Make every generated page and picture anew.")
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if stale")
    check = parser.parse_args().check
    os.chdir(ROOT)
    pages = dict(made())
    stale = [path for path, text in pages.items() if not is_current(path, text)]
    made_whole = (*GALLERY.glob("*"), *RULE_PAGES.glob("*"))
    left_over = sorted(path for path in made_whole if path not in pages)
    for path in stale:
        print(f"{path.relative_to(ROOT)}: {'not current' if check else 'written'}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages[path], encoding="utf-8", newline="\n")
    for path in left_over:
        print(f"{path.relative_to(ROOT)}: made from nothing that is there, delete it")
    sys.exit(1 if left_over or (check and stale) else 0)


def made_from(origin: str) -> str:
    """The first line of a generated page."""
    return f"<!-- Made by tools/docs.py from {origin}; edits to this page are lost. -->\n\n"


def is_current(path: Path, text: str) -> bool:
    """Whether the file holds this text; of a picture, all but the last digits of its numbers."""
    if not path.exists():
        return False
    found = path.read_text(encoding="utf-8")
    if path.suffix not in PICTURES or found == text:
        return found == text
    return NUMBER.sub("0", found) == NUMBER.sub("0", text) and all(
        abs(float(one) - float(two)) < ROUNDING
        for one, two in zip(NUMBER.findall(found), NUMBER.findall(text), strict=True)
    )


def made() -> Iterator[Page]:
    """Every generated file and its text."""
    origin = "MEASURES of blueprint_cli/analysis/"
    yield DOCS / "analysis.md", f"{made_from(origin)}{analysis_page(ROOT)}"
    yield DOCS / "cli.md", f"{made_from('tools/command_pages.py')}{cli_page()}"
    yield DOCS / "config.md", f"{made_from('blueprint_cli/settings.py')}{config_page()}"
    yield DOCS / "format.md", f"{made_from('blueprint_cli/model.py')}{manual()}"
    yield from rule_docs(RULE_PAGES, made_from("blueprint_cli/rules/"))
    yield BENCHMARKS / "README.md", benchmarks_page()
    for path, text in gallery(made_from("samples/")):
        yield ROOT / path, text


# The page of benchmarks

SPEED = """\
# How fast it is

`python benchmarks/run.py` measures every stage from bytes to picture, prints these tables and
writes `benchmarks/results.json`, from which this page is made. Each figure is the median of
{runs} runs. Times are ms, memory is the most that a process held. What they are on another machine
only a run there tells; the ratios travel better. `compose` is the least that reading can take:
PyYAML's C parser composes its nodes and nothing else is done. `whole process` is `bp render` to
SVG from start to end, `of a CPU` the time in it that a processor worked: on a machine that is busy
with other things the second is the one to believe. The two ratios are medians too, of figures that
were taken one right after the other: `process ÷ typer` is the whole process as a multiple of
`python -c "import typer"`, which no command written with typer can go below.

Measured with {versions}.

{tables}
1.00 is what a stage takes per n log n at 20x8, n being cards and links; a stage whose figures do
not rise down the table grows no faster than n log n.

## Linting

`python benchmarks/lint.py` lints one file of {kilobytes:.0f} KB and 1,000 of them, on
{processors} processors, and lets other linters look at the same files: yamllint, which knows YAML
and no blueprints, and check-jsonschema with the schema that `bp schema` prints. `C parser alone`
composes every file on one processor and does nothing with it. Every figure is the median of
{lint_runs} runs, but the two others over 1,000 files ran once.

{lint_tables}

## Reports

`python benchmarks/report_speed.py` works out every figure of a blueprint (`analysis`), and lets
`bp report` make a page of it, with the picture in it: the whole process, and how large the page is.
The floors are the picture alone and `python -c "import typer"`. Every figure is the median of
{report_runs} runs.

{report_tables}

## Sites

`python benchmarks/site_speed.py` makes a site of {site_count} blueprints of 20 steps and 8 lanes on
{site_processors} processors, makes it again when nothing and when one of them has changed, and
beside it does only what cannot be left out: draw the pictures, read the files. The site has
{site_megabytes:.0f} MB. Every figure is the median of {site_runs} rounds.

{site_tables}

## Two versions

`python benchmarks/diff.py` lets `bp diff` compare two files, the whole process. The floors are
`python -c "import typer"`, and to read both files.

{diff_table}
What two versions have in common is found by ids, and where there are none by likeness.
`python tools/diff_trial.py` tries thresholds on pairs of files of which it is known what is the
same (tests/diff/pairs); bp takes two elements for the same from {alike:g} on. Right are pairs that
are the same, wrong are pairs that are not, missed are those not found.

{likeness_table}
## As git's drivers

`python benchmarks/drivers.py` makes a repository with {driver_commits} commits of hotel-full, lets
`git log -p` show all of them and `git merge` join two branches whose lines do not meet, with `bp`
as git's driver and without. What `bp` adds is the start of a shell and of the process and all its
work; beside it stands how much that is of `python -c "import typer"`, which a driver does without
and which took {driver_typer:.0f} ms. Every figure is the median of {driver_runs} rounds.

{driver_table}
## Who changed what

`python benchmarks/tracking_speed.py` lets `bp log` and `bp blame` tell of {tracked_commits}
versions of hotel-full, the whole process. The floors are `python -c "import typer"`, to read every
version, and `git log -p`, which compares lines. Every figure is the median of {tracked_runs}
rounds.

{tracked_table}
## Arrows

`python benchmarks/quality.py` counts what the eye meets in a picture: how often arrows cross, how
many of the crossings are drawn as bridges, how many bends there are, how long arrows are as a
multiple of the shortest way (on average, and the worst), how many points of line are saved by
trunks, and how many links carry a name. These are figures of pictures and not of a machine, so a
test holds them.

{quality_table}

## Moving about in a page

`python benchmarks/fluency.py` opens the `-f html` picture of {fluency_picture}
in a Chromium without a graphics card, on {fluency_processors} processors, and pans
and zooms it with wheel and mouse.

{fluency_table}

The blueprints come from `python benchmarks/generate.py`, which makes one of any size: most links go
to a neighbouring column or lane, a few far.
"""


def benchmarks_page() -> str:
    """The tables of the last run of the benchmarks, and what they mean."""
    figures = json.loads((BENCHMARKS / "results.json").read_text(encoding="utf-8"))
    versions = ", ".join(f"{name} {version}" for name, version in figures["versions"].items())
    linting = json.loads((BENCHMARKS / "lint.json").read_text(encoding="utf-8"))
    judged = json.loads((BENCHMARKS / "quality.json").read_text(encoding="utf-8"))
    quality = {name: Quality(**each) for name, each in judged.items()}
    fluency = json.loads((BENCHMARKS / "fluency.json").read_text(encoding="utf-8"))
    reports = json.loads((BENCHMARKS / "report.json").read_text(encoding="utf-8"))
    site = json.loads((BENCHMARKS / "site.json").read_text(encoding="utf-8"))
    differing = json.loads((BENCHMARKS / "diff.json").read_text(encoding="utf-8"))
    drivers = json.loads((BENCHMARKS / "drivers.json").read_text(encoding="utf-8"))
    tracked = json.loads((BENCHMARKS / "tracking.json").read_text(encoding="utf-8"))
    likeness = json.loads((BENCHMARKS / "likeness.json").read_text(encoding="utf-8"))
    page = SPEED.format(
        diff_table=diff_tables(differing),
        driver_commits=drivers["commits"],
        driver_runs=drivers["runs"],
        driver_typer=1000 * drivers["seconds"]["typer"],
        driver_table=driver_tables(drivers),
        tracked_commits=tracked["commits"],
        tracked_runs=tracked["runs"],
        tracked_table=tracking_tables(tracked),
        alike=ALIKE,
        likeness_table=likeness_table(likeness),
        report_runs=reports["runs"],
        report_tables="\n".join(report_tables(reports)),
        site_count=site["blueprints"],
        site_processors=site["processors"],
        site_megabytes=site["megabytes"],
        site_runs=site["runs"],
        site_tables="\n".join(site_tables(site)),
        runs=figures["runs"],
        versions=versions,
        tables=tables(figures),
        kilobytes=linting["bytes"] / 1000,
        processors=linting["processors"],
        lint_runs=linting["runs"],
        lint_tables="\n".join(lint_tables(linting)),
        quality_table="\n".join(quality_table(quality)),
        fluency_picture=fluency["picture"],
        fluency_processors=fluency["processors"],
        fluency_table="\n".join(_fluency_table(fluency["gestures"])),
    )
    origins = ", ".join(
        f"benchmarks/{name}.json"
        for name in (
            *("results", "lint", "report", "site", "diff", "drivers", "tracking"),
            *("likeness", "quality", "fluency"),
        )
    )
    return made_from(origins) + page


def _fluency_table(gestures: dict[str, dict[str, float]]) -> Iterator[str]:
    yield "| gesture | frames a second, median | ms of a frame, 95th percentile |"
    yield "| --- | --: | --: |"
    for gesture, found in gestures.items():
        yield f"| {gesture} | {found['median_fps']:g} | {found['p95_frame_ms']:g} |"


if __name__ == "__main__":
    main()
