"""How long a case takes from start to end, what the customer waits for, and what it costs."""

from collections.abc import Iterator, Sequence

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.places import action_place, lane_place
from blueprint_cli.analysis.spending import Tolerated
from blueprint_cli.capacity import taken
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Fact, Facts, Missing, Phrase, Section
from blueprint_cli.report.sentences import MOST, enumerated, listed, quoted
from blueprint_cli.report.telling import spoken, told
from blueprint_cli.report.time_tables import time_tables
from blueprint_cli.step_times import BEHIND

KEY, TITLE = "time", "Time and cost"


def section(analysis: Analysis) -> Section:
    """What a case takes of everyone's time and money, as far as the blueprint says it."""
    facts = tuple(_facts(analysis))
    blocks = ((Facts(facts),) if facts else ()) + tuple(time_tables(analysis))
    return Section(KEY, TITLE, tuple(_lead(analysis)), blocks, tuple(_missing(analysis)))


def _lead(analysis: Analysis) -> Iterator[Phrase]:
    spending = analysis.spending
    if spending.elapsed:
        yield (f"A case takes {told('duration', spending.elapsed)} from start to end.",)
        yield from _longest(analysis)
    if spending.customer:
        wait = spending.wait.total
        waiting = f", {told('duration', wait)} of it waiting" if wait else ""
        yield (f"The customer spends {told('duration', spending.customer)}{waiting}.",)
    yield from _over(spending.tolerated)
    yield from _dearest(analysis)


def _longest(analysis: Analysis) -> Iterator[Phrase]:
    """What the critical path hangs on most."""
    service = analysis.service
    placed = [service.placed[key] for key in analysis.spending.critical_path]
    timed = [(spent.most, each) for each in placed if (spent := taken(each.action))]
    if len(timed) > 1:
        _, longest = max(timed, key=lambda each: each[0])
        yield (
            "Longest on the critical path: ",
            *quoted(action_place(longest)),
            f" ({told('duration', taken(longest.action))}), in ",
            *quoted(lane_place(service, longest.lane)),
            ".",
        )


def _over(tolerated: Sequence[Tolerated]) -> Iterator[Phrase]:
    for overrun, said in (("always", "Always"), ("at worst", "At worst")):
        found = [each for each in tolerated if each.overrun == overrun]
        if found:
            named: list[Phrase] = [
                (*quoted(each.place), f" (by {_told_over(each)})") for each in found[:MOST]
            ]
            more: list[Phrase] = [(f"{len(found) - MOST} more",)] if len(found) > MOST else []
            yield (f"{said} longer than customers tolerate: ", *listed([*named, *more]), ".")


def _told_over(found: Tolerated) -> str:
    """By how much, `up to` where it may as well be within."""
    least, most = found.over
    return told("duration", found.over) if least else f"up to {told('duration', Range(most, most))}"


def _dearest(analysis: Analysis) -> Iterator[Phrase]:
    """What a case costs, and the lane that costs most of it."""
    cost, service = analysis.spending.cost, analysis.service
    if cost.total is None:
        return
    said = f"A case costs {told('money', cost.total, service.blueprint.currency or '')}"
    lanes = [(found.likely, key) for key, found in cost.per_lane.items()]
    most, lane = max(lanes, key=lambda each: (each[0], each[1]))
    if len(lanes) > 1 and most:
        place = lane_place(service, service.index.lane_keys.index(lane))
        share = told("share", round(most / cost.total.likely, 2))
        yield (f"{said}, {share} of it in ", *quoted(place), ".")
    else:
        yield (f"{said}.",)


def _facts(analysis: Analysis) -> Iterator[Fact]:
    """All key figures that are known."""
    return (each for each in _figures(analysis) if each.value is not None)


def _figures(analysis: Analysis) -> Iterator[Fact]:
    spending = analysis.spending
    likely, wait, customer = spending.elapsed_likely, spending.wait.total, spending.customer
    middle = None if likely is None else Range(likely, likely)
    waiting = wait.likely / customer.likely if wait and customer and customer.likely else None
    yield Fact("elapsed", "From start to end", "duration", spending.elapsed, measure="elapsed")
    yield Fact("elapsed_likely", "Likely from start to end", "duration", middle, measure="elapsed")
    yield Fact("customer", "The customer's time", "duration", customer, measure="customer_time")
    yield Fact("wait", "Waiting", "duration", wait, measure="wait")
    yield Fact("waiting_share", "Share of waiting", "share", waiting, measure="waiting_share")
    yield Fact("work", "Work", "duration", spending.work.total, measure="work")
    if spending.tolerated:
        for key, title, overrun in _OVERRUNS:
            count = sum(each.overrun == overrun for each in spending.tolerated)
            yield Fact(key, title, "count", count, measure="over_tolerance")
    yield Fact("cost", "Cost of a case", "money", spending.cost.total, measure="cost")
    yield from _on_average(analysis)


_OVERRUNS = (
    ("over_always", "Always over tolerance", "always"),
    ("over_at_worst", "Over tolerance at worst", "at worst"),
)


def _on_average(analysis: Analysis) -> Iterator[Fact]:
    """What branches change, where that can be told from the figures of a whole case."""
    spending = analysis.spending
    work, cost = spending.expected_work.total, spending.expected_cost.total
    if told("duration", work) != told("duration", spending.work.total):
        title = "Work on an average case"
        yield Fact("expected_work", title, "duration", work, measure="expected_work")
    if told("money", cost) != told("money", spending.cost.total):
        title = "Cost of an average case"
        yield Fact("expected_cost", title, "money", cost, measure="expected_cost")


def _missing(analysis: Analysis) -> Iterator[Missing]:
    spending, blueprint = analysis.spending, analysis.service.blueprint
    if spending.elapsed is None:
        yield Missing("how long it takes", "`time` and `wait` on actions")
    else:
        yield from _untimed(analysis)
    if spending.wait.total is None:
        yield Missing("what the customer waits", "`wait` on actions for which customers wait")
    if not spending.tolerated:
        yield Missing(
            "whether that is longer than customers tolerate",
            "`tolerance` on actions that have a `time` or `wait`",
        )
    if spending.cost.total is None:
        yield Missing(
            "what a case costs", "`cost` on actions, or `time` and the lane's `cost_rate`"
        )
    else:
        yield from _unpaid(analysis)
        if not blueprint.currency:
            yield Missing("what money that is", "`currency`")


def _untimed(analysis: Analysis) -> Iterator[Missing]:
    """Actions that somebody works on, and nobody knows how long."""
    service = analysis.service
    working = [each for each in service.actions if service.role(each) in {"frontstage", *BEHIND}]
    silent = [each for each in working if each.action.time is None]
    if silent:
        yield Missing(
            "the whole of the work",
            "`time` on every action in frontstage, backstage and support lanes:"
            f" {len(silent)} of {len(working)} {'has' if len(silent) == 1 else 'have'} none",
        )


def _unpaid(analysis: Analysis) -> Iterator[Missing]:
    """Lanes of people whose hours are known, and not what an hour costs."""
    service, spending = analysis.service, analysis.spending
    unpaid = [
        lane_place(service, place)
        for place, lane in enumerate(service.blueprint.lanes)
        if lane.actor == "people" and lane.role in {"frontstage", *BEHIND}
        if lane.cost_rate is None
        if service.index.lane_keys[place] in spending.work.per_lane
    ]
    if unpaid:
        yield Missing("the whole of the cost", f"`cost_rate` of {spoken(enumerated(unpaid))}")
