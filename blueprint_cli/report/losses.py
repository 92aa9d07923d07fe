"""What fails when something is gone, in sentences: at once, then, and what still works."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from blueprint_cli.analysis.impact import Fall, Impact, customers_hit
from blueprint_cli.analysis.places import Place, step_place
from blueprint_cli.report.content import Entry, Listing, Phrase, Section
from blueprint_cli.report.sentences import counted, enumerated, listed, paced, quoted
from blueprint_cli.report.telling import spoken
from blueprint_cli.service import Service

_MOST = 40
"""So many actions are told one by one, and then how many more there are."""


def in_short(service: Service, impact: Impact, shares: Mapping[str, float]) -> Phrase:
    """What fails, in one sentence: how much, where, and how many customers are hit."""
    gone = ("Without ", *_named(impact.without))
    if not impact.falls:
        return (*gone, " nothing else fails.")
    falls = len(impact.falls)
    verb = "fails" if falls == 1 else "fail"
    steps = f"{len(impact.steps)} of {counted(len(service.at_step), 'step')}"
    return (
        *gone,
        f" {counted(falls, 'action')} {verb} in {steps}",
        *_truths(impact.moments_of_truth),
        *_customers(customers_hit(service, impact, shares)),
        ".",
    )


def listing(service: Service, impact: Impact, *, title: str = "") -> Listing:
    """What fails in which order, what can be done about it, and what can still be done."""
    return Listing(title, tuple(_entries(service, impact)), impact.without)


def section(service: Service, impact: Impact, shares: Mapping[str, float]) -> Section:
    """What is told to who asks for these losses alone."""
    title = spoken(("Without ", *_named(impact.without)))
    lead = (in_short(service, impact, shares),)
    blocks = (listing(service, impact),) if impact.falls else ()
    return Section("without", title, lead, blocks)


def _named(places: Sequence[Place]) -> Phrase:
    """Actions between quotes, lanes and resources with the article that they have in a sentence."""
    return listed(quoted(each) if each.kind == "action" else ("the ", each) for each in places)


def _truths(places: Sequence[Place]) -> Phrase:
    if not places:
        return ()
    what = "the moment of truth " if len(places) == 1 else "the moments of truth "
    return (f", among them {what}", *enumerated(places))


def _customers(hit: float | None) -> Phrase:
    if hit is None:
        return ()
    if not hit:
        return ("; customers see none of it at once",)
    return (f"; that hits at least {paced(hit)}",)


def _entries(service: Service, impact: Impact) -> Iterator[Entry]:
    for distance, falls in _by_distance(impact.falls).items():
        term = "Fails at once" if not distance else f"Fails then, {counted(distance, 'need')} away"
        yield Entry(term, tuple(_capped(_told(service, each) for each in falls)))
    if impact.recoveries:
        yield Entry(
            "Written for such a case",
            tuple(
                (each.place, f": {each.fail_point} – {each.recovery}") for each in impact.recoveries
            ),
        )
    if impact.falls and impact.still:
        yield Entry("Customers can still", tuple(_capped((each,) for each in impact.still)))
    if impact.falls and impact.unharmed:
        yield Entry("Steps in which nothing fails", tuple(_capped((s,) for s in impact.unharmed)))


def _by_distance(falls: Iterable[Fall]) -> Mapping[int, list[Fall]]:
    found: dict[int, list[Fall]] = {}
    for each in falls:
        found.setdefault(each.distance, []).append(each)
    return found


def _told(service: Service, fall: Fall) -> Phrase:
    step = step_place(service, service.placed[fall.place.key].step)
    because: Phrase = (", which needs ", *enumerated(fall.because)) if fall.because else ()
    return (fall.place, " at ", *quoted(step), *because)


def _capped(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    every = tuple(phrases)
    yield from every[:_MOST]
    if len(every) > _MOST:
        yield (f"and {len(every) - _MOST} more",)
