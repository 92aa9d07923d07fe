"""Where work changes hands: links from lane to lane, and those that cross the line of visibility.

A need runs from the action that is needed to the one that needs it, as the work does; triggers and
agreements run as they are written. Links into other files count nowhere.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.reading.references import LINK_KINDS, Joined, LinkKind, Placed
from blueprint_cli.service import Service
from blueprint_cli.step_times import BEHIND, IN_SIGHT

_DSM = (
    'D. V. Steward, "The Design Structure System: A Method for Managing the Design of Complex'
    ' Systems", IEEE Transactions on Engineering Management 28, 1981; S. D. Eppinger and'
    ' T. R. Browning, "Design Structure Matrix Methods and Applications", MIT Press, 2012'
)

MEASURES = (
    Measure(
        "handoffs",
        "Hand-offs",
        "Links whose two ends stand in different lanes, by kind: `triggers`, `needs`,"
        " `agrees_with`. From lane to lane a need runs from the needed to the one that needs it",
        "links",
        "Every written link is one hand-off. Links into other files are not counted",
        'M. Hammer, "Reengineering Work: Don’t Automate, Obliterate", Harvard Business Review,'
        ' July 1990; as waste: A. C. Ward, "Lean Product and Process Development", 2007',
    ),
    Measure(
        "crossing_visibility",
        "Links across the line of visibility",
        "Links from a customer or frontstage lane to a backstage or support lane, or back, by kind",
        "links",
        "Evidence is shown and does nothing, so its links are not counted",
        'G. L. Shostack, "Designing Services That Deliver", Harvard Business Review, January 1984',
    ),
    Measure(
        "lane_matrix",
        "Dependency matrix of lanes",
        "In the row of one lane and the column of another: triggers from the one to the other, and"
        " needs of the other that the one meets. On the diagonal, those within a lane",
        "links",
        "Agreements have no direction and are left out",
        _DSM,
    ),
    Measure(
        "resource_matrix",
        "Dependency matrix of actions and resources",
        "In the row of an action and the column of a resource: how many actions use the resource,"
        " among the action itself and all that it needs, directly and transitively",
        "actions",
        "",
        _DSM,
    ),
)

Counts = Mapping[LinkKind, int]


class Crossings(NamedTuple):
    """Links by kind: between lanes in all, by `from>to`, and across the line of visibility."""

    handoffs: Counts
    between: Mapping[LinkKind, Mapping[str, int]]
    visibility: Counts
    matrix: Mapping[tuple[str, str], int]
    """Triggers and needs by the keys of two lanes, which may be one."""


def crossings_of(service: Service) -> Crossings:
    """Where work changes hands."""
    ways = [_way(service, each) for each in service.links]
    changing = [each for each in ways if each.start.lane != each.end.lane]
    return Crossings(
        _counts(changing),
        {kind: _pairs(service, changing, kind) for kind in LINK_KINDS},
        _counts(each for each in ways if _crosses(service, each)),
        _matrix(service, ways),
    )


class _Way(NamedTuple):
    """A link in the direction in which work goes."""

    kind: LinkKind
    start: Placed
    end: Placed


def _way(service: Service, joined: Joined) -> _Way:
    start, end = service.placed[joined.start], service.placed[joined.end]
    if joined.kind == "needs":
        start, end = end, start
    return _Way(joined.kind, start, end)


def _counts(ways: Iterable[_Way]) -> Counts:
    found = Counter(each.kind for each in ways)
    return {kind: found[kind] for kind in LINK_KINDS}


def _pairs(service: Service, ways: Iterable[_Way], kind: LinkKind) -> Mapping[str, int]:
    found = Counter(_lanes(service, each) for each in ways if each.kind == kind)
    return {">".join(pair): found[pair] for pair in sorted(found)}


def _matrix(service: Service, ways: Iterable[_Way]) -> Mapping[tuple[str, str], int]:
    found = Counter(_lanes(service, each) for each in ways if each.kind != "agrees_with")
    return {pair: found[pair] for pair in sorted(found)}


def _lanes(service: Service, way: _Way) -> tuple[str, str]:
    keys = service.index.lane_keys
    return keys[way.start.lane], keys[way.end.lane]


def _crosses(service: Service, way: _Way) -> bool:
    roles = {service.role(way.start), service.role(way.end)}
    return bool(roles & IN_SIGHT and roles & BEHIND)
