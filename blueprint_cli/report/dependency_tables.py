"""Tables of what hangs on what: hubs, hand-offs, matrices, and how far customers' actions reach."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.behind import Reach
from blueprint_cli.analysis.dependencies import Dependencies
from blueprint_cli.analysis.places import action_place, lane_place, step_place
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.model import Element
from blueprint_cli.reading.references import LINK_KINDS, LinkKind
from blueprint_cli.report.content import Cell, Column, Plot, Table
from blueprint_cli.service import Service

_MOST_CELLS = 6000
"""A matrix with more cells than these is no longer looked at."""
_FEWEST_ROWS = 20


def dependency_tables(analysis: Analysis) -> Iterator[Table]:
    """All tables that have a row."""
    service, found = analysis.service, analysis.dependencies
    tables = (
        _hubs(found),
        _lane_matrix(service, found),
        _handoffs(service, found),
        _resource_matrix(service, found),
        _reaches(service, found.reaches),
        _circles(found),
    )
    yield from (table for table in tables if table.rows)


def handoffs_by_pair(found: Dependencies) -> Mapping[tuple[str, str], Mapping[LinkKind, int]]:
    """The hand-offs from one lane to another by kind, the most first."""
    counts: dict[tuple[str, str], Counter[LinkKind]] = {}
    for kind in LINK_KINDS:
        for pair, count in found.handoffs_between[kind].items():
            start, _, end = pair.partition(">")
            counts.setdefault((start, end), Counter())[kind] += count
    ranked = sorted(counts, key=lambda pair: (-counts[pair].total(), pair))
    return {pair: counts[pair] for pair in ranked}


def _hubs(found: Dependencies) -> Table:
    return Table(
        "hubs",
        "What others hang on, the most first",
        (
            Column("what", "What", "places"),
            Column("kind", "Kind", "text"),
            Column("directly", "Directly", "count", "hubs"),
            Column("transitively", "With all that need these", "count", "hubs"),
            Column("visible", "Of these seen by customers", "count", "hubs"),
            Column("single", "Single point of failure", "yes", "single_points_of_failure"),
            Column("owner", "Owner", "text"),
        ),
        tuple(
            (
                (hub.place,),
                hub.place.kind,
                len(hub.directly),
                hub.transitively,
                hub.visible,
                hub.single,
                hub.owner or None,
            )
            for hub in found.hubs
        ),
    )


def _lane_matrix(service: Service, found: Dependencies) -> Table:
    joined = {key for pair in found.lane_matrix for key in pair}
    lanes = [(place, key) for place, key in enumerate(service.index.lane_keys) if key in joined]
    titles = _titles([service.blueprint.lanes[place] for place, _ in lanes], [k for _, k in lanes])
    columns = [
        Column(f"to_{key}", title, "count") for (_, key), title in zip(lanes, titles, strict=True)
    ]
    rows: list[tuple[Cell, ...]] = [
        ((lane_place(service, place),), *(found.lane_matrix.get((key, end)) for _, end in lanes))
        for place, key in lanes
    ]
    return Table(
        "lane-matrix",
        "From which lane work goes to which",
        (Column("from", "From", "places", "lane_matrix"), *columns),
        tuple(rows),
        Plot("matrix", ("from", *(column.key for column in columns))),
        "Triggers and needs, from the lane of the row to that of the column.",
    )


def _handoffs(service: Service, found: Dependencies) -> Table:
    lanes = {key: lane_place(service, n) for n, key in enumerate(service.index.lane_keys)}
    return Table(
        "handoffs",
        "Hand-offs between lanes, the most first",
        (
            Column("from", "From", "places"),
            Column("to", "To", "places"),
            Column("triggers", "Triggers", "count", "handoffs"),
            Column("needs", "Needs", "count", "handoffs"),
            Column("agrees_with", "Agreements", "count", "handoffs"),
        ),
        tuple(
            ((lanes[start],), (lanes[end],), *(counts[kind] for kind in LINK_KINDS))
            for (start, end), counts in handoffs_by_pair(found).items()
        ),
    )


def _resource_matrix(service: Service, found: Dependencies) -> Table:
    used = {key for counts in found.resource_matrix.values() for key in counts}
    resources = {key: each for key, each in service.index.resources.items() if key in used}
    titles = _titles(list(resources.values()), list(resources))
    columns = [
        Column(f"uses_{key}", title, "count") for key, title in zip(resources, titles, strict=True)
    ]
    rows: list[tuple[Cell, ...]] = []
    shown = _most_hanging(found, max(_FEWEST_ROWS, _MOST_CELLS // max(1, len(resources))))
    for key in shown:
        counts, placed = found.resource_matrix[key], service.placed[key]
        where = (step_place(service, placed.step),)
        rows.append(((action_place(placed),), where, *(counts.get(each) for each in resources)))
    left = len(found.resource_matrix) - len(shown)
    left_out = f" {left} more actions hang on fewer and are left out." if left else ""
    return Table(
        "resource-matrix",
        "Which action hangs on which resource",
        (
            Column("action", "Action", "places", "resource_matrix"),
            Column("step", "Step", "places"),
            *columns,
        ),
        tuple(rows),
        Plot("matrix", ("action", *(column.key for column in columns))),
        "How many actions use the resource: the action itself and all that it needs." + left_out,
    )


def _most_hanging(found: Dependencies, most: int) -> Sequence[str]:
    """The actions that hang on most resources and uses of them, in their order."""
    matrix = found.resource_matrix
    ranked = sorted(matrix, key=lambda key: (-len(matrix[key]), -sum(matrix[key].values())))
    chosen = frozenset(ranked[:most])
    return [key for key in matrix if key in chosen]


def _titles(elements: Sequence[Element], keys: Sequence[str]) -> list[str]:
    """The elements' names, with the key behind each that is not alone."""
    names = Counter(each.name for each in elements)
    return [
        each.name if names[each.name] == 1 else each.name + ENGLISH.aside.format(key)
        for each, key in zip(elements, keys, strict=True)
    ]


def _reaches(service: Service, reaches: Sequence[Reach]) -> Table:
    return Table(
        "reach",
        "How far the customer's actions reach behind the lines",
        (
            Column("action", "Customer's action", "places", "reach"),
            Column("step", "Step", "places"),
            Column("actions", "Actions", "count", "reach"),
            Column("behind", "Of these not seen", "count", "reach"),
            Column("depth", "Links to the furthest", "count", "reach"),
            Column("deepest", "Way to the furthest", "path"),
            Column("roles", "Roles", "text"),
            Column("lanes", "Lanes", "places"),
            Column("resources", "Resources", "places"),
        ),
        tuple(
            (
                (reach.place,),
                (step_place(service, service.placed[reach.place.key].step),),
                len(reach.actions),
                reach.behind,
                reach.depth,
                reach.deepest if reach.depth else None,
                ENGLISH.comma.join(reach.roles) or None,
                reach.lanes or None,
                reach.resources or None,
            )
            for reach in reaches
        ),
    )


def _circles(found: Dependencies) -> Table:
    return Table(
        "circles",
        "Triggers that go round in a circle",
        (
            Column("circle", "Circle", "path", "circles_of_triggers"),
            Column("actions", "Actions", "count"),
        ),
        tuple(((*circle, circle[0]), len(circle)) for circle in found.circles),
    )
