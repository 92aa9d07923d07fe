"""What a lane needs from others at a step, and what others wait for."""

from collections.abc import Iterator

from blueprint_cli.analysis.places import action_place, lane_place, step_place
from blueprint_cli.reading.references import Joined, Placed
from blueprint_cli.report.content import Entry, Phrase
from blueprint_cli.report.guide.sentences import condition, ended, tail, the_resource
from blueprint_cli.report.guide.stand import Stand
from blueprint_cli.report.sentences import quoted
from blueprint_cli.service import Service


def needs(stand: Stand, placed: Placed) -> Iterator[Phrase]:
    """What must be there or agreed before an action can be done."""
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


def given(stand: Stand, placed: Placed) -> Iterator[Phrase]:
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


def reaching(stand: Stand) -> Iterator[Entry]:
    """How this step hangs together with what the lane does at others."""
    service = stand.service
    for mine in service.in_lane[stand.lane]:
        links = (*service.links_from.get(mine.key, ()), *service.links_to.get(mine.key, ()))
        said = [_between(stand, each) for each in links if _is_here(stand, each, mine.key)]
        yield Entry(mine.action.name, tuple(said))


def _is_here(stand: Stand, joined: Joined, mine: str) -> bool:
    """Whether the other end of a link is at this step."""
    key = joined.end if joined.start == mine else joined.start
    return not joined.external and stand.service.placed[key].step == stand.step


def _between(stand: Stand, joined: Joined) -> Phrase:
    words = {"needs": " needs ", "triggers": " sets off ", "agrees_with": " must agree with "}
    start, end = _whose(stand, joined.start, "Your "), _whose(stand, joined.end, "your ")
    return (*start, words[joined.kind], *end, tail(joined.link))


def _whose(stand: Stand, key: str, your: str) -> Phrase:
    own = stand.service.placed[key].lane == stand.lane
    return (your, *stand.doing(key)) if own else stand.doing(key)
