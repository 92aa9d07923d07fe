"""What a lane does at a step, what can go wrong there, and what is open."""

from collections.abc import Iterator

from blueprint_cli.capacity import overrun
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.model import SETTLED, Action, Step
from blueprint_cli.reading.references import Placed
from blueprint_cli.report.content import Entry, Phrase
from blueprint_cli.report.guide.sentences import (
    answered,
    caused_elsewhere,
    ended,
    fail_point,
    metric,
    opportunity,
    pain_point,
    tail,
    times,
)
from blueprint_cli.report.guide.stand import Stand


def own_work(stand: Stand, placed: Placed) -> Iterator[Phrase]:
    """What there is to know about one's own action; never nothing."""
    said = [*_beginnings(stand, placed), *times(placed.action, overrun(placed.action))]
    said += _ways(placed.action)
    yield from said or [("Nothing more is written about it.",)]


def _beginnings(stand: Stand, placed: Placed) -> Iterator[Phrase]:
    for joined in stand.service.links_to.get(placed.key, ()):
        if joined.kind == "triggers":
            yield ("It begins after ", *stand.doing(joined.start), tail(joined.link))


def _ways(action: Action) -> Iterator[Phrase]:
    if action.channel:
        yield (f"By way of: {ENGLISH.comma.join(action.channel)}.",)
    if action.touchpoint:
        yield (f"What the customer meets: {ENGLISH.comma.join(action.touchpoint)}.",)
    for policy in action.policies:
        yield (f"Rule: {ended(policy.name)}{answered(policy)}",)
    yield from (("Watched: ", *metric(each)) for each in action.metrics)
    if action.details:
        yield (f"It is told in more detail in {action.details}.",)
    if action.note:
        yield (ended(action.note),)


def what_fails(stand: Stand) -> Iterator[Entry]:
    """What can go wrong or hurts here, or hurts elsewhere and comes from here."""
    service, step = stand.service, stand.here
    for each in stand.own:
        said = [fail_point(each.action.fail_point)] if each.action.fail_point else []
        said += _pains(stand, each.action)
        said += [
            caused_elsewhere(service, pain, bearer)
            for pain, bearer in stand.blamed.get(id(each.action), ())
            if bearer.placed is None or bearer.placed.lane != stand.lane
        ]
        yield Entry(each.action.name, tuple(said))
    yield Entry("At this step", tuple(_pains(stand, step)))


def _pains(stand: Stand, record: Step | Action) -> list[Phrase]:
    return [
        pain_point(stand.service, pain, stand.lane, stand.step)
        for pain in record.pain_points
        if pain.status not in SETTLED
    ]


def what_is_open(stand: Stand) -> Iterator[Entry]:
    """Questions without an answer, and opportunities that are not settled."""
    records: list[Step | Action] = [stand.here, *(each.action for each in stand.own)]
    asked = [
        (ended(each.name) + answered(each),) for record in records for each in record.questions
    ]
    yield Entry("Nobody knows yet", tuple(asked))
    coming = [
        opportunity(each)
        for record in records
        for each in record.opportunities
        if each.status not in SETTLED
    ]
    yield Entry("What is to become better", tuple(coming))
