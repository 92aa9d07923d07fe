"""What must hold between elements: every id once, lanes in order, no circle of needs."""

from collections.abc import Iterator, Sequence
from itertools import islice

from blueprint_cli.model import Element, Lane, Link
from blueprint_cli.problems import (
    CYCLE_OF_NEEDS,
    LANE_ORDER,
    REPEATED_ID,
    REPEATED_LINK,
    SELF_REFERENCE,
    Fix,
    Related,
)
from blueprint_cli.reading.mistakes import Reading
from blueprint_cli.reading.references import Index, Joined, Placed
from blueprint_cli.rewriting import without
from blueprint_cli.source import Source, Span

MOST_CIRCLES = 20
"""So many circles are told: those who mend these see the others next time."""

MOST_NAMED = 24
"""So many actions of a circle are named, and as many of its places are shown."""

RANKS = {"evidence": 0, "customer": 0, "frontstage": 1, "backstage": 2, "support": 3}


def check_ids(reading: Reading) -> None:
    """Every written id stands once among its kind."""
    for kind, elements in reading.elements.items():
        first: dict[str, Element] = {}
        for element in elements:
            if element.implied_id:
                continue
            if element.id in first:
                _say_repeated(element, first[element.id], kind.replace("_", " "), reading)
            else:
                first[element.id] = element


def _say_repeated(element: Element, first: Element, called: str, reading: Reading) -> None:
    span, other = element.places["id"], first.places["id"]
    if span == other:
        span = element.span
    related = (Related(reading.source, other, "first written here"),)
    message = f"the id '{element.id}' is given to a second {called}"
    reading.say(REPEATED_ID, span, message, "write another id", related)


def check_lanes(lanes: Sequence[Lane], reading: Reading) -> None:
    """Lanes stand in the order of their roles."""
    lowest: Lane | None = None
    for lane in lanes:
        if "role" not in vars(lane):  # missing or no role at all, which is said already
            continue
        if lowest is None or RANKS[lane.role] >= RANKS[lowest.role]:
            lowest = lane
            continue
        message = f"the {lane.role} lane '{lane.name}' stands below a {lowest.role} lane"
        related = (Related(reading.source, lowest.span, f"the {lowest.role} lane is here"),)
        hint = f"move it above '{lowest.name}'"
        reading.say(LANE_ORDER, lane.places["role"], message, hint, related)


def check_links(index: Index, reading: Reading) -> None:
    """No link leads back to its own action, and none is there twice."""
    seen: dict[tuple[str, str, str], int] = {}
    for place, joined in enumerate(index.links):
        span = joined.link.action.span
        if joined.start == joined.end:
            word = joined.kind.replace("_", " ")
            message = f"the action {word} itself"
            reading.say(SELF_REFERENCE, span, message, "name another action, or delete the link")
        first = seen.setdefault(joined[:3], place)
        if first != place:
            there = index.links[first].link.action.span
            related = (Related(reading.source, there, "first written here"),)
            message = f"a second `{joined.kind}` leads to the same action"
            fix = _one_less(index.links, first, place, reading.source)
            reading.say(REPEATED_LINK, span, message, "delete one of the two", related, fix)


def _one_less(links: Sequence[Joined], first: int, second: int, source: Source) -> Fix | None:
    """Delete whichever of two links says nothing more than the other."""
    if _adds_nothing(links[second].link, links[first].link):
        spare, called = second, "second"
    elif _adds_nothing(links[first].link, links[second].link):
        spare, called = first, "first"
    else:
        return None
    before, here, after = (_listed(links, place, spare) for place in range(spare - 1, spare + 2))
    edit = without(source, here, before, after) if here else None
    return Fix(f"delete the {called} link", "safe", (edit,)) if edit else None


def _listed(links: Sequence[Joined], place: int, other: int) -> Span | None:
    """Where a link stands, if it is in one list with the other."""
    if not 0 <= place < len(links):
        return None
    one, two = links[place], links[other]
    return one.link.span if (one.kind, one.start) == (two.kind, two.start) else None


def _adds_nothing(link: Link, other: Link) -> bool:
    """Whether a link to the same action has no name, condition or share that the other lacks."""
    own, others = (
        {word: value for word, value in vars(each).items() if word not in {"action", "_where"}}
        for each in (link, other)
    )
    return own == {word: value for word, value in others.items() if word in own}


def check_needs(index: Index, reading: Reading) -> None:
    """No action needs itself by way of others."""
    needs: dict[str, list[Joined]] = {}
    for joined in index.links:
        if joined.kind == "needs" and not joined.external and joined.start != joined.end:
            needs.setdefault(joined.start, []).append(joined)
    placed = {action.key: action for action in index.actions}
    for circle in islice(_circles(needs), MOST_CIRCLES):
        message = f"actions need each other in a circle: {_way(circle, placed, index)}"
        related = tuple(
            Related(
                reading.source,
                joined.link.action.span,
                f"'{placed[joined.start].action.name}' needs this",
            )
            for joined in circle[1:MOST_NAMED]
        )
        span: Span = circle[0].link.action.span
        reading.say(CYCLE_OF_NEEDS, span, message, "delete one of these needs", related)


def _way(circle: list[Joined], placed: dict[str, Placed], index: Index) -> str:
    """The actions of a circle, the first again at the end; of a long one what it begins with."""
    names = [_called(placed[joined.start], index) for joined in circle[:MOST_NAMED]]
    more = len(circle) - len(names)
    return " → ".join([*names, *([f"{more} more"] if more else []), names[0]])


def _called(placed: Placed, index: Index) -> str:
    if not placed.action.implied_id:
        return placed.action.id
    return f"{index.step_keys[placed.step]}.{index.lane_keys[placed.lane]}"


def _circles(needs: dict[str, list[Joined]]) -> Iterator[list[Joined]]:
    """Circles, each from its first need in the file's order; in any tangle of needs at least one.

    A walk in depth without recursion; each need is followed once, so the time grows with their
    number. An action on the way (`onward` says by which need it was left) that is met again closes
    a circle.
    """
    done: set[str] = set()
    for start, first in needs.items():
        way = [] if start in done else [(start, iter(first))]
        onward: dict[str, Joined] = {}
        while way:
            here, rest = way[-1]
            joined = next(rest, None)
            if joined is None:
                way.pop()
                onward.pop(here, None)
                done.add(here)
                continue
            onward[here] = joined
            if joined.end in onward:
                yield _circle(onward, joined.end)
            elif joined.end not in done and joined.end in needs:
                way.append((joined.end, iter(needs[joined.end])))


def _circle(onward: dict[str, Joined], start: str) -> list[Joined]:
    circle = [onward[start]]
    while circle[-1].end != start:
        circle.append(onward[circle[-1].end])
    first = min(range(len(circle)), key=lambda place: circle[place].link.action.span)
    return circle[first:] + circle[:first]
