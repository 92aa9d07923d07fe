"""What hangs on what: the hubs, the hand-offs, and how far customers' actions reach."""

from collections.abc import Iterator

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.dependencies import Dependencies, Hub
from blueprint_cli.analysis.places import Place, lane_place
from blueprint_cli.facts.single_points import MANY
from blueprint_cli.report.content import Fact, Facts, Missing, Phrase, Section
from blueprint_cli.report.dependency_tables import dependency_tables, handoffs_by_pair
from blueprint_cli.report.sentences import counted, enumerated, quoted
from blueprint_cli.service import Service


def section(analysis: Analysis) -> Section:
    """What hangs on what."""
    told = any(each.uses for each in (placed.action for placed in analysis.service.actions))
    if not told and not analysis.service.links:
        return Section("dependencies", "What hangs on what", (), (), tuple(_missing(analysis)))
    return Section(
        "dependencies",
        "What hangs on what",
        tuple(_lead(analysis.service, analysis.dependencies)),
        (Facts(tuple(_facts(analysis.dependencies))), *dependency_tables(analysis)),
        tuple(_missing(analysis)),
    )


def _lead(service: Service, found: Dependencies) -> Iterator[Phrase]:
    if found.hubs:
        yield _most(service, found.hubs[0])
        yield _singles(found.single_points)
    if found.handoffs_between and any(found.handoffs.values()):
        yield _changing_hands(service, found)
    deepest = max(found.reaches, key=lambda each: (len(each.actions), each.depth), default=None)
    if deepest and deepest.depth:
        unseen = f", {deepest.behind} of them unseen" if deepest.behind else ""
        yield (
            "What reaches furthest behind the lines is ",
            *quoted(deepest.place),
            f": {counted(len(deepest.actions), 'action')}{unseen}, down to ",
            *quoted(deepest.deepest[-1]),
            f", {counted(deepest.depth, 'link')} away.",
        )
    if found.circles:
        ways = counted(len(found.circles), "circle")
        yield (
            f"Triggers go round in {ways}, the first through ",
            *enumerated(found.circles[0]),
            ".",
        )


def _most(service: Service, hub: Hub) -> Phrase:
    seen = f", {hub.visible} of which customers see" if hub.visible else ""
    owner = f"; {hub.owner} answers for it" if hub.owner else ""
    of = f"{hub.transitively} of {counted(len(service.actions), 'action')}"
    return ("Most hangs on ", *quoted(hub.place), f": {of}{seen}{owner}.")


def _singles(points: tuple[Place, ...]) -> Phrase:
    limit = f"more than {MANY} actions that customers see, without a recovery"
    if not points:
        return (f"There is no single point of failure: nothing unseen stops at once {limit}.",)
    if len(points) == 1:
        said = f" is a single point of failure: it stops at once {limit}."
    else:
        said = f" are single points of failure: each stops at once {limit}."
    return (*enumerated(points), said)


def _changing_hands(service: Service, found: Dependencies) -> Phrase:
    pairs = handoffs_by_pair(found)
    (start, end), counts = next(iter(pairs.items()))
    keys = service.index.lane_keys
    crossing = sum(found.crossing_visibility.values())
    links = f"{counted(crossing, 'link')} {'crosses' if crossing == 1 else 'cross'}"
    return (
        f"Work changes hands {counted(sum(found.handoffs.values()), 'time')}, most often from ",
        lane_place(service, keys.index(start)),
        " to ",
        lane_place(service, keys.index(end)),
        f" ({sum(counts.values())}); {links} the line of visibility.",
    )


def _facts(found: Dependencies) -> Iterator[Fact]:
    handoffs, crossing = found.handoffs, found.crossing_visibility
    points = found.single_points
    yield Fact("handoffs", "Hand-offs", "count", sum(handoffs.values()), (), "handoffs")
    yield Fact(
        "crossing_visibility",
        "Links across the line of visibility",
        "count",
        sum(crossing.values()),
        (),
        "crossing_visibility",
    )
    yield Fact(
        "single_points_of_failure",
        "Single points of failure",
        "count",
        len(points),
        points,
        "single_points_of_failure",
    )
    yield Fact(
        "circles", "Circles of triggers", "count", len(found.circles), (), "circles_of_triggers"
    )


def _missing(analysis: Analysis) -> Iterator[Missing]:
    service = analysis.service
    links = {each.kind for each in service.index.links}
    if not links:
        yield Missing("hand-offs and reach", "links between actions: `triggers`, `needs`")
    elif "needs" not in links:
        yield Missing("what fails with what", "`needs` of actions")
    if not service.blueprint.resources:
        yield Missing("what hangs on which resource", "`resources`, and `uses` of actions")
    elif not service.users:
        yield Missing("what hangs on which resource", "`uses` of actions")
    if "customer" not in service.roles:
        yield Missing("how far the customer's actions reach", "a lane with the role `customer`")
