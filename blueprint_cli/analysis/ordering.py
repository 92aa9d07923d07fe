"""In which order things can be done that wait for each other, even where they go round in circles.

What goes round is followed from where it is entered; the link that would close the circle leads
back, and holds nothing up.
"""

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

After = Mapping[int, Sequence[int]]
"""What comes after each, by number; those after which nothing comes may be left out."""


def in_order(count: int, after: After, firm: After) -> list[int]:
    """The numbers from 0 to `count`, each behind all that come before it.

    `after` holds all links, `firm` those that must be kept; these make no circle. Where circles
    are entered nowhere, the least of their numbers comes first. In time O(n log n).
    """
    rank = {each: place for place, each in enumerate(_entered_first(count, after))}
    waits_for = [0] * count
    for ends in firm.values():
        for end in ends:
            waits_for[end] += 1
    ready = [(rank[each], each) for each in range(count) if not waits_for[each]]
    heapify(ready)
    order: list[int] = []
    while ready:
        _, each = heappop(ready)
        order.append(each)
        for end in firm.get(each, ()):
            waits_for[end] -= 1
            if not waits_for[end]:
                heappush(ready, (rank[end], end))
    return order


def _entered_first(count: int, after: After) -> list[int]:
    """The reverse postorder of a walk from what comes after nothing: only back links lead back.

    R. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM J. Computing 1, 1972.
    """
    led_to = {end for ends in after.values() for end in ends}
    starts = [each for each in range(count) if each not in led_to]
    done: list[int] = []
    seen: set[int] = set()
    for start in (*starts, *range(count)):
        if start in seen:
            continue
        seen.add(start)
        walk = [(start, iter(sorted(after.get(start, ()))))]
        while walk:
            here, onward = walk[-1]
            following = next((end for end in onward if end not in seen), None)
            if following is None:
                done.append(here)
                walk.pop()
            else:
                seen.add(following)
                walk.append((following, iter(sorted(after.get(following, ())))))
    return done[::-1]
