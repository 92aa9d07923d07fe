"""Tables of times and costs: step by step, lane by lane, against tolerance, along the way."""

from collections.abc import Iterator

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.places import action_place, lane_place, step_place
from blueprint_cli.capacity import taken
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Cell, Column, Plot, Table

VERDICTS = {"always": "always over", "at worst": "over at worst", "never": "within"}


def time_tables(analysis: Analysis) -> Iterator[Table]:
    """All tables for which the blueprint gives a figure."""
    spending = analysis.spending
    if any(each.written for each in spending.steps) or spending.cost.total:
        yield _steps(analysis)
    if spending.work.total or spending.cost.total:
        yield _lanes(analysis)
    if spending.tolerated:
        yield _tolerance(analysis)
    if spending.critical_path:
        yield _critical_path(analysis)


def _steps(analysis: Analysis) -> Table:
    spending, keys = analysis.spending, analysis.service.index.step_keys
    rows: list[tuple[Cell, ...]] = []
    for place, (key, time) in enumerate(zip(keys, spending.steps, strict=True)):
        begin, end = spending.schedule.steps[place]
        lasting = Range(end.least - begin.least, end.most - begin.most)
        likely = end.likely - begin.likely
        rows.append(
            (
                (step_place(analysis.service, place),),
                time.wait,
                time.in_sight,
                time.behind,
                time.total,
                Range(begin.least, begin.most) if spending.elapsed else None,
                _widest(lasting) if spending.elapsed else None,
                Range(likely, likely) if spending.elapsed else None,
                spending.cost.per_step.get(key),
            )
        )
    return Table(
        "time-steps",
        "Step by step",
        (
            Column("step", "Step", "places"),
            Column("wait", "Waiting", "duration", "wait"),
            Column("in_sight", "Work in sight", "duration", "work"),
            Column("behind", "Work behind the scenes", "duration", "work"),
            Column("customer", "The customer's time so far", "duration", "customer_time"),
            Column("begins", "Begins after", "duration", "elapsed"),
            Column("lasts", "Lasts", "duration", "elapsed"),
            Column("lasts_likely", "Lasts, likely", "duration", "elapsed"),
            Column("cost", "Cost", "money", "cost"),
        ),
        tuple(rows),
        Plot("stack", ("step", "wait", "in_sight", "behind")),
        "A step lasts until all that customers meet in it is done; work behind the scenes may go"
        " on beyond it, so the last step may end before the whole does.",
    )


def _widest(found: Range) -> Range:
    """With the lesser end first: what waits for other work may last the less the longer that is."""
    return Range(*sorted(found))


def _lanes(analysis: Analysis) -> Table:
    spending, service = analysis.spending, analysis.service
    whole = spending.cost.total.likely if spending.cost.total else 0.0
    rows: list[tuple[Cell, ...]] = []
    for place, key in enumerate(service.index.lane_keys):
        work, cost = spending.work.per_lane.get(key), spending.cost.per_lane.get(key)
        rate = service.blueprint.lanes[place].cost_rate
        if work is None and cost is None:
            continue
        rows.append(
            (
                (lane_place(service, place),),
                work,
                *((spending.expected_work.per_lane.get(key),) if spending.branched else ()),
                None if rate is None else Range(rate, rate),
                spending.labour_cost.per_lane.get(key),
                spending.direct_cost.per_lane.get(key),
                cost,
                *((spending.expected_cost.per_lane.get(key),) if spending.branched else ()),
                cost.likely / whole if cost and whole else None,
            )
        )
    expected = Column("expected_work", "Work on an average case", "duration", "expected_work")
    average = Column("expected_cost", "Cost of an average case", "money", "expected_cost")
    return Table(
        "lane-costs",
        "Lane by lane",
        (
            Column("lane", "Lane", "places"),
            Column("work", "Work", "duration", "work"),
            *((expected,) if spending.branched else ()),
            Column("cost_rate", "Cost of an hour", "money"),
            Column("labour_cost", "Cost of work", "money", "labour_cost"),
            Column("direct_cost", "Direct cost", "money", "direct_cost"),
            Column("cost", "Cost of a case", "money", "cost"),
            *((average,) if spending.branched else ()),
            Column("cost_share", "Share of the cost", "share", "cost"),
        ),
        tuple(rows),
    )


def _tolerance(analysis: Analysis) -> Table:
    return Table(
        "over-tolerance",
        "Against what customers tolerate",
        (
            Column("action", "Action", "places"),
            Column("verdict", "Verdict", "text", "over_tolerance"),
            Column("taken", "Waiting and work", "duration"),
            Column("tolerance", "Tolerated", "duration"),
            Column("over", "Over by", "duration", "over_tolerance"),
        ),
        tuple(
            (
                (each.place,),
                VERDICTS[each.overrun],
                each.taken,
                each.tolerance,
                None if each.overrun == "never" else each.over,
            )
            for each in analysis.spending.tolerated
        ),
    )


def _critical_path(analysis: Analysis) -> Table:
    service, spending = analysis.service, analysis.spending
    rows: list[tuple[Cell, ...]] = []
    for key in spending.critical_path:
        placed, timing = service.placed[key], spending.schedule.actions[key]
        rows.append(
            (
                (action_place(placed),),
                (lane_place(service, placed.lane),),
                (step_place(service, placed.step),),
                taken(placed.action),
                Range(timing.start.least, timing.start.most),
                Range(timing.end.least, timing.end.most),
            )
        )
    return Table(
        "critical-path",
        "What the time from start to end hangs on",
        (
            Column("action", "Action", "places", "critical_path"),
            Column("lane", "Lane", "places"),
            Column("step", "Step", "places"),
            Column("taken", "Waiting and work", "duration"),
            Column("start", "Begins after", "duration", "elapsed"),
            Column("end", "Ends after", "duration", "elapsed"),
        ),
        tuple(rows),
        note="Whatever takes longer here makes the whole longer. An action without a time takes"
        " none here.",
    )
