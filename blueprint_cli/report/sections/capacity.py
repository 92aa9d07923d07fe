"""Who can keep up with those who come: the bottleneck, queues, and the rate at which it fails."""

from collections.abc import Iterator
from math import isfinite

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.load import Loads, Station
from blueprint_cli.analysis.places import lane_place
from blueprint_cli.report.content import Fact, Facts, Missing, Phrase, Section
from blueprint_cli.report.load_tables import exactly, load_tables
from blueprint_cli.report.sentences import enumerated, quoted
from blueprint_cli.report.telling import spoken, told
from blueprint_cli.service import Service

KEY, TITLE = "capacity", "Capacity"


def section(analysis: Analysis) -> Section:
    """How busy lanes and resources are at `arrivals`, and how much more could come."""
    loads = analysis.loads
    facts = tuple(each for each in _facts(loads) if each.value is not None)
    blocks = (*((Facts(facts),) if facts else ()), *load_tables(analysis))
    missing = tuple(_missing(analysis.service, loads))
    return Section(KEY, TITLE, tuple(_lead(loads)), blocks, missing)


def _lead(loads: Loads) -> Iterator[Phrase]:
    if loads.bottleneck and loads.arrivals:
        yield _bottleneck(loads.bottleneck.worst, loads.arrivals.text)
        best = loads.bottleneck.best
        if best.place != loads.bottleneck.worst.place:
            yield ("Where all takes its least it is ", *quoted(best.place), f" ({_busy(best)}).")
    yield from _limit(loads)
    overloaded = [each.place for each in loads.resources if each.full.overload in _OVER]
    if overloaded:
        yield ("Too much is asked, at worst, of ", *enumerated(overloaded), ".")
    yield from _queue(loads)


_SLIGHT = 0.005
"""Less headroom than half a percent is none."""
_OVER = {"always", "at worst"}


def _bottleneck(worst: Station, rate: str) -> Phrase:
    said = {
        "always": ": it cannot keep up, and its queue grows without end",
        "at worst": ": it cannot keep up where all takes its most",
    }
    verdict = said.get(worst.full.overload or "", "")
    return (
        "The bottleneck is ",
        *quoted(worst.place),
        f", {_busy(worst)} busy at {rate}{verdict}.",
    )


def _busy(station: Station) -> str:
    return told("shares", station.full.utilisation)


def _limit(loads: Loads) -> Iterator[Phrase]:
    """What fails first, and when."""
    limit, headroom = loads.limit, loads.headroom
    if limit is None:
        return
    more = ""
    if headroom is not None and headroom > _SLIGHT:
        more = f", {told('share', round(headroom, 2))} more than today"
    elif headroom is not None:
        more = ", and no fewer come today"
    worst, best = limit.full.fails_at_worst, limit.full.fails_at_best
    said = f"from {told('rate', exactly(worst))} on at worst{more}"
    if best and best != worst:
        said += f"; at best it holds until {told('rate', exactly(best))}"
    yield ("First to fail when more customers come: ", *quoted(limit.place), f", {said}.")


def _queue(loads: Loads) -> Iterator[Phrase]:
    """Where work waits longest, of all lines that do end."""
    found = [
        (each.full.queue.wait, each.place.key, each)
        for each in loads.lanes
        if each.full.queue and isfinite(each.full.queue.wait)
    ]
    wait, _, longest = max(found, default=(0.0, "", None))
    if longest and wait >= 1:
        said = told("duration", exactly(wait))
        yield ("Work waits longest for ", *quoted(longest.place), f": {said} on average.")


def _facts(loads: Loads) -> Iterator[Fact]:
    arrivals, limit = loads.arrivals, loads.limit
    yield Fact("arrivals", "Customers", "rate", exactly(arrivals.per_hour if arrivals else None))
    if loads.bottleneck:
        worst = loads.bottleneck.worst
        busy = worst.full.utilisation
        yield Fact("bottleneck", "Bottleneck", "places", (worst.place,), measure="bottleneck")
        yield Fact("bottleneck_utilisation", "Busy", "shares", busy, (worst.place,), "utilisation")
    if limit:
        rate, about = exactly(limit.full.fails_at_worst), (limit.place,)
        yield Fact("fails_at", "Fails at, at worst", "rate", rate, about, "breaks_at")
        yield Fact("headroom", "Headroom", "share", loads.headroom, about, "headroom")


def _missing(service: Service, loads: Loads) -> Iterator[Missing]:
    if not (loads.lanes or loads.resources):
        yield Missing(
            "how many customers the service can take",
            "`time` on actions in frontstage, backstage and support lanes",
        )
    if loads.arrivals is None:
        yield Missing(
            "how busy lanes and resources are, and how long queues grow",
            "`arrivals`: how many customers come, such as `40/h`",
        )
    timed, lanes = {each.place.key for each in loads.lanes}, service.blueprint.lanes
    silent = [
        lane_place(service, place)
        for place, key in enumerate(service.index.lane_keys)
        if service.in_lane[place] and key not in timed
        if lanes[place].role not in {"evidence", "customer"}
    ]
    if silent and loads.lanes:
        names = spoken(enumerated(silent))
        yield Missing("how busy all lanes are", f"`time` on actions of {names}")
    counted = [
        lane_place(service, place)
        for place, key in enumerate(service.index.lane_keys)
        if key in timed and "capacity" not in lanes[place].places
    ]
    if counted:
        names = spoken(enumerated(counted))
        yield Missing("how many work at once", f"`capacity` of {names}, each counted as 1")
