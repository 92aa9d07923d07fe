"""Who last changed each lane, step and action, and what that change was.

The walk goes back until every element has its answer. What a merge brought is looked for on the
branch that it came from; only what the merge itself made counts as its own.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, product
from typing import NamedTuple

from blueprint_cli.change_lists.text import one_line
from blueprint_cli.diff.between import Diff, diff_of
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.effects import EFFECTS
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.diff.versions import Version
from blueprint_cli.history.following import File, Followed
from blueprint_cli.report.changes import card_of
from blueprint_cli.tracking.branches import followed_on
from blueprint_cli.tracking.elements import Numbers
from blueprint_cli.tracking.log import came, came_with
from blueprint_cli.tracking.revisions import Revision, revisions, watched

KINDS = frozenset({"lane", "step", "action"})


class Answer(NamedTuple):
    """The last commit that changed an element; `change` is None where nothing older is known.

    `more` counts its other changes of this element.
    """

    part: Part
    revision: Revision
    change: Change | None = None
    more: int = 0

    @property
    def said(self) -> str:
        """What was done to it, in one line."""
        return came_with(self.revision) if self.change is None else one_line(self.change.message)

    @property
    def said_in_short(self) -> str:
        """The same for a table that names the element already."""
        more = f" (and {self.more} more)" if self.more else ""
        change = self.change
        if change is None and came(self.revision):
            return "from the start"
        if change is None or change.new is None or change.new.kind != self.part.kind:
            return f"{self.said}{more}"
        name = change.old.name if change.old and change.kind == "renamed" else change.new.name
        rest = self.said.partition(f"'{one_line(name)}'")[2].lstrip(": ")
        return f"{rest or self.said}{more}"

    @property
    def is_oldest_here(self) -> bool:
        """Whether an older commit may have made it, which a shallow clone does not know."""
        return self.change is None and self.revision.change == "oldest here"


class Blamed(NamedTuple):
    """The newest version that can be read, with an answer for each of its elements in their order.

    `passed` are the newer ones, which cannot be read; without `revision` no version can.
    """

    revision: Revision | None
    answers: tuple[Answer, ...]
    passed: tuple[Revision, ...]


def _each(_: Change) -> bool:
    return True


def blamed(followed: Followed, is_asked: Callable[[Change], bool] = _each) -> Blamed:
    """Who made the last change of what is asked for to each element, or brought it."""
    walk = watched(followed)
    passed: list[Revision] = []
    for first in walk:
        if first.version is not None:
            search = _Search(followed.file, first.version, is_asked)
            search.walk(_wanted(first.version), chain([first], walk))
            found = sorted(search.answers.items(), key=_place)
            return Blamed(first, tuple(answer for _, answer in found), tuple(passed))
        passed.append(first)
    return Blamed(None, (), tuple(passed))


def _wanted(version: Version) -> dict[int, int]:
    return {at: at for at, part in enumerate(version.parts) if part.kind in KINDS}


def _place(numbered: tuple[int, Answer]) -> tuple[int, int]:
    """The order of the file: lanes, then each step with its actions behind it."""
    number, answer = numbered
    return (answer.part.owner, number) if answer.part.kind == "action" else (number, NOWHERE)


_Touched = dict[int, tuple[Change, ...]]
"""What was done to elements, by their numbers in the new version."""


class _Search:
    """The answers while they are found, by the number of the element in the newest version."""

    def __init__(self, file: File, version: Version, is_asked: Callable[[Change], bool]) -> None:
        self.file = file
        self.version = version
        self.is_asked = is_asked
        self.answers: dict[int, Answer] = {}

    def walk(self, wanted: dict[int, int], walk: Iterator[Revision]) -> dict[int, int]:
        """Look for what is wanted, back from a version in which it has these numbers.

        Gives what has no answer when the walk ends.
        """
        for each in walk:
            if not wanted:
                break
            if each.version is not None:
                wanted = self.asked(wanted, each)
        return wanted

    def asked(self, wanted: dict[int, int], revision: Revision) -> dict[int, int]:
        """Take what a revision answers; what is left has the numbers of the one before."""
        diff = revision.diff
        if diff is None:
            for newest in wanted.values():
                self.answer(newest, revision, ())
            return {}
        touched = _touched(diff, self.is_asked)
        changed = {at: newest for at, newest in wanted.items() if at in touched}
        if len(revision.visit.parents) > 1:
            changed = self.on_branches(changed, revision, touched)
        for at, newest in changed.items():
            self.answer(newest, revision, touched[at])
        to_old = diff.matches.to_old
        return {to_old[at]: newest for at, newest in wanted.items() if at not in touched}

    def on_branches(
        self, wanted: dict[int, int], merge: Revision, brought: _Touched
    ) -> dict[int, int]:
        """Look for what a merge brought on the branches; gives what the merge itself has made."""
        for tip in merge.visit.parents[1:]:
            wanted = self.on_branch(wanted, merge, brought, tip)
        return wanted

    def on_branch(
        self, wanted: dict[int, int], merge: Revision, brought: _Touched, branch: str
    ) -> dict[int, int]:
        """Look for it on one branch, in what the merge left as it was there."""
        walk = revisions(followed_on(self.file, merge.visit, branch))
        tip = next((each for each in walk if each.version), None)
        if tip is None or tip.version is None or merge.version is None:
            return wanted
        diff = diff_of(tip.version, merge.version)
        touched = _touched(diff, self.is_asked)
        to_old = diff.matches.to_old
        there = {
            to_old[at]: at
            for at in wanted
            if at in to_old and not _overlap(brought[at], touched.get(at, ()))
        }
        left = self.walk({old: wanted[at] for old, at in there.items()}, chain([tip], walk))
        answered = {wanted[at] for at in there.values()} - {*left.values()}
        return {at: newest for at, newest in wanted.items() if newest not in answered}

    def answer(self, newest: int, revision: Revision, changes: tuple[Change, ...]) -> None:
        """Note the answer for an element: of several changes the one that matters most."""
        ordered = sorted(changes, key=lambda each: EFFECTS.index(each.effect))
        self.answers[newest] = Answer(
            self.version.parts[newest],
            revision,
            ordered[0] if ordered else None,
            max(len(ordered) - 1, 0),
        )


def _touched(diff: Diff, is_asked: Callable[[Change], bool]) -> _Touched:
    """What was done to each element of the new version and to what it carries.

    That is what is asked for, and all of what is new.
    """
    numbers = Numbers(diff)
    cards = {id(part): at for at, part in enumerate(diff.new.parts)}
    found: dict[int, tuple[Change, ...]] = {}
    for change in diff.changes:
        if change.new is not None:
            at = cards[id(card_of(diff.new.parts, change.new))]
        else:
            at = _kept(diff, numbers.old(change))
        if at != NOWHERE and (is_asked(change) or at not in diff.matches.to_old):
            found[at] = (*found.get(at, ()), change)
    return found


def _overlap(mine: Iterable[Change], theirs: Iterable[Change]) -> bool:
    """Whether a version differs in the same from two others, so that it is what neither was."""
    return any(_tell_of_one(*pair) for pair in product(mine, theirs))


def _tell_of_one(one: Change, other: Change) -> bool:
    """Whether two changes tell of one key, or one of a part of what came or went in the other."""
    outer, inner = sorted((one, other), key=lambda each: len(each.path))
    if outer.kind in _WHOLE:
        return f"{inner.path}.".startswith(f"{outer.path}.")
    return inner.path == outer.path and (inner.kind in _WHOLE or inner.field == outer.field)


_WHOLE = frozenset({"added", "removed"})


def _kept(diff: Diff, old: int) -> int:
    """The element of the new version that held what is gone, `NOWHERE` where that is gone, too."""
    while diff.old.parts[old].kind not in KINDS:
        old = diff.old.parts[old].owner
        if old == NOWHERE:
            return NOWHERE
    return diff.matches.to_new.get(old, NOWHERE)
