"""What a lane's guide says of one thing: another lane's action, a link, a time, a pain point.

Every sentence is whole, names elements of the blueprint as places, and speaks to "you": those who
work in the lane, or look after the system that does.
"""

from collections.abc import Iterator

from blueprint_cli import phrases
from blueprint_cli.analysis.places import (
    Place,
    action_place,
    bearer_place,
    lane_place,
    resource_place,
    step_place,
)
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.model import (
    Action,
    Element,
    FailPoint,
    Link,
    Metric,
    Opportunity,
    PainPoint,
    Resource,
)
from blueprint_cli.ranges import Limits
from blueprint_cli.reading.references import Placed
from blueprint_cli.report.content import Phrase
from blueprint_cli.report.sentences import listed, quoted
from blueprint_cli.report.telling import told
from blueprint_cli.service import Bearer, Service

_ALWAYS = 1.0


def doing(service: Service, placed: Placed, lane: int, step: int) -> Phrase:
    """An action, and of whom it is and when, as far as these are not `lane` and `step`."""
    whose: Phrase = (" of ", lane_place(service, placed.lane)) if placed.lane != lane else ()
    when: Phrase = (
        (" at ", *quoted(step_place(service, placed.step))) if placed.step != step else ()
    )
    return (*quoted(action_place(placed)), *whose, *when)


def ended(text: str) -> str:
    """A text as a sentence: with a full stop unless it has an end of its own."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…", "。", "！", "？", "؟", ":")) else f"{text}."


def condition(link: Link) -> str:
    """When, and in how many cases, a link is taken: behind a sentence that is not ended yet."""
    when = f", when {link.when}" if link.when else ""
    share = "" if link.share is None else f", in {told('share', link.share)} of cases"
    return when + share


def tail(link: Link) -> str:
    """All that a link says of itself: the end of a sentence."""
    return ended(f"{condition(link)}: {link.name}" if link.name else condition(link))


def lasting(time: Limits) -> str:
    """A length of time in words."""
    return phrases.duration(ENGLISH, time.least, time.most)


def fail_point(found: FailPoint) -> Phrase:
    """What can go wrong, and what is done then."""
    if found.recovery:
        return (f"{ended(found.name)} What to do then: {ended(found.recovery)}",)
    return (f"{ended(found.name)} What to do then is not written: ask before it happens.",)


def pain_point(service: Service, pain: PainPoint, lane: int, step: int) -> Phrase:
    """What hurts, how much, in whose words, and what it comes from."""
    many = "" if pain.frequency == _ALWAYS else f", {told('share', pain.frequency)} of customers"
    said = f"{pain.name} (severity {told('scale', pain.severity)}{many})."
    quote = f" They say: {phrases.quoted(ENGLISH, pain.quote)}" if pain.quote else ""
    causes = [
        cause_of(service, cause, lane, step)
        for cause in map(service.cause, pain.causes)
        if cause is not None
    ]
    return (
        (said, quote, " It comes from ", *listed(causes, " and from "), ".")
        if causes
        else (said + quote,)
    )


def cause_of(service: Service, cause: Placed | Resource, lane: int, step: int) -> Phrase:
    """What a pain point comes from."""
    if isinstance(cause, Resource):
        return (the_resource(service, cause),)
    return doing(service, cause, lane, step)


def the_resource(service: Service, resource: Resource) -> Place:
    """The place of a resource."""
    keys = {id(each): key for key, each in service.index.resources.items()}
    return resource_place(service, keys[id(resource)])


def caused_elsewhere(service: Service, pain: PainPoint, bearer: Bearer) -> Phrase:
    """That something which hurts others comes from here."""
    at = bearer_place(service, bearer)
    whose: Phrase = (" of ", lane_place(service, bearer.placed.lane)) if bearer.placed else ()
    severity = told("scale", pain.severity)
    return (
        "From here comes what hurts at ", *quoted(at), *whose,
        f": {pain.name} (severity {severity}).",
    )  # fmt: skip


def opportunity(found: Opportunity) -> Phrase:
    """What is to become better, by when, and who sees to it."""
    status = "an idea" if found.status == "open" else found.status
    due = f", due on {found.due.isoformat()}" if found.due else ""
    return (f"{found.name} ({status}{due}).{answered(found)}",)


def answered(found: Element) -> str:
    """Who answers for it, as a sentence behind another; empty where nobody is named."""
    return f" {found.owner} answers for it." if found.owner else ""


def metric(found: Metric) -> Phrase:
    """A figure that is watched: what it is, and what it is to be."""
    figures = list(_figures(found))
    return (f"{found.name}{': ' if figures else ''}{ENGLISH.comma.join(figures)}.",)


def _figures(found: Metric) -> Iterator[str]:
    unit = f"{ENGLISH.gap}{found.unit}" if found.unit else ""
    if found.value is not None:
        yield f"now {phrases.number(ENGLISH, found.value)}{unit}"
    if found.target is not None:
        yield f"to be {phrases.number(ENGLISH, found.target)}{unit}"


def times(action: Action, overrun: str | None) -> Iterator[Phrase]:
    """How long it takes, how long customers wait before, and how long they accept."""
    if action.time is not None:
        yield (f"It takes {lasting(action.time)}.",)
    if action.wait is not None:
        yield (f"The customer waits {lasting(action.wait)} before it starts.",)
    if action.tolerance is not None:
        late = {"always": " It always takes longer.", "at worst": " At worst it takes longer."}
        accepted = f"Up to {lasting(action.tolerance)}, with the wait, is acceptable."
        yield (accepted + late.get(overrun or "", ""),)
