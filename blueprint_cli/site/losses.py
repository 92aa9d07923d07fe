"""How much of all blueprints a loss hits, and the actions on which other blueprints hang."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from blueprint_cli.analysis.places import Place
from blueprint_cli.report.content import Cell, Column, Table
from blueprint_cli.site.web import Spot, Web, shortened

HIT = (
    Column("blueprints", "Blueprints hit", "count", "lost_everywhere"),
    Column("actions", "Actions hit", "count", "lost_everywhere"),
    Column("steps", "Steps hit", "count", "lost_everywhere"),
    Column("customer", "Customer actions hit", "count", "lost_everywhere"),
    Column("moments", "Moments of truth hit", "count", "lost_everywhere"),
)
"""The columns of what `hit` counts."""


def hit(lost: Sequence[Spot], web: Web) -> tuple[int, int, int, int, int]:
    """How many blueprints, actions, steps, customer's actions and moments of truth are hit."""
    actions, steps = actions_in(lost), steps_in(lost, web)
    moments = (web.blueprints[number].facts.steps[step].moment_of_truth for number, step in steps)
    blueprints = {spot.blueprint for spot in lost}
    customers = sum(map(web.is_customers, actions))
    return len(blueprints), len(actions), len(steps), customers, sum(moments)


def actions_in(spots: Iterable[Spot]) -> list[Spot]:
    """The actions among what is hit."""
    return [spot for spot in spots if "." in spot.key]


def steps_in(spots: Iterable[Spot], web: Web) -> list[tuple[int, int]]:
    """The steps that are hit, or at which an action is, as numbers of blueprint and step."""
    return sorted({(spot.blueprint, web.step_of(spot)) for spot in spots if spot.key})


def needed_elsewhere(web: Web) -> Table:
    """The actions that another blueprint needs, that without which most is hit first."""
    needing: dict[Spot, list[Place]] = defaultdict(list)
    for way in web.crossings:
        if way.kind == "needs" and way.end is not None:
            needing[Spot(way.end_blueprint, way.end.key)].append(way.place)
    rows = [_row(spot, places, web) for spot, places in needing.items()]
    rows.sort(key=lambda row: row[-5:], reverse=True)
    title = "Actions that other blueprints need"
    return Table("needed-elsewhere", title, (*_COLUMNS, *HIT), tuple(rows))


_COLUMNS = (
    Column("action", "Action", "places"),
    Column("blueprint", "Blueprint", "places"),
    Column("needed_by", "Needed by", "places"),
)


def _row(spot: Spot, places: Sequence[Place], web: Web) -> tuple[Cell, ...]:
    known = web.blueprints[spot.blueprint]
    return ((web.place(spot),), (known.place,), shortened(places), *hit(web.lost([spot]), web))
