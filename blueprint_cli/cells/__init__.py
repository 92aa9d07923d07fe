"""What a blueprint says, cell by cell, for whoever reads it and does not look at a picture."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from blueprint_cli.cells.lanes import lane_bands
from blueprint_cli.cells.parts import Band, Cell, Heading
from blueprint_cli.cells.strips import details, said_after, said_before
from blueprint_cli.look import Look
from blueprint_cli.model import Blueprint, Step
from blueprint_cli.reading.references import Index


class Zone(NamedTuple):
    """Rows or columns that stand together; `titles` are empty where nothing stands over them."""

    titles: tuple[Heading, ...]
    headings: tuple[Heading, ...]


class Grid(NamedTuple):
    """The whole table: `cells` are rows of as many cells as there are headings of columns."""

    columns: tuple[Zone, ...]
    rows: tuple[Zone, ...]
    cells: tuple[tuple[Cell, ...], ...]


def grid(blueprint: Blueprint, index: Index, look: Look) -> Grid:
    """Steps as columns and lanes as rows, or the other way round, as `look` says."""
    times = (Heading("times", ("times",), look.words.time),)
    bands = [
        Band((), tuple(said_before(blueprint, index, look))),
        *lane_bands(blueprint, index, look),
        Band(times, tuple(said_after(blueprint, index, look))),
    ]
    lanes = tuple(
        Zone(band.titles, tuple(line.heading for line in band.lines))
        for band in bands
        if band.lines
    )
    steps = tuple(_steps(blueprint, index, look))
    cells = tuple(line.cells for band in bands for line in band.lines)
    if not any(about.facts for about, *_ in cells):
        steps, cells = steps[1:], tuple(row[1:] for row in cells)
    if look.direction == "lr":
        return Grid(steps, lanes, cells)
    return Grid(lanes, steps, tuple(zip(*cells, strict=True)))


def _steps(blueprint: Blueprint, index: Index, look: Look) -> Iterator[Zone]:
    """First what is said of the lanes, then the steps, phase by phase."""
    yield Zone((), (details(look),))
    numbered = zip(index.step_keys, blueprint.steps, strict=True)
    if "phases" not in look.shown:
        yield Zone((), tuple(_step(key, step, look) for key, step in numbered))
        return
    for phase, steps in groupby(numbered, lambda each: each[1].phase):
        titles = (Heading("", ("phase",), phase),) if phase else ()
        yield Zone(titles, tuple(_step(key, step, look) for key, step in steps))


def _step(key: str, step: Step, look: Look) -> Heading:
    return Heading(f"step:{key}", ("step",), step.name, href=look.addresses.get(key, ""))
