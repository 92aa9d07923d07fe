"""Who can keep up with those who come: the bottleneck, queues, and the rate at which it fails."""

from collections.abc import Iterator
from math import isfinite

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.load import Loads, Station
from blueprint_cli.analysis.places import lane_place
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Fact, Facts, Missing, Phrase, Section
from blueprint_cli.report.load_tables import exactly, load_tables
from blueprint_cli.report.sentences import enumerated, paced, quoted
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
        worst, best = loads.bottleneck.worst, loads.bottleneck.best
        rate = paced(loads.arrivals.per_hour)
        verdict = _VERDICTS.get(worst.full.overload or "", "")
        yield (
            "The bottleneck is ",
            *quoted(worst.place),
            f", {_busy(worst)} busy at {rate}{verdict}.",
        )
        if best.place != worst.place:
            yield (
                "Where all takes its least, ",
                *quoted(best.place),
                f" is busiest: {_busy(best)}.",
            )
    yield from _limit(loads)
    yield from _assumed(loads)
    overloaded = [each.place for each in loads.resources if each.full.overload in _VERDICTS]
    if overloaded:
        yield ("Too much is asked, at least at worst, of ", *enumerated(overloaded), ".")
    yield from _queue(loads)


_VERDICTS = {
    "always": ": more work comes than it can do, and its queue grows without end",
    "at worst": ": where all takes its most, it cannot keep up",
}


def _busy(station: Station) -> str:
    busy = station.full.utilisation
    return told("shares", busy and Range(round(busy.least, 2), round(busy.most, 2)))


def _limit(loads: Loads) -> Iterator[Phrase]:
    """What fails first, and when."""
    limit = loads.limit
    if limit is None or limit.full.fails_at_worst is None:
        return
    worst, best = limit.full.fails_at_worst, limit.full.fails_at_best
    said = f"from {paced(worst)} on{_compared(loads.headroom)}"
    if best is None:
        said = f"at worst {said}"
    elif best != worst:
        said = f"at worst {said}, at best from {paced(best)} on"
    yield ("The first to fail is ", *quoted(limit.place), f", {said}.")


def _assumed(loads: Loads) -> Iterator[Phrase]:
    """Which of those that were named may well do more than one thing at once."""
    worst = loads.bottleneck.worst if loads.bottleneck else None
    named = [each for each in (worst, loads.limit) if each and each.assumed]
    places = list(dict.fromkeys(each.place for each in named))
    if places:
        yield ("No `capacity` is written for ", *enumerated(places), ", so it counts as 1.")


def _compared(headroom: float | None) -> str:
    """How far that is from today."""
    if headroom is None:
        return ""
    change = round(headroom, 2)
    if not change:
        return " (as many as come today)"
    return f" ({told('share', abs(change))} {'more' if change > 0 else 'fewer'} than come today)"


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
    yield Fact(
        "arrivals", "Customers who come", "rate", exactly(arrivals.per_hour if arrivals else None)
    )
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
    assumed = [each.place for each in (*loads.lanes, *loads.resources) if each.assumed]
    if assumed:
        names = spoken(enumerated(assumed))
        yield Missing(
            "how many can work at once", f"`capacity` of {names}; without it 1 is assumed"
        )
