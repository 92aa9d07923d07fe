"""What breaks when something is down: each resource, and each lane that works unseen."""

from collections.abc import Iterator, Mapping

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.impact import Impact, customers_hit, has_needs
from blueprint_cli.analysis.owners import resource_owner
from blueprint_cli.analysis.places import Place
from blueprint_cli.analysis.shares import shares_of
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Cell, Column, Missing, Phrase, Section, Table
from blueprint_cli.report.losses import in_short, listing
from blueprint_cli.report.sentences import counted
from blueprint_cli.service import Service

_TOLD = 5
"""So many of the worst losses are told action by action."""


def section(analysis: Analysis) -> Section:
    """What breaks when something is down, the worst first."""
    service, losses = analysis.service, analysis.losses
    shares = shares_of(service)
    told = [
        listing(service, each, title=f"Without {each.without[0].name}") for each in losses[:_TOLD]
    ]
    tables = [_table(service, losses, shares)] if losses else []
    return Section(
        "what-if",
        "What breaks when something is down",
        tuple(_lead(analysis, shares)),
        (*tables, *told),
        tuple(_missing(service)),
    )


def _lead(analysis: Analysis, shares: Mapping[str, float]) -> Iterator[Phrase]:
    """The worst resource and the worst lane, and how many can be missed."""
    for kind in ("resource", "lane"):
        worst = next((each for each in analysis.losses if each.without[0].kind == kind), None)
        if worst:
            yield in_short(analysis.service, worst, shares)
    if not has_needs(analysis.service):
        return
    unnoticed = [each for each in analysis.losses if not any(f.visible for f in each.falls)]
    if unnoticed:
        of = f"{len(unnoticed)} of {counted(len(analysis.losses), 'loss', 'losses')}"
        yield (f"{of} reach nothing that customers see.",)


def _table(service: Service, losses: tuple[Impact, ...], shares: Mapping[str, float]) -> Table:
    return Table(
        "what-if",
        "What fails without it, the worst first",
        (
            Column("without", "Without", "places"),
            Column("owner", "Owner", "text"),
            Column("directly", "Fail at once", "count", "impact"),
            Column("actions", "Fail in all", "count", "impact"),
            Column("customer_actions", "Customers can no longer", "places", "damage"),
            Column("moments_of_truth", "Moments of truth", "places", "damage"),
            Column("customers", "Customers hit", "rate", "customers_hit"),
            Column("steps", "Steps hit", "places", "damage"),
            Column("still", "Customers can still", "count"),
            Column("recoveries", "Written recoveries", "count"),
            Column("kind", "Kind", "text"),
        ),
        tuple(_row(service, each, customers_hit(service, each, shares)) for each in losses),
    )


def _row(service: Service, impact: Impact, customers: float | None) -> tuple[Cell, ...]:
    place = impact.without[0]
    return (
        (place,),
        _owner(service, place) or None,
        len(impact.directly),
        len(impact.falls),
        impact.customer_actions or None,
        impact.moments_of_truth or None,
        None if customers is None else Range(customers, customers),
        tuple(each.place for each in impact.steps),
        len(impact.still),
        len(impact.recoveries),
        place.kind,
    )


def _owner(service: Service, place: Place) -> str:
    if place.kind == "resource":
        return resource_owner(service, service.index.resources[place.key])
    lane = service.blueprint.lanes[service.index.lane_keys.index(place.key)]
    return lane.owner or service.blueprint.owner or ""


def _missing(service: Service) -> Iterator[Missing]:
    if not service.blueprint.resources:
        yield Missing("what fails without a system or a room", "`resources`, and `uses` of actions")
    if not has_needs(service):
        yield Missing("what fails with other actions", "`needs` of actions")
    if service.blueprint.arrivals is None:
        yield Missing("how many customers are hit", "`arrivals`")
