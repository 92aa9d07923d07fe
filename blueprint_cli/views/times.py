"""How long each step takes, in the terminal: wait, work in sight and behind, what is too long."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from blueprint_cli import phrases
from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.spending import Tolerated
from blueprint_cli.console import visible
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.ranges import Range, total
from blueprint_cli.step_times import StepTime
from blueprint_cli.tables import BARS, listed

_HEADS = ("wait", "in sight", "behind", "so far")
_WIDE = 72
"""In fewer columns the times of a step stand below its name."""


def time_view(analysis: Analysis, width: int) -> Iterator[RenderableType]:
    """The times of all steps; what to write where there are none."""
    name, times = visible(analysis.service.blueprint.name), analysis.spending.steps
    if not any(each.written for each in times):
        yield Text(f"{name}: no time is written", "bold")
        yield Text("Write `time`, `wait` and `tolerance` in actions.", "dim")
        return
    yield Text(f"{name}: what each step takes", "bold")
    yield Text()
    names = [step.name for step in analysis.service.blueprint.steps]
    rows = [(visible(name), _cells(each)) for name, each in zip(names, times, strict=True)]
    rows.append(("In all", _sums(analysis)))
    yield _table(rows) if width >= _WIDE else _list(rows)
    yield Text()
    yield Text(
        "In sight: work of customers and frontstage. Behind: work behind the line of visibility. So"
        " far: wait and work in sight from the beginning.",
        "dim",
    )
    yield from _tolerated(analysis)


def _cells(time: StepTime) -> Sequence[str]:
    return [_told(each) for each in (time.wait, time.in_sight, time.behind, time.total)]


def _sums(analysis: Analysis) -> Sequence[str]:
    steps = analysis.spending.steps
    summed = (
        total(each.wait for each in steps),
        total(each.in_sight for each in steps),
        total(each.behind for each in steps),
        steps[-1].total,
    )
    return [_told(each) for each in summed]


def _told(time: Range | None) -> str:
    return phrases.duration(ENGLISH, *time) if time else ""


def _table(rows: Sequence[tuple[str, Sequence[str]]]) -> Table:
    table = Table(box=BARS, show_edge=False, pad_edge=False, header_style="dim")
    table.add_column("step", overflow="fold")
    for head in _HEADS:
        table.add_column(head, justify="right", no_wrap=True, overflow="fold")
    for place, (name, cells) in enumerate(rows, 1):
        ends = place == len(rows) - 1
        table.add_row(
            Text(name, "bold"), *(Text(_broken(each)) for each in cells), end_section=ends
        )
    return table


def _broken(said: str) -> str:
    """A range of two units a side in two lines, so that four fit side by side."""
    between = f"{ENGLISH.gap}{ENGLISH.dash}"
    return said.replace(between + ENGLISH.gap, f"{between}\n")


def _list(rows: Sequence[tuple[str, Sequence[str]]]) -> Text:
    """Each step with its times below it, where the terminal is narrow."""
    text = Text()
    for place, (name, cells) in enumerate(rows):
        text.append("\n" if place else "").append(name, "bold")
        for head, said in zip(_HEADS, cells, strict=True):
            text.append(f"\n  {head} {said}" if said else "")
    return text


def _tolerated(analysis: Analysis) -> Iterator[RenderableType]:
    """What takes longer than customers accept."""
    judged = analysis.spending.tolerated
    over = [each for each in judged if each.overrun != "never"]
    yield Text()
    if not judged:
        yield Text("No `tolerance` is written beside a `time` or `wait`.", "dim")
    elif not over:
        yield Text("Nothing takes longer than customers accept.")
    else:
        yield Text("Longer than customers accept", "bold")
        yield listed(("!", _over(each)) for each in over)


def _over(found: Tolerated) -> Text:
    when = "always over" if found.overrun == "always" else "at worst over"
    accepted = _told(found.tolerance)
    by = _told(Range(found.over.most, found.over.most))
    most = "up to " if found.over.least != found.over.most else ""
    said = f"{found.place.name}: {_told(found.taken)}, accepted {accepted}: {when}, by {most}{by}"
    return Text(visible(said), "red" if found.overrun == "always" else "yellow")
