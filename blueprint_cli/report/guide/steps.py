"""One step in a lane's guide: what the customer goes through, what you do, need and give there."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from blueprint_cli.analysis.places import action_place, lane_place, step_place
from blueprint_cli.capacity import overrun
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.model import Action, Step
from blueprint_cli.ranges import total
from blueprint_cli.reading.references import Joined, Placed
from blueprint_cli.report.content import Entry, Listing, Phrase, Section
from blueprint_cli.report.guide.sentences import (
    answered,
    caused_elsewhere,
    condition,
    doing,
    ended,
    fail_point,
    lasting,
    listed,
    metric,
    opportunity,
    pain_point,
    quoted,
    tail,
    the_resource,
    times,
)
from blueprint_cli.report.telling import told
from blueprint_cli.service import SETTLED, Service


class Stand(NamedTuple):
    """Where a reader of the guide stands: in which lane, at which step, both by their places."""

    service: Service
    lane: int
    step: int

    @property
    def here(self) -> Step:
        """The step."""
        return self.service.blueprint.steps[self.step]

    @property
    def own(self) -> tuple[Placed, ...]:
        """What the lane does at the step."""
        return tuple(each for each in self.service.at_step[self.step] if each.lane == self.lane)

    def others(self, role: str) -> tuple[Placed, ...]:
        """What other lanes of a role do at the step."""
        return tuple(
            each
            for each in self.service.at_step[self.step]
            if each.lane != self.lane and self.service.role(each) == role
        )

    def doing(self, key: str) -> Phrase:
        """An action as it is called from here."""
        return doing(self.service, self.service.placed[key], self.lane, self.step)


def step_section(service: Service, lane: int, step: int) -> Section | None:
    """What a lane has to know of a step; None where it neither acts nor depends on anything."""
    stand = Stand(service, lane, step)
    reaching = () if stand.own else tuple(_reaching(stand))
    if not stand.own and not reaching:
        return None
    blocks = (
        _listing(stand, _experience_title(stand), _experience(stand)),
        _listing(stand, "What you do", (_entry(each, _own(stand, each)) for each in stand.own)),
        _listing(stand, "What you need", (_entry(each, _needs(stand, each)) for each in stand.own)),
        _listing(
            stand, "Who waits for you", (_entry(each, _given(stand, each)) for each in stand.own)
        ),
        _listing(stand, "What reaches you", [Entry("From here, and to here", reaching)]),
        _listing(stand, "What can go wrong, and what then", _wrong(stand)),
        _listing(stand, "What is not known, and what is to come", _open(stand)),
    )
    key = service.index.step_keys[step]
    shown = tuple(each for each in blocks if each is not None)
    return Section(f"step:{key}", stand.here.name, tuple(_lead(stand)), shown)


def _listing(stand: Stand, title: str, entries: Iterable[Entry]) -> Listing | None:
    """A list of what there is to say; None where that is nothing."""
    said = tuple(each for each in entries if each.phrases)
    return Listing(title, said, (step_place(stand.service, stand.step),)) if said else None


def _entry(placed: Placed, sentences: Iterable[Phrase]) -> Entry:
    return Entry(placed.action.name, tuple(sentences))


def _lead(stand: Stand) -> Iterator[Phrase]:
    if not stand.own:
        yield ("You do nothing here yourself, but you depend on it.",)
        return
    said = listed([quoted(action_place(each)) for each in stand.own])
    work = total(each.action.time for each in stand.own)
    spent = f", {lasting(work)} of work" if work else ""
    yield ("Your part: ", *said, f"{spent}.")


# What the customer goes through


def _experience_title(stand: Stand) -> str:
    lanes = stand.service.blueprint.lanes
    if lanes[stand.lane].role == "customer":
        return "What you go through"
    names = [lane.name for lane in lanes if lane.role == "customer"]
    return f"What {' and '.join(names) or 'the customer'} goes through"


def _experience(stand: Stand) -> Iterator[Entry]:
    step = stand.here
    yield Entry("Does", tuple(_customer_acts(stand)))
    yield Entry("Meets", tuple(_met(stand)))
    yield Entry("By way of", ((ENGLISH.comma.join(step.channel),),) if step.channel else ())
    yield Entry("Thinks", (quoted(step.thinks),) if step.thinks else ())
    yield Entry("Feels", tuple(_feelings(step)))
    yield Entry("How much it matters", tuple(_weight(step)))
    yield Entry("Figures that are watched", tuple(map(metric, step.metrics)))


def _customer_acts(stand: Stand) -> Iterator[Phrase]:
    """What customers do; where no lane is theirs, the step itself is what they do."""
    if "customer" not in stand.service.roles:
        yield quoted(step_place(stand.service, stand.step))
    for each in stand.others("customer"):
        yield quoted(action_place(each))


def _met(stand: Stand) -> Iterator[Phrase]:
    """Evidence and touchpoints, each once."""
    evidence = stand.others("evidence")
    shown = {each.action.name for each in evidence}
    yield from ((each,) for each in stand.here.touchpoint if each not in shown)
    yield from ((action_place(each),) for each in evidence)


def _feelings(step: Step) -> Iterator[Phrase]:
    if step.emotion is not None:
        yield (told("emotion", step.emotion),)
    if step.feels:
        yield (step.feels,)


def _weight(step: Step) -> Iterator[Phrase]:
    if step.importance is not None:
        yield (f"Importance {told('scale', step.importance)}.",)
    if step.moment_of_truth:
        yield ("A moment of truth: the whole service is judged by it.",)


# What you do


def _own(stand: Stand, placed: Placed) -> Iterator[Phrase]:
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
        yield (f"Rule: {policy.name}{answered(policy)}.",)
    yield from (("Watched: ", *metric(each)) for each in action.metrics)
    if action.details:
        yield (f"It is told in more detail in {action.details}.",)
    if action.note:
        yield (ended(action.note),)


# What you need, and who needs you


def _needs(stand: Stand, placed: Placed) -> Iterator[Phrase]:
    service = stand.service
    for joined in service.held(placed.key, "needs"):
        yield _needed(stand, joined)
    for used in placed.action.uses:
        resource = service.resource(used)
        if resource is not None:
            whose = f", for which {resource.owner} answers" if resource.owner else ""
            yield ("You use ", the_resource(service, resource), f"{whose}.")
    for other, joined in _agreements(service, placed):
        yield ("You must agree with ", *_other_side(stand, other), tail(joined.link))


def _needed(stand: Stand, joined: Joined) -> Phrase:
    if joined.external:
        return ("You need ", *_elsewhere(joined), tail(joined.link))
    other = stand.service.placed[joined.end]
    if other.lane == stand.lane:
        return ("First comes ", *stand.doing(joined.end), tail(joined.link))
    lane, need = lane_place(stand.service, other.lane), quoted(action_place(other))
    return ("You need ", *need, " from ", lane, *_when(stand, other), tail(joined.link))


def _agreements(service: Service, placed: Placed) -> Iterator[tuple[str, Joined]]:
    """What an action must agree with, whichever of the two says so; external ones as written."""
    for joined in service.held(placed.key, "agrees_with"):
        yield joined.end, joined
    for joined in service.links_to.get(placed.key, ()):
        if joined.kind == "agrees_with":
            yield joined.start, joined


def _other_side(stand: Stand, key: str) -> Phrase:
    """The action at the other end of a link, in this file or in another."""
    return stand.doing(key) if key in stand.service.placed else (*quoted(key), " elsewhere")


def _elsewhere(joined: Joined) -> Phrase:
    return (*quoted(joined.end), " of another blueprint")


def _given(stand: Stand, placed: Placed) -> Iterator[Phrase]:
    """Who cannot begin before this is done, and what is to be handed over."""
    service = stand.service
    for joined in service.links_to.get(placed.key, ()):
        if joined.kind == "needs":
            yield _waiting(stand, joined.start, joined)
    for joined in service.held(placed.key, "triggers"):
        yield _waiting(stand, joined.end, joined)


def _waiting(stand: Stand, key: str, joined: Joined) -> Phrase:
    """That somebody begins after it, or cannot begin without it, and what they are given."""
    over = f" Hand over: {ended(joined.link.name)}" if joined.link.name else ""
    end = f"{condition(joined.link)}.{over}"
    if joined.external:
        return ("Then comes ", *_elsewhere(joined), end)
    other = stand.service.placed[key]
    if other.lane == stand.lane:
        return ("Then you go on with ", *stand.doing(key), end)
    lane, begun = lane_place(stand.service, other.lane), quoted(action_place(other))
    if joined.kind == "needs":
        return (lane, " needs it for ", *begun, *_when(stand, other), end)
    return ("Then ", lane, " begins ", *begun, *_when(stand, other), end)


def _when(stand: Stand, other: Placed) -> Phrase:
    """At which step, if at another one."""
    return (
        () if other.step == stand.step else (" at ", *quoted(step_place(stand.service, other.step)))
    )


def _reaching(stand: Stand) -> Iterator[Phrase]:
    """What hangs together with this step although the lane does nothing there."""
    service = stand.service
    for mine in service.in_lane[stand.lane]:
        for joined in (*service.links_from.get(mine.key, ()), *service.links_to.get(mine.key, ())):
            key = joined.end if joined.start == mine.key else joined.start
            if not joined.external and service.placed[key].step == stand.step:
                yield _between(stand, joined)


def _between(stand: Stand, joined: Joined) -> Phrase:
    words = {"needs": " needs ", "triggers": " sets off ", "agrees_with": " must agree with "}
    start, end = stand.doing(joined.start), stand.doing(joined.end)
    return (*start, words[joined.kind], *end, tail(joined.link))


# What can go wrong, and what is open


def _wrong(stand: Stand) -> Iterator[Entry]:
    service, step = stand.service, stand.here
    for each in stand.own:
        said = [fail_point(each.action.fail_point)] if each.action.fail_point else []
        said += _pains(stand, each.action)
        said += [
            caused_elsewhere(service, pain, bearer)
            for pain, bearer in service.pain_points
            if pain.status not in SETTLED
            and (bearer.placed is None or bearer.placed.lane != stand.lane)
            and any(service.cause(cause) is each for cause in pain.causes)
        ]
        yield Entry(each.action.name, tuple(said))
    yield Entry("At this step", tuple(_pains(stand, step)))


def _pains(stand: Stand, record: Step | Action) -> list[Phrase]:
    return [
        pain_point(stand.service, pain, stand.lane, stand.step)
        for pain in record.pain_points
        if pain.status not in SETTLED
    ]


def _open(stand: Stand) -> Iterator[Entry]:
    records: list[Step | Action] = [stand.here, *(each.action for each in stand.own)]
    asked = [(f"{each.name}{answered(each)}",) for record in records for each in record.questions]
    yield Entry("Nobody knows yet", tuple(asked))
    coming = [
        opportunity(each)
        for record in records
        for each in record.opportunities
        if each.status not in SETTLED
    ]
    yield Entry("What is to become better", tuple(coming))
