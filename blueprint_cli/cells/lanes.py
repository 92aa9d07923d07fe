"""The lanes of a table: who does what at which step."""

from collections.abc import Iterator, Mapping

from blueprint_cli.cells.parts import Band, Cell, Entry, Fact, Heading, Line, facts_of, note_of
from blueprint_cli.cells.ways import ways
from blueprint_cli.layout.details import action_details, lane_details
from blueprint_cli.layout.lines import lines_above
from blueprint_cli.layout.marks import marks
from blueprint_cli.look import Look
from blueprint_cli.model import Blueprint, Lane
from blueprint_cli.reading.references import Index


def lane_bands(blueprint: Blueprint, index: Index, look: Look) -> Iterator[Band]:
    """The lanes between two of the three lines, under the name of the line before them."""
    above = lines_above([lane.role for lane in blueprint.lanes])
    titles: tuple[Heading, ...] = ()
    lines: list[Line] = []
    for crossed, line in zip(above, _lanes(blueprint, index, look), strict=True):
        if crossed:
            yield Band(titles, tuple(lines))
            titles, lines = tuple(_title(each.name, look) for each in crossed), []
        lines.append(line)
    yield Band(titles, tuple(lines))


def _title(line: str, look: Look) -> Heading:
    return Heading(f"line:{line}", ("line", line), look.words.lines[line])


def _lanes(blueprint: Blueprint, index: Index, look: Look) -> Iterator[Line]:
    entries = _entries(blueprint, index, look)
    for number, (lane, key) in enumerate(zip(blueprint.lanes, index.lane_keys, strict=True)):
        cells = (
            Cell(entries=tuple(entries.get((number, step), ())))
            for step in range(len(blueprint.steps))
        )
        about = Cell((*_lane_facts(lane, look), *note_of(lane, look)))
        yield Line(_lane(key, number, lane, look), (about, *cells))


def _lane(key: str, number: int, lane: Lane, look: Look) -> Heading:
    role = look.words.roles[lane.role]
    if role.casefold() == lane.name.casefold():
        role = ""
    return Heading(f"lane:{key}", ("lane", f"role-{lane.role}"), lane.name, role, _look(number))


def _look(number: int) -> str:
    return f"lane-{number}"


def _lane_facts(lane: Lane, look: Look) -> Iterator[Fact]:
    """All but the role, which is said at the name."""
    role = look.words.roles[lane.role]
    return (fact for fact in facts_of(lane_details(lane, look)) if fact.text != role)


def _entries(
    blueprint: Blueprint, index: Index, look: Look
) -> Mapping[tuple[int, int], list[Entry]]:
    """The actions of each lane and step."""
    names = {key: resource.name for key, resource in index.resources.items()}
    linked = ways(blueprint, index, look)
    entries: dict[tuple[int, int], list[Entry]] = {}
    for placed in index.actions:
        action = placed.action
        facts = (
            *facts_of(action_details(action, (), names, look)),
            *facts_of(marks(action, look)),
            *note_of(action, look),
        )
        entry = Entry(
            f"action:{placed.key}",
            ("action", f"role-{blueprint.lanes[placed.lane].role}"),
            action.name,
            _look(placed.lane),
            look.addresses.get(placed.key, ""),
            facts,
            linked.get(placed.key, ()),
        )
        entries.setdefault((placed.lane, placed.step), []).append(entry)
    return entries
