"""Which element of a blueprint a word of the command line means, and what belongs to it."""

from collections.abc import Iterator, Sequence

from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.parts import NOWHERE, Part, below
from blueprint_cli.nearest import nearest
from blueprint_cli.problems import Trouble


def meant(parts: Sequence[Part], word: str) -> int | None:
    """The number of the part that a word means; None where it means none.

    A word is a path (`booking.reception.book`) or the end of one (`reception.book`), `kind:ID`, an
    id, `step.lane` where one action stands there, or a name. `Trouble` where it means several.
    """
    if not word:
        return None
    found = next((each for each in _readings(parts, word) if each), [])
    if len(found) > 1:
        paths = [f"`{parts[at].path}`" for at in found[:_MOST]]
        hint = f"write {', '.join(paths[:-1])} or {paths[-1]}"
        raise Trouble(f"'{word}' means {len(found)} elements", hint)
    return found[0] if found else None


_MOST = 4
"""So many are named of those that a word may mean."""


def unknown(parts: Sequence[Part], word: str, path: str) -> Trouble:
    """Why the command cannot go on: no version has such an element."""
    known = {name for part in parts if part.kind != "link" for name in (part.id, part.path) if name}
    hint = nearest(word, sorted(known)) or "`bp blame` names those that it has now"
    return Trouble(f"no version of {path} has an element '{word}'", hint)


def _readings(parts: Sequence[Part], word: str) -> Iterator[list[int]]:
    """What a word may mean, the most exact reading first."""
    yield [at for at, part in enumerate(parts) if part.path == word]
    kind, colon, rest = word.partition(":")
    if colon:
        kind = kind.replace("-", "_")
        of_kind = [at for at, part in enumerate(parts) if part.kind == kind]
        yield [at for at in of_kind if parts[at].path == rest]
        yield from _by_id(parts, of_kind, rest)
        yield [at for at in of_kind if _cell(parts[at]) == rest]
    everything = range(len(parts))
    yield from _by_id(parts, everything, word)
    yield [at for at in everything if _cell(parts[at]) == word]
    yield [at for at in everything if _own_path(parts[at]).endswith(f".{word}")]
    yield [at for at in everything if parts[at].kind != "link" and parts[at].name == word]


def _by_id(parts: Sequence[Part], among: Sequence[int], word: str) -> Iterator[list[int]]:
    """Written ids win over implied ones."""
    yield [at for at in among if parts[at].written_id == word]
    yield [at for at in among if parts[at].id == word]


def _cell(part: Part) -> str:
    """The step and lane of an action."""
    return part.path.rsplit(".", 1)[0] if part.kind == "action" else ""


def _own_path(part: Part) -> str:
    """The path of an element; that of a link ends in what is another element."""
    return "" if part.kind == "link" else part.path


def belonging(parts: Sequence[Part], number: int) -> frozenset[int]:
    """A part and all that it holds; of a lane also the actions that its people do."""
    done_there = [at for at, part in enumerate(parts) if part.lane == number != NOWHERE]
    held = {number, *done_there}
    for at in (number, *done_there):
        held.update(below(parts, at))
    return frozenset(held)


class Numbers:
    """The numbers of the parts of both versions that changes tell of."""

    def __init__(self, diff: Diff) -> None:
        self._old = {id(part): at for at, part in enumerate(diff.old.parts)}
        self._new = {id(part): at for at, part in enumerate(diff.new.parts)}

    def old(self, change: Change) -> int:
        """Where it is told of in the old version, `NOWHERE` for what is new."""
        return self._old.get(id(change.old), NOWHERE)

    def new(self, change: Change) -> int:
        """Where it is told of in the new version, `NOWHERE` for what is gone."""
        return self._new.get(id(change.new), NOWHERE)
