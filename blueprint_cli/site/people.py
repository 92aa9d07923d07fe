"""Who does what and who owns what, over all blueprints."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from blueprint_cli.analysis.places import Place
from blueprint_cli.report.content import Cell, Column, Phrase, Section, Table
from blueprint_cli.site.facts import LaneFacts
from blueprint_cli.site.resources import plain
from blueprint_cli.site.web import Known, shortened


class _Lane(NamedTuple):
    """A lane where it stands: the number of its blueprint and its own."""

    blueprint: int
    number: int
    lane: LaneFacts


class Holding(NamedTuple):
    """What somebody owns: what it is, its place, the blueprint in which that is written."""

    owner: str
    kind: str
    place: Place
    blueprint: int


def lanes_section(blueprints: Sequence[Known]) -> Section:
    """The lanes of all blueprints; those of one name and role are one."""
    table = _lanes(blueprints)
    return Section("lanes", "Lanes", (_busiest(table),) if table.rows else (), (table,))


def _busiest(table: Table) -> Phrase:
    name, _, blueprints, _, actions, *_ = table.rows[0]
    return (f"{name} takes part in most: {actions} actions in {_in(blueprints)}.",)


def _in(count: Cell) -> str:
    return f"{count} blueprint" if count == 1 else f"{count} blueprints"


def _lanes(blueprints: Sequence[Known]) -> Table:
    groups: dict[tuple[str, str], list[_Lane]] = defaultdict(list)
    for number, each in enumerate(blueprints):
        for at, lane in enumerate(each.facts.lanes):
            groups[plain(lane.name), lane.role].append(_Lane(number, at, lane))
    rows = [_lane_row(group, blueprints) for group in groups.values()]
    rows.sort(key=lambda row: (-row[2], -row[4], row[0], row[1]))
    return Table("lanes", "Every lane", _LANE_COLUMNS, tuple(rows))


_LANE_COLUMNS = (
    Column("lane", "Lane", "text"),
    Column("role", "Role", "text"),
    Column("blueprints", "Blueprints", "count"),
    Column("where", "Where", "places"),
    Column("actions", "Actions", "count"),
    Column("pain_points", "Pain points", "count"),
    Column("severity", "Severity in sum", "count", "pain_severity"),
    Column("owners", "Owners", "text"),
)

_LaneRow = tuple[str, str, int, tuple[Place, ...], int, int, int, str | None]


def _lane_row(group: Sequence[_Lane], blueprints: Sequence[Known]) -> _LaneRow:
    actions = [
        action
        for number, at, _ in group
        for action in blueprints[number].facts.actions
        if action.lane == at
    ]
    pains = [
        pain
        for number, _, lane in group
        for pain in blueprints[number].facts.pain_points
        if pain.lane == lane.key
    ]
    first = group[0].lane
    places = [_place(each, blueprints) for each in group]
    owners = ", ".join(sorted({each.lane.owner for each in group} - {""}))
    severity = sum(pain.severity for pain in pains)
    count, shown = len(places), shortened(places)
    return (
        first.name,
        first.role,
        count,
        shown,
        len(actions),
        len(pains),
        severity,
        owners or None,
    )


def _place(each: _Lane, blueprints: Sequence[Known]) -> Place:
    """The lane by the name of its blueprint."""
    known = blueprints[each.blueprint]
    return Place("lane", known.file, known.facts.name, known.at(f"lane:{each.lane.key}"))


def owners_section(blueprints: Sequence[Known]) -> Section:
    """Who owns how much, in how many blueprints, and then each thing by itself."""
    holdings = sorted(
        _holdings(blueprints), key=lambda each: (plain(each.owner), each.owner, each.blueprint)
    )
    owners = _owners(holdings, blueprints)
    return Section("owners", "Owners", (_most(owners),), (owners, _all(holdings, blueprints)))


def _most(owners: Table) -> Phrase:
    if not owners.rows:
        return ("No blueprint says who owns anything in it.",)
    name, count, blueprints, *_ = owners.rows[0]
    return (f"{name} owns most: {count} things in {_in(blueprints)}.",)


def _holdings(blueprints: Sequence[Known]) -> Iterator[Holding]:
    """All that has an owner of its own, blueprint by blueprint."""
    for number, known in enumerate(blueprints):
        facts = known.facts
        if facts.owner:
            yield Holding(facts.owner, "blueprint", known.place, number)
        for lane in facts.lanes:
            if lane.owner:
                place = Place("lane", lane.key, lane.name, known.at(f"lane:{lane.key}"))
                yield Holding(lane.owner, "lane", place, number)
        for resource in facts.resources:
            if resource.owner:
                place = Place("resource", resource.key, resource.name, known.at(""))
                yield Holding(resource.owner, "resource", place, number)
        yield from _of_steps(known, number)


def _of_steps(known: Known, number: int) -> Iterator[Holding]:
    for at, step in enumerate(known.facts.steps):
        if step.owner:
            yield Holding(step.owner, "step", known.step(at), number)
    for action in known.facts.actions:
        if action.owner:
            yield Holding(action.owner, "action", known.action(action), number)


_OWNER_COLUMNS = (
    Column("owner", "Owner", "text"),
    Column("things", "Owns", "count"),
    Column("blueprints", "In blueprints", "count"),
    Column("where", "Where", "places"),
    Column("whole", "Blueprints owned", "count"),
    Column("lanes", "Lanes", "count"),
    Column("steps", "Steps", "count"),
    Column("actions", "Actions", "count"),
    Column("resources", "Resources", "count"),
    Column("pain_points", "Pain points to answer for", "count", "pain_owner"),
    Column("severity", "Severity in sum", "count", "pain_severity"),
    Column("opportunities", "Opportunities", "count"),
)
_KINDS = ("blueprint", "lane", "step", "action", "resource")


def _owners(holdings: Iterable[Holding], blueprints: Sequence[Known]) -> Table:
    """A row for each name; who owns nothing and answers for pain all the same has one, too."""
    groups: dict[str, list[Holding]] = defaultdict(list)
    names: dict[str, str] = {}
    for each in holdings:
        groups[plain(each.owner)].append(each)
        names.setdefault(plain(each.owner), each.owner)
    pains: dict[str, list[int]] = defaultdict(list)
    chances: dict[str, int] = defaultdict(int)
    for known in blueprints:
        for pain in known.facts.pain_points:
            names.setdefault(plain(pain.owner), pain.owner)
            pains[plain(pain.owner)].append(pain.severity)
        for chance in known.facts.opportunities:
            names.setdefault(plain(chance.owner), chance.owner)
            chances[plain(chance.owner)] += 1
    rows: list[tuple[Cell, ...]] = [
        (
            names[word],
            len(groups[word]),
            len({each.blueprint for each in groups[word]}),
            _places(groups[word], blueprints),
            *(sum(each.kind == kind for each in groups[word]) for kind in _KINDS),
            len(pains[word]),
            sum(pains[word]),
            chances[word],
        )
        for word in sorted(names, key=lambda word: (-len(groups[word]), word))
        if word
    ]
    return Table("owners", "Every owner", _OWNER_COLUMNS, tuple(rows))


def _places(holdings: Iterable[Holding], blueprints: Sequence[Known]) -> tuple[Place, ...]:
    numbers = dict.fromkeys(each.blueprint for each in holdings)
    return shortened([blueprints[number].place for number in numbers])


def _all(holdings: Iterable[Holding], blueprints: Sequence[Known]) -> Table:
    columns = (
        Column("owner", "Owner", "text"),
        Column("kind", "Owns the", "text"),
        Column("name", "Name", "places"),
        Column("blueprint", "Blueprint", "places"),
    )
    rows = tuple(
        (each.owner, each.kind, (each.place,), (blueprints[each.blueprint].place,))
        for each in holdings
    )
    return Table("owned", "Who owns what", columns, rows)
