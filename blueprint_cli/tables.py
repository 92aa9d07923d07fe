"""A blueprint as tables of text: lanes are rows, steps are columns, as wide as the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import NamedTuple

from rich.box import Box
from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from blueprint_cli.console import cells, visible
from blueprint_cli.model import ROLES, Action, Blueprint, Lane, Link, Step
from blueprint_cli.references import Index, Placed

_LEAST = 16
"""A column of steps is at least this wide, unless the terminal is narrower."""
_MOST = 40
_BAR = 3  # columns between two columns: a bar and a space on either side

_BARS = Box("    \n  │ \n──┼ \n  │ \n──┼ \n──┼ \n  │ \n    \n")
_LINES = (
    ("line of interaction", 2),
    ("line of visibility", 3),
    ("line of internal interaction", 4),
)
"""Each line with the place in ROLES of the first role that stands below it."""
_WORDS = {"triggers": "triggers", "needs": "needs", "agrees_with": "agrees with"}


class _Row(NamedTuple):
    """A row of a table: its label, and a text for each step."""

    label: Text
    texts: Sequence[Text]


def tables(blueprint: Blueprint, index: Index, width: int, *, color: bool) -> str:
    """The whole blueprint as text that is nowhere wider than `width` columns."""
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
    )
    for part in _parts(blueprint, index, width):
        console.print(part, highlight=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _parts(blueprint: Blueprint, index: Index, width: int) -> Iterator[RenderableType]:
    yield from _title(blueprint)
    label = _label_width(blueprint, width)
    fitting = max(1, (width - label) // (_LEAST + _BAR))
    rounds = -(-len(blueprint.steps) // fitting)
    each = -(-len(blueprint.steps) // rounds)
    column = max(1, min((width - label) // each - _BAR, _MOST))
    for start in range(0, len(blueprint.steps), each):
        steps = range(start, min(start + each, len(blueprint.steps)))
        yield Text()
        yield from _table(blueprint, index, steps, label, column)
    yield from _links(index)


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
    return min(max(longest, 10), 24, width // 3)


def _table(
    blueprint: Blueprint, index: Index, steps: range, label: int, column: int
) -> Iterator[RenderableType]:
    shown = [blueprint.steps[each] for each in steps]
    header = _Row(Text(), [_header(blueprint, each) for each in steps])
    group = [header, *_step_rows(shown)]
    for place, lane in enumerate(blueprint.lanes):
        for name in _crossed(blueprint, place):
            yield _grid(group, label, column)
            yield Rule(Text(name, "cyan"), align="left", characters="═", style="cyan")
            group = []
        texts = [_cell(index, each, place) for each in steps]
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
    table = Table(
        box=_BARS, show_header=False, show_edge=False, show_lines=True, padding=(0, 1, 0, 0)
    )
    table.add_column(width=label, overflow="fold")
    for _ in rows[0].texts:
        table.add_column(width=column, overflow="fold")
    for row in rows:
        table.add_row(row.label, *row.texts)
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
        ("emotion", ["" if step.emotion is None else f"{step.emotion:+d}" for step in steps]),
        (
            "importance",
            ["" if step.importance is None else f"{step.importance} of 5" for step in steps],
        ),
    ):
        if any(texts):
            yield _Row(Text(label, "dim"), [Text(visible(text)) for text in texts])
    marks = [_marks(step) for step in steps]
    if any(marks):
        yield _Row(Text("notes", "dim"), marks)


def _lane(lane: Lane) -> Text:
    return Text(visible(lane.name), "bold").append(f"\n{lane.role}", "dim not bold")


def _cell(index: Index, step: int, lane: int) -> Text:
    actions = [each.action for each in index.actions if (each.step, each.lane) == (step, lane)]
    bullet = "• " if len(actions) > 1 else ""
    return Text("\n").join(_action(action, bullet) for action in actions)


def _action(action: Action, bullet: str) -> Text:
    text = Text(f"{bullet}{visible(action.name)}")
    times = [
        f"{word} {duration.text}"
        for word, duration in (("time", action.time), ("wait", action.wait))
        if duration is not None
    ]
    uses = [f"uses {', '.join(each.text for each in action.uses)}"] if action.uses else []
    for fact in (*times, *uses):
        text.append(f"\n  {visible(fact)}", "dim")
    if marks := _marks(action):
        text.append("\n").append_text(marks)
    return text


def _marks(told: Step | Action) -> Text:
    """Pain points, what can fail, ideas and questions, each on a line behind its sign."""
    lines = [Text(f"! {visible(each.name)}", "red") for each in told.pain_points]
    if isinstance(told, Action) and told.fail_point is not None:
        lines.append(Text(f"✗ {visible(told.fail_point.name)}", "red"))
    lines += [Text(f"+ {visible(each.name)}", "green") for each in told.opportunities]
    lines += [Text(f"? {visible(each.name)}", "yellow") for each in told.questions]
    return Text("\n").join(lines)


def _links(index: Index) -> Iterator[Text]:
    names = {each.key: each for each in index.actions}
    if index.links:
        yield Text("\nLinks", "bold")
    for each in index.links:
        end = _named(names[each.end]) if each.end in names else each.end
        line = f"  {_named(names[each.start])} {_WORDS[each.kind]} {end}{_condition(each.link)}"
        yield Text(visible(line))


def _named(placed: Placed) -> str:
    return f"{placed.key} “{placed.action.name}”"


def _condition(link: Link) -> str:
    share = None if link.share is None else f"{link.share:.0%}"
    words = [word for word in (link.name, link.when and f"when {link.when}", share) if word]
    return f" ({', '.join(words)})" if words else ""
