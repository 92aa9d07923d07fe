"""What each commit changed of a blueprint, or of one element, whatever it was called and where.

An element is known in the newest version that has it. From there it is followed back: in each
comparison it is what was matched with it, until it came.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from blueprint_cli.console import visible
from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.groups import Group, grouped
from blueprint_cli.diff.parts import Part
from blueprint_cli.history.walk import Visit
from blueprint_cli.report.changes import said_in_short
from blueprint_cli.report.sentences import counted
from blueprint_cli.report.telling import spoken
from blueprint_cli.tracking.elements import Numbers, belonging, meant, unknown
from blueprint_cli.tracking.revisions import Revision


class Entry(NamedTuple):
    """A commit with those of its changes that are told, by step, or a `note` where there is none.

    `path` is of one element what it is called in this version, or was before it went. `brought` are
    of a merge the commits that it is made of.
    """

    revision: Revision
    changes: tuple[Change, ...] = ()
    note: str = ""
    path: str = ""
    brought: tuple[Visit, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The changes by step."""
        diff = self.revision.diff
        return grouped(diff._replace(changes=self.changes)) if diff else ()


def of_file(revisions: Iterable[Revision]) -> Iterator[Entry]:
    """An entry for each commit."""
    for each in revisions:
        changes = each.diff.changes if each.diff else ()
        yield Entry(each, changes, "" if changes else _note(each))


def of_element(revisions: Iterable[Revision], word: str, path: str) -> Iterator[Entry]:
    """An entry for each commit that changed an element; `Trouble` where none ever had it.

    A word that means nothing in the newest version may be what it was called, or what is gone.
    """
    passed: list[Revision] = []
    walk = (each for each in revisions if each.version is not None)
    for each in walk:
        if not passed and (number := meant(_parts(each), word)) is not None:
            yield from _followed(chain([each], walk), number)
            return
        passed.append(each)
        if each.diff and (number := meant(each.diff.old.parts, word)) is not None:
            yield from _last_seen(passed, walk, number)
            return
    raise unknown(_parts(passed[0]) if passed else (), word, path)


def _parts(revision: Revision) -> Sequence[Part]:
    return revision.version.parts if revision.version else ()


def _last_seen(newer: list[Revision], walk: Iterator[Revision], number: int) -> Iterator[Entry]:
    """An element of an older version: first what became of it, then the way back from there."""
    for at in reversed(range(len(newer))):
        diff = newer[at].diff
        if diff is None or number not in diff.matches.to_new:
            if diff is not None:
                yield _went(newer[at], diff, number)
            yield from _followed(chain(newer[at + 1 :], walk), number)
            return
        number = diff.matches.to_new[number]
    yield from _followed(chain(newer, walk), number)


def _followed(revisions: Iterable[Revision], number: int) -> Iterator[Entry]:
    """The commits that changed what has this number in the first version, back to when it came."""
    here = number
    for each in revisions:
        if each.diff is None:
            yield Entry(each, note=came_with(each), path=_parts(each)[here].path)
            return
        if entry := _touched(each, each.diff, here):
            yield entry
        if here not in each.diff.matches.to_old:
            return
        here = each.diff.matches.to_old[here]


def _went(revision: Revision, diff: Diff, old: int) -> Entry:
    """The commit in which an element went."""
    held = belonging(diff.old.parts, old)
    numbers = Numbers(diff)
    changes = tuple(each for each in diff.changes if each.new is None and numbers.old(each) in held)
    path = diff.old.parts[old].path
    return Entry(revision, changes, "" if changes else "it went with what held it", path)


def _touched(revision: Revision, diff: Diff, new: int) -> Entry | None:
    """The commit, if it changed an element or what belongs to it."""
    old = diff.matches.to_old.get(new)
    here = frozenset[int]() if old is None else belonging(diff.old.parts, old)
    there = belonging(diff.new.parts, new)
    numbers = Numbers(diff)
    changes = tuple(
        each for each in diff.changes if numbers.old(each) in here or numbers.new(each) in there
    )
    path = diff.new.parts[new].path
    if changes:
        return Entry(revision, changes, path=path)
    return Entry(revision, note="it came with what holds it", path=path) if old is None else None


def came_with(revision: Revision) -> str:
    """What is said of an element at the oldest version that is known."""
    if came(revision):
        return "it came with the blueprint"
    if revision.change == "oldest here":
        return "what was before is not in this shallow clone: `git fetch --unshallow` gets it"
    return _UNREADABLE_BEFORE


def came(revision: Revision) -> bool:
    """Whether the file was not there before."""
    return revision.change != "oldest here" and not revision.visit.blob_before


_IS_NEW = "the blueprint is new"
_UNREADABLE_BEFORE = "the version before cannot be read, so what changed cannot be told"


def _note(revision: Revision) -> str:
    """What is said of a commit without changes."""
    if revision.errors:
        first = revision.errors[0]
        line = first.source.position(first.span.start).line if first.span else 1
        count = counted(len(revision.errors), "error")
        return f"it has {count}, the first in line {line}: {visible(first.message)}"
    if not revision.visit.blob:
        return "the blueprint is gone"
    if revision.version is None:
        return "git does not have its text here"
    if revision.diff is None:
        return _IS_NEW if came(revision) else came_with(revision)
    if revision.visit.was != revision.visit.path and revision.diff.same_text:
        return "only the file's name changed"
    said = spoken(said_in_short(revision.diff)).removesuffix(".")
    return said[:1].lower() + said[1:]


def chosen(
    entries: Iterable[Entry], is_asked: Callable[[Change], bool] | None, most: int | None
) -> Iterator[Entry]:
    """So many commits with the changes that are asked for; all entries where none are."""
    count = 0
    for each in entries:
        entry = each
        if is_asked:
            entry = each._replace(changes=tuple(filter(is_asked, each.changes)))
        if is_asked and not entry.changes:
            continue
        count += bool(entry.revision.visit.commit)
        if most is not None and count > most:
            return
        yield entry
