"""What a comparison found, for whoever writes it down."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from blueprint_cli.comparing import Compared
from blueprint_cli.comparing.sides import errors_in
from blueprint_cli.console import visible
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.effects import EFFECTS
from blueprint_cli.differences import unified
from blueprint_cli.problems import Problem

_LENGTHS = (40, 64)
"""How many letters the whole name of a commit has, with SHA-1 and with SHA-256."""


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
    """The versions that there are by what they are called: one name where both have it."""
    sides = (compared.pair.old, compared.pair.new)
    named = [_without_commit(side.label) for side in sides if side.content is not None]
    return " → ".join(dict.fromkeys(named))


def _without_commit(label: str) -> str:
    """A path without the whole name of a commit: it tells nothing, and CI gives no other."""
    commit, colon, path = label.partition(":")
    is_whole = colon and len(commit) in _LENGTHS and not commit.strip("0123456789abcdef")
    return path if is_whole else label


def whole(compared: Compared) -> str:
    """What is said of a file as a whole, besides its changes; empty where there is nothing."""
    if compared.state == "added":
        return "the blueprint is new"
    if compared.state == "removed":
        return "the blueprint is gone"
    if compared.diff and not compared.diff.changes:
        if compared.left_out:
            return (
                f"nothing of this sort changed, but {plural(compared.left_out, 'other thing')} did"
            )
        if compared.diff.same_text:
            return "nothing changed"
        return "only comments or layout changed, and nothing that the blueprint says"
    return ""


def errors_by_version(compared: Compared) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What keeps a file from being compared by what it says: in the old version, in the new one."""
    return errors_in(compared.pair.old.document()), errors_in(compared.pair.new.document())


def line_diff(compared: Compared, *, color: bool) -> str:
    """The lines that differ, as a patch in which nothing works but what is seen."""
    old, new = compared.pair.old, compared.pair.new
    if any(b"\0" in (side.content or b"") for side in (old, new)):
        return "both versions differ, and one of them is no text"
    versions = [_seen(side.content or b"") for side in (old, new)]
    return unified(visible(new.path), *versions, color=color).rstrip("\n")


def _seen(content: bytes) -> bytes:
    lines = content.decode("utf-8", "surrogateescape").split("\n")
    return "\n".join(map(visible, lines)).encode()


def reaches(result: Result, least: str) -> bool:
    """Whether anything means so much, or more.

    A blueprint that came or went is something that customers notice, and of one with errors nobody
    knows what it means.
    """
    states = {each.state for each in result.files}
    if "unreadable" in states or (least != "worse" and states & {"added", "removed"}):
        return True
    return of_effects(result.changes, least)


def of_effects(changes: Iterable[Change], least: str) -> bool:
    """Whether a change means so much, or more."""
    reach = EFFECTS[: EFFECTS.index(least) + 1] if least in EFFECTS else EFFECTS
    return any(change.effect in reach for change in changes)
