"""Keys of one mapping of ours that go, and keys of theirs that come."""

from collections.abc import Mapping

from blueprint_cli.editing.entries import Whole
from blueprint_cli.merging.contents import take
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.entries import change_entries
from blueprint_cli.merging.pieces import Piece, piece_of
from blueprint_cli.merging.written import Spot, Versions


class Keys:
    """What happens to one mapping: places that go, pieces that come; `table` are theirs' keys."""

    def __init__(self, spot: Spot, table: Mapping[str, Spot]) -> None:
        self.spot = spot
        self.table = table
        self.gone: list[int] = []
        self.new: list[tuple[int, Piece]] = []

    @property
    def emptied(self) -> bool:
        """Whether no key is left."""
        value = self.spot.entry.value
        return isinstance(value, Whole) and len(self.gone) == len(value.entries) and not self.new

    def drop(self, ours: Spot) -> None:
        """Have a key no longer."""
        self.gone.append(ours.place)

    def add(self, theirs: Spot, piece: Piece) -> None:
        """Have a key of theirs, behind those that stand before it there."""
        self.new.append((place_before(theirs, self.table, self.spot), piece))

    def take(self, draft: Draft, each: Versions) -> None:
        """Have a key as theirs has it."""
        if each.theirs is None and each.ours is not None:
            self.drop(each.ours)
        elif each.ours is None and each.theirs is not None:
            self.add(each.theirs, piece_of(draft, draft.theirs, each.theirs))
        elif each.ours is not None and each.theirs is not None:
            take(draft, each.ours, each.theirs)

    def write(self, draft: Draft) -> None:
        """Write the keys that are new, and take those that are gone out."""
        value = self.spot.entry.value
        if isinstance(value, Whole) and (self.gone or self.new):
            change_entries(draft, value, self.gone, self.new)


def place_before(theirs: Spot, table: Mapping[str, Spot], ours: Spot) -> int:
    """The place in ours of the last key that stands before one in theirs."""
    value = ours.entry.value
    assert isinstance(value, Whole)  # noqa: S101 - it has keys
    places = {each.key.value: place for place, each in enumerate(value.entries) if each.key}
    words = [word for word, spot in table.items() if spot.place < theirs.place]
    return next((places[word] for word in reversed(words) if word in places), 0)
