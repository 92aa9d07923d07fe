"""The people of the service: what each lane does, what it bears, what it has to work with."""

from collections.abc import Iterator, Sequence

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.people import SORTS, Lonely, Staff
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.report.content import Block, Cell, Column, Missing, Phrase, Section, Table
from blueprint_cli.report.sentences import counted, enumerated, quoted
from blueprint_cli.report.telling import told

_NONE_AT_WORK = Missing("who does the work", "a lane that is not of customers or evidence")


def section(analysis: Analysis) -> Section:
    """Who works, at what, with what; and technology that stands without people."""
    people = analysis.people
    blocks: list[Block] = []
    if people.lanes:
        blocks.append(_work(analysis))
    if any(each.enablers for each in people.lanes):
        blocks.append(_enablers(people.lanes))
    if people.lonely:
        blocks.append(_technology(people.lonely))
    lead = tuple(_lead(analysis))
    return Section("people", "The people who do it", lead, tuple(blocks), tuple(_missing(analysis)))


# In a hurry


def _lead(analysis: Analysis) -> Iterator[Phrase]:
    lanes = analysis.people.lanes
    yield from _hurt(lanes)
    yield from _busy(lanes)
    yield from _unequipped(lanes)
    if lonely := analysis.people.lonely:
        places = tuple(dict.fromkeys(each.place for each in lonely))
        yield ("Technology stands without people: ", *enumerated(places), ".")


def _hurt(lanes: Sequence[Staff]) -> Iterator[Phrase]:
    most = max((each.pain.weight for each in lanes), default=0)
    if most:
        where = next(each for each in lanes if each.pain.weight == most)
        points = counted(where.pain.pain_points, "pain point")
        weight = told("number", where.pain.weight)
        yield (*quoted(where.place), f" carries most of the pain: {points}, weight {weight}.")


def _busy(lanes: Sequence[Staff]) -> Iterator[Phrase]:
    timed = [each for each in lanes if each.work]
    if len(timed) > 1:
        most = max(timed, key=lambda each: each.work.likely if each.work else 0)
        work = told("duration", most.work)
        yield (*quoted(most.place), f" has the most work for one customer: {work}.")


def _unequipped(lanes: Sequence[Staff]) -> Iterator[Phrase]:
    """Lanes of which nothing is written, and those that lack some; unless nothing is anywhere."""
    asked = [each for each in lanes if each.missing is not None]
    bare = [each.place for each in asked if not each.enablers]
    if bare and len(bare) < len(asked):
        yield (
            "Nothing is written of what the people have to work with in ",
            *enumerated(bare),
            ".",
        )
    for each in asked:
        if each.enablers and each.missing:
            said = ENGLISH.comma.join(each.missing)
            yield (*quoted(each.place), f" lacks {said}.")


# Tables


def _work(analysis: Analysis) -> Table:
    return Table(
        "lanes-at-work",
        "What each lane does and bears",
        (
            Column("lane", "Lane", "places"),
            Column("role", "Role", "text"),
            Column("actor", "Who acts", "text"),
            Column("owner", "Owner", "text"),
            Column("actions", "Actions", "count"),
            Column("steps", "Steps", "count"),
            Column("work", "Work a case", "duration", "work_a_case"),
            Column("work_an_hour", "Work an hour", "duration", "work_an_hour"),
            Column("pain_points", "Pain points", "count"),
            Column("pain_weight", "Pain", "number", "pain_borne"),
        ),
        tuple(_row(each, analysis) for each in analysis.people.lanes),
        note=_note(analysis.people.lanes),
    )


def _row(staff: Staff, analysis: Analysis) -> tuple[Cell, ...]:
    asked = bool(analysis.pain.ranked or analysis.pain.settled)
    return (
        (staff.place,),
        staff.role,
        staff.actor,
        staff.owner or None,
        staff.actions,
        staff.steps,
        staff.work,
        staff.work_an_hour,
        staff.pain.pain_points if asked else None,
        staff.pain.weight if asked else None,
    )


def _note(lanes: Sequence[Staff]) -> str:
    """How much of the work is not counted, because nobody wrote how long it takes."""
    untimed, actions = sum(each.untimed for each in lanes), sum(each.actions for each in lanes)
    if not untimed or not any(each.work for each in lanes):
        return ""
    said = "has no `time` and counts" if untimed == 1 else "have no `time` and count"
    return f"{untimed} of {counted(actions, 'action')} {said} for nothing here."


def _enablers(lanes: Sequence[Staff]) -> Table:
    return Table(
        "enablers",
        "What the people have to work with",
        (
            Column("lane", "Lane", "places"),
            *(Column(sort, ENGLISH.enablers[sort], "text") for sort in SORTS),
            Column("missing", "Missing", "count", "enablers_missing"),
        ),
        tuple(
            (
                (each.place,),
                *("; ".join(each.enablers.get(sort, ())) or None for sort in SORTS),
                None if each.missing is None else len(each.missing),
            )
            for each in lanes
        ),
    )


def _technology(lonely: Sequence[Lonely]) -> Table:
    return Table(
        "technology-without-people",
        "Technology without people",
        (
            Column("what", "What", "places", "technology_without_people"),
            Column("why", "Why", "text"),
        ),
        tuple(((each.place,), each.why) for each in lonely),
    )


# What cannot be told


def _missing(analysis: Analysis) -> Iterator[Missing]:
    lanes, service = analysis.people.lanes, analysis.service
    if not lanes:
        yield _NONE_AT_WORK
        return
    if not any(each.work for each in lanes):
        yield Missing("work a case", "the `time` of actions")
    elif service.blueprint.arrivals is None:
        yield Missing("work an hour", "`arrivals` at the top level")
    asked = [each for each in lanes if each.missing is not None]
    if asked and not any(each.enablers for each in asked):
        yield Missing("what the people have to work with", "`enablers` of lanes")
    if not analysis.pain.ranked and not analysis.pain.settled:
        yield Missing("the pain that each lane carries", "`pain_points` of actions")
