"""What a comparison found, for whoever writes it down."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from blueprint_cli.comparing import Compared
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.effects import EFFECTS


class Result(NamedTuple):
    """All pairs, and which of their changes are told."""

    files: tuple[Compared, ...]
    explain: bool = False
    color: bool = False

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes of all files."""
        return tuple(change for each in self.files if each.diff for change in each.diff.changes)


def counted(changes: Sequence[Change]) -> str:
    """How many changes there are, by what they mean: `15 changes: 14 visible, 1 editorial`."""
    if not changes:
        return "no change"
    effects = Counter(change.effect for change in changes)
    named = ", ".join(f"{effects[each]} {each}" for each in EFFECTS if effects[each])
    return f"{plural(len(changes), 'change')}: {named}"


def plural(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def headline(compared: Compared) -> str:
    """The two versions by what they are called: one name where both have it."""
    old, new = compared.pair.old.label, compared.pair.new.label
    return new if old == new else f"{old} → {new}"


def whole(compared: Compared) -> str:
    """What is said of a file as a whole, besides its changes; empty where there is nothing."""
    if compared.state == "added":
        return "the blueprint is new"
    if compared.state == "removed":
        return "the blueprint is gone"
    if compared.diff and not compared.diff.changes:
        if compared.diff.same_text:
            return "nothing changed"
        return "only comments or layout changed, and nothing that the blueprint says"
    return ""


def of_effects(changes: Iterable[Change], least: str) -> bool:
    """Whether a change means so much, or more."""
    reach = EFFECTS[: EFFECTS.index(least) + 1] if least in EFFECTS else EFFECTS
    return any(change.effect in reach for change in changes)
