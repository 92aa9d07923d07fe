"""What comes later when actions take longer, in sentences: who waits, and what is too long then."""

from collections.abc import Iterator, Sequence

from blueprint_cli.analysis.delay import Delay, Later
from blueprint_cli.analysis.places import Place, step_place
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.phrases import duration
from blueprint_cli.ranges import Limits, Range
from blueprint_cli.report.content import Entry, Listing, Missing, Phrase, Section
from blueprint_cli.report.sentences import enumerated, quoted
from blueprint_cli.service import Service

_MOST = 40
"""So many actions are told one by one, and then how many more there are."""


def section(service: Service, delay: Delay) -> Section:
    """What is told to who asks for these delays."""
    entries = tuple(each for each in _entries(service, delay) if each.phrases)
    missing = () if delay.before else (Missing("the time of the whole", "`time` of actions"),)
    blocks = (Listing("", entries),) if entries else ()
    return Section("delay", "With a delay", tuple(_lead(delay)), blocks, missing)


def _lead(delay: Delay) -> Iterator[Phrase]:
    slow = enumerated([place for place, _ in delay.delays])
    alone = len(delay.delays) == 1
    longer = f"takes {_told(delay.delays[0][1])} longer" if alone else "take longer"
    yield ("If ", *slow, f" {longer}, {_whole(delay)}.")
    waits = [each.place for each in delay.later if each.waits and each.waits.most]
    if waits:
        yield ("Customers wait longer for ", *enumerated(waits), ".")
    if delay.over_tolerance:
        places = [each.place for each in delay.over_tolerance]
        yield ("Over its tolerance then: ", *enumerated(places), ".")


def _whole(delay: Delay) -> str:
    """How long everything takes then."""
    before, after = delay.before, delay.after
    if not delay.later:
        return "nothing comes later"
    if before is None or after is None:
        return "others may have to wait"
    if before == after:
        return "the whole takes no longer: there is time to spare"
    now, was = (_span(Range(each.least, each.most)) for each in (after, before))
    return f"the whole takes {now} instead of {was}"


def _entries(service: Service, delay: Delay) -> Iterator[Entry]:
    def said(place: Place, what: str) -> Phrase:
        step = step_place(service, service.placed[place.key].step)
        return (place, " at ", *quoted(step), f"{ENGLISH.colon}{what}")

    slow = {place for place, _ in delay.delays}
    yield Entry("Takes longer", tuple(said(place, _told(more)) for place, more in delay.delays))
    waits = [(each.place, each.waits) for each in delay.later if each.waits and each.waits.most]
    yield Entry("Customers wait longer for", _capped([said(one, _span(two)) for one, two in waits]))
    over = [said(each.place, _over(service, each)) for each in delay.over_tolerance]
    yield Entry("Over its tolerance then", _capped(over))
    begins = [said(each.place, _span(each.begins)) for each in delay.later if each.begins.most]
    yield Entry("Begins later", _capped(begins))
    ends = [each for each in delay.later if not each.begins.most and each.place not in slow]
    yield Entry("Ends later", _capped([said(each.place, _span(each.ends)) for each in ends]))


def _over(service: Service, later: Later) -> str:
    """How long it takes then, of how much."""
    tolerance = service.placed[later.place.key].action.tolerance
    spent = _span(later.spent) if later.spent else ""
    return f"{spent}, tolerated {_span(tolerance)}" if tolerance else spent


def _capped(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    rest = len(phrases) - _MOST
    return (*phrases[:_MOST], (f"and {rest} more",)) if rest > 0 else tuple(phrases)


def _span(span: Limits) -> str:
    return duration(ENGLISH, span.least, span.most)


def _told(seconds: float) -> str:
    return duration(ENGLISH, seconds, seconds)
