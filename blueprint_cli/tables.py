"""A blueprint as tables of text: lanes are rows, steps are columns, as wide as the terminal."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import NamedTuple

from rich.box import Box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from blueprint_cli.console import cells, visible
from blueprint_cli.model import ROLES, Action, Blueprint, Lane, Link, Step
from blueprint_cli.reading.references import Index, Joined, Placed

_LEAST = 16
"""A column of steps is at least this wide, unless the terminal is narrower."""
_MOST = 40
_BAR = 3  # columns between two columns: a bar and a space on either side

BARS = Box("    \n  │ \n──┼ \n  │ \n──┼ \n──┼ \n  │ \n    \n")
"""Lines between columns and between rows, none round the table."""
_LINES = (
    ("line of interaction", 2),
    ("line of visibility", 3),
    ("line of internal interaction", 4),
)
"""Each line with the place in ROLES of the first role that stands below it."""
_SIGNS = {"!": "pain point", "✗": "fail point", "+": "opportunity", "?": "question"}
_WORDS = {"triggers": "triggers", "needs": "needs", "agrees_with": "agrees with"}

_Cells = Mapping[tuple[int, int], list[Action]]
"""The actions of a step and a lane, by their places."""


class _Row(NamedTuple):
    """A row of a table: its label, a text for each step, and whether a line is drawn below it."""

    label: Text
    texts: Sequence[RenderableType]
    ends: bool = True


def tables(blueprint: Blueprint, index: Index, width: int, *, color: bool) -> str:
    """The whole blueprint as text that is nowhere wider than `width` columns."""
    return printed(_parts(blueprint, index, width), width, color=color)


def printed(parts: Iterable[RenderableType], width: int, *, color: bool) -> str:
    """What rich makes of some texts, tables and trees in a terminal of so many columns."""
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part, highlight=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _parts(blueprint: Blueprint, index: Index, width: int) -> Iterator[RenderableType]:
    found: defaultdict[tuple[int, int], list[Action]] = defaultdict(list)
    for placed in index.actions:
        found[placed.step, placed.lane].append(placed.action)
    yield from _title(blueprint)
    label = _label_width(blueprint, width)
    fitting = max(1, (width - label) // (_LEAST + _BAR))
    rounds = -(-len(blueprint.steps) // fitting)
    each = -(-len(blueprint.steps) // rounds)
    column = max(1, min((width - label) // each - _BAR, _MOST))
    for start in range(0, len(blueprint.steps), each):
        steps = range(start, min(start + each, len(blueprint.steps)))
        yield Text()
        yield from _table(blueprint, found, steps, label, column)
    yield from _signs(blueprint, index)
    yield from _links(blueprint, index)


def _title(blueprint: Blueprint) -> Iterator[Text]:
    yield Text(visible(blueprint.name), "bold")
    facts = [blueprint.state, blueprint.owner]
    if blueprint.reviewed is not None:
        facts.append(f"reviewed {blueprint.reviewed}")
    yield Text(visible(" · ".join(fact for fact in facts if fact)), "dim")
    for text in (blueprint.scenario, blueprint.description):
        if text:
            yield Text(_lines(text))


def _lines(text: str) -> str:
    """A text of several lines, safe for a terminal and still of several lines."""
    return "\n".join(visible(line) for line in text.strip().split("\n"))


def _label_width(blueprint: Blueprint, width: int) -> int:
    longest = max(cells(visible(lane.name)) for lane in blueprint.lanes)
    return min(max(longest, 10), 18, width // 3)


def _table(
    blueprint: Blueprint, cells_of: _Cells, steps: range, label: int, column: int
) -> Iterator[RenderableType]:
    shown = [blueprint.steps[each] for each in steps]
    group = _joined(
        [_Row(Text(), [_header(blueprint, each) for each in steps]), *_step_rows(shown)]
    )
    wide = label + len(steps) * (column + _BAR)
    for place, lane in enumerate(blueprint.lanes):
        for name in _crossed(blueprint, place):
            yield _grid(group, label, column)
            yield Text(f"{name} ".ljust(wide, "═"), "cyan", no_wrap=True)
            group = []
        texts = [_cell(cells_of[each, place]) for each in steps]
        group.append(_Row(_lane(lane), texts))
    yield _grid(group, label, column)


def _crossed(blueprint: Blueprint, place: int) -> list[str]:
    """The lines between the lane at this place and whatever stands above it."""
    above = max((ROLES.index(lane.role) for lane in blueprint.lanes[:place]), default=-1)
    here = ROLES.index(blueprint.lanes[place].role)
    if above < 0:
        above = 1 if not any(lane.role == "customer" for lane in blueprint.lanes) else here
    return [name for name, first in _LINES if above < first <= here]


def _grid(rows: Iterable[_Row], label: int, column: int) -> RenderableType:
    rows = list(rows)
    if not rows:
        return Group()
    table = Table(box=BARS, show_header=False, show_edge=False, pad_edge=False)
    table.add_column(width=label, overflow="fold")
    for _ in rows[0].texts:
        table.add_column(width=column, overflow="fold")
    for row in rows:
        table.add_row(row.label, *row.texts, end_section=row.ends)
    return table


def _header(blueprint: Blueprint, place: int) -> Text:
    step = blueprint.steps[place]
    text = Text()
    if step.phase:
        text.append(f"{visible(step.phase)}\n", "dim")
    text.append(f"{place + 1} {visible(step.name)}", "bold")
    if step.moment_of_truth:
        text.append("\n★ moment of truth", "yellow")
    return text


def _step_rows(steps: Sequence[Step]) -> Iterator[_Row]:
    """Rows for what steps say of themselves, each only if one of these steps says it."""
    for label, texts in (
        ("touchpoint", [", ".join(step.touchpoint) for step in steps]),
        ("channel", [", ".join(step.channel) for step in steps]),
        ("thinks", [step.thinks or "" for step in steps]),
        ("feels", [step.feels or "" for step in steps]),
        ("emotion", ["" if step.emotion is None else _signed(step.emotion) for step in steps]),
        (
            "importance",
            ["" if step.importance is None else f"{step.importance} of 5" for step in steps],
        ),
    ):
        if any(texts):
            yield _Row(Text(label, "dim"), [Text(visible(text)) for text in texts])
    marks = [list(_marks(step)) for step in steps]
    if any(marks):
        yield _Row(Text("notes", "dim"), [listed(each) for each in marks])


def _signed(emotion: int) -> str:
    return f"{emotion:+d}" if emotion else "0"


def _joined(rows: Iterable[_Row]) -> list[_Row]:
    """The rows without lines between them."""
    *others, last = rows
    return [*(row._replace(ends=False) for row in others), last]


def _lane(lane: Lane) -> Text:
    return Text(visible(lane.name), "bold").append(f"\n{lane.role}", "dim not bold")


def _cell(actions: Sequence[Action]) -> RenderableType:
    lines = [line for action in actions for line in _action(action)]
    return listed(lines) if lines[1:] else Group(*(text for _, text in lines))


def listed(lines: Iterable[tuple[str, Text]]) -> Table:
    """Texts behind their signs; where one goes on in a new line, it stays right of its sign."""
    grid = Table.grid()
    grid.add_column(width=2)
    grid.add_column(overflow="fold")
    for sign, text in lines:
        grid.add_row(Text(sign, text.style), text)
    return grid


def _action(action: Action) -> Iterator[tuple[str, Text]]:
    yield "•", Text(visible(action.name))
    for word, duration in (("time", action.time), ("wait", action.wait)):
        if duration is not None:
            yield "", Text(f"{word} {visible(duration.text)}", "dim")
    if action.uses:
        yield "", Text(f"uses {visible(', '.join(each.text for each in action.uses))}", "dim")
    yield from _marks(action)


def _marks(told: Step | Action) -> Iterator[tuple[str, Text]]:
    """Pain points, what can fail, ideas and questions, each behind its sign."""
    fail_points = [told.fail_point] if isinstance(told, Action) and told.fail_point else []
    for sign, style, elements in (
        ("!", "red", told.pain_points),
        ("✗", "red", fail_points),
        ("+", "green", told.opportunities),
        ("?", "yellow", told.questions),
    ):
        yield from ((sign, Text(visible(each.name), style)) for each in elements)


def _signs(blueprint: Blueprint, index: Index) -> Iterator[Text]:
    """What the signs mean, of those that stand in the tables."""
    told: list[Step | Action] = [*blueprint.steps, *(each.action for each in index.actions)]
    used = {sign for each in told for sign, _ in _marks(each)}
    if used:
        meant = (f"{sign} {word}" for sign, word in _SIGNS.items() if sign in used)
        yield Text("\n" + ", ".join(meant), "dim")


def _links(blueprint: Blueprint, index: Index) -> Iterator[RenderableType]:
    if index.links:
        placed = {each.key: each for each in index.actions}
        yield Text("\nLinks", "bold")
        yield listed(("•", _link(each, placed, blueprint)) for each in index.links)


def _link(joined: Joined, placed: Mapping[str, Placed], blueprint: Blueprint) -> Text:
    start, end = (
        _named(placed[key], blueprint) if key in placed else key
        for key in (joined.start, joined.end)
    )
    return Text(visible(f"{start} {_WORDS[joined.kind]} {end}{_condition(joined.link)}"))


def _named(placed: Placed, blueprint: Blueprint) -> str:
    return f"{placed.action.name} ({blueprint.lanes[placed.lane].name})"


def _condition(link: Link) -> str:
    share = None if link.share is None else f"{link.share:.0%}"
    words = [word for word in (link.name, link.when and f"when {link.when}", share) if word]
    return f": {', '.join(words)}" if words else ""
