"""Lists of ours in the order of the result, with what comes from theirs or from elsewhere."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from blueprint_cli.diff.order import moved
from blueprint_cli.editing.entries import Whole
from blueprint_cli.merging.conflicts import Doubt
from blueprint_cli.merging.contents import spread
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.entries import change_entries
from blueprint_cli.merging.pieces import Piece
from blueprint_cli.merging.written import Spot

Item = TypeVar("Item", bound=Hashable)


class Listed(NamedTuple, Generic[Item]):
    """A list: where each item of ours stands, and the pieces of those that ours lacks.

    `own` gives the piece of one that ours has.
    """

    spot: Spot
    mine: Mapping[Item, Spot]
    pieces: Mapping[Item, Piece]
    own: Callable[[Item], Piece]


def arrange(draft: Draft, listed: Listed[Item], order: Sequence[Item]) -> None:
    """Make a list of ours hold these, in this order."""
    value, mine = listed.spot.entry.value, listed.mine
    kept = _kept(list(mine), order)
    new = {**listed.pieces, **{each: listed.own(each) for each in mine if each not in kept}}
    if not isinstance(value, Whole) or value.style not in "-[" or _is_full(draft, value, new):
        pieces = [new[each] if each in new else listed.own(each).bare for each in order]
        spread(draft, listed.spot, pieces)
        return
    if any(spot.whole is not value for spot in mine.values()):
        raise Doubt("a list stands where an alias brings it")
    gone = [spot.place for each, spot in mine.items() if each not in kept]
    coming: list[tuple[int, Piece]] = []
    last = -1
    for each in order:
        if each in kept:
            last = mine[each].place
        else:
            coming.append((last, new[each]))
    change_entries(draft, value, gone, coming)


def _is_full(draft: Draft, whole: Whole, new: Mapping[Item, Piece]) -> bool:
    """Whether brackets in which all stands side by side have no room for something new."""
    side_by_side = whole.flow and not draft.ours.rows(whole)
    return side_by_side and any(each.inline is None for each in new.values())


def _kept(mine: Sequence[Item], order: Sequence[Item]) -> set[Item]:
    """What stays where it stands."""
    common = [each for each in mine if each in order]
    places = [order.index(each) for each in common]
    return set(common) - {common[at] for at in moved(places, places)}
