"""Keys with a value of their own, as the result has them: ours, theirs, or put together."""

from blueprint_cli.editing.entries import Whole
from blueprint_cli.merging.conflicts import Doubt
from blueprint_cli.merging.contents import put_value, write
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.joints import OURS, THEIRS
from blueprint_cli.merging.keys import Keys
from blueprint_cli.merging.lists import Listed, arrange
from blueprint_cli.merging.pieces import piece_of
from blueprint_cli.merging.plan import Plan
from blueprint_cli.merging.remarks import bring_remarks
from blueprint_cli.merging.values import Path
from blueprint_cli.merging.written import Spot, Versions


class Fields:
    """The values of a plan, written into ours."""

    def __init__(self, plan: Plan, draft: Draft) -> None:
        self.plan = plan
        self.draft = draft

    def write(self, joint: int, path: Path, each: Versions, keys: Keys) -> None:
        """Write one key."""
        looks = [side.look(spot) for side, spot in zip(self.draft.sides, each, strict=True)]
        if looks[2] in {looks[0], looks[1]}:
            return
        said = self.plan.fields[joint].get(path)
        took = said.took if said else ""
        if looks[0] == looks[1] and took != "conflict":
            keys.take(self.draft, each)
            return
        if took == "theirs":
            self._value(each, keys)
        elif said is None:
            raise Doubt(f"both sides change `{path[-1]}`, which only YAML knows")
        elif took == "both" and each.ours is not None:
            if isinstance(said.value, tuple):
                self._texts(joint, path, each)
            else:
                write(self.draft, each, said.value)
        bring_remarks(self.draft, each)

    def _value(self, each: Versions, keys: Keys) -> None:
        """Have the value that theirs has; the comments of ours stay."""
        if each.ours is None or each.theirs is None:
            keys.take(self.draft, each)
        else:
            piece = piece_of(self.draft, self.draft.theirs, each.theirs)
            put_value(self.draft, each.ours, piece.value, block=piece.block)

    def _texts(self, joint: int, path: Path, each: Versions) -> None:
        """A list of texts or references to which both sides did something."""
        ours, theirs = each.ours, each.theirs
        assert ours is not None and theirs is not None  # noqa: S101, PT018 - both have some
        draft, said = self.draft, self.plan.said[joint]
        mine = dict(zip(said[OURS][path], _items(ours), strict=True))
        others = dict(zip(said[THEIRS][path], _items(theirs), strict=True))
        order = self.plan.fields[joint][path].value
        pieces = {
            text: piece_of(draft, draft.theirs, others[text]) for text in order if text not in mine
        }
        listed = Listed(ours, mine, pieces, lambda text: piece_of(draft, draft.ours, mine[text]))
        arrange(draft, listed, order)


def _items(spot: Spot) -> list[Spot]:
    """The items of a list of texts, or the one that stands without a list."""
    value = spot.entry.value
    if isinstance(value, Whole) and value.style in "-[":
        return [Spot(entry, value, place) for place, entry in enumerate(value.entries)]
    return [spot]
