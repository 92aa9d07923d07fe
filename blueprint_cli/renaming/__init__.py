"""Give an element another id: which one is meant, and every place in a file that names it."""

import os
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from blueprint_cli.editing.naming import given, respelled
from blueprint_cli.editing.walks import kinds, mentions, nodes, records
from blueprint_cli.kinds import ID, either, same
from blueprint_cli.model import Blueprint, Element
from blueprint_cli.nearest import closest, did_you_mean, nearest
from blueprint_cli.parse import Document
from blueprint_cli.problems import Trouble
from blueprint_cli.reading.references import Index
from blueprint_cli.record import Record, Unfit
from blueprint_cli.source import Edit, Source
from blueprint_cli.workspace import Workspace

Reword = Callable[[str, Sequence[str]], str]
"""A reference, looked up among elements of some kinds, as it is to be written from now on."""

MOST_NAMED = 12
"""So many lines or ids are named in a message."""


class Renaming(NamedTuple):
    """The element of the file `home` that is to be called `new`, and was called `old` until now.

    `was` are all its earlier ids, `old` among them.
    """

    home: str
    kind: str
    record: Record
    old: str
    new: str
    was: tuple[str, ...]

    def words(self, source: Source, workspace: Workspace) -> Reword:
        """How references that stand in a file are to be written."""
        at_home = os.path.realpath(source.path) == self.home

        def reword(text: str, to: Sequence[str]) -> str:
            path, sign, word = text.partition("#")
            if sign and "action" in to:
                leads_home = workspace.file(source.path, path) == self.home
                return f"{path}#{self._word(word, ['action'])}" if leads_home else text
            return self._word(text, to) if at_home else text

        return reword

    def _word(self, text: str, to: Sequence[str]) -> str:
        parts = text.split(".")
        if len(parts) == len(("step", "lane")) and "action" in to:
            return f"{self._word(parts[0], ['step'])}.{self._word(parts[1], ['lane'])}"
        named = self.kind in to and not (self.kind == "action" and _is_implied(self.record))
        return self.new if named and same(text.strip()) == self.old else text


def _is_implied(record: Record) -> bool:
    """Whether the id is made from the name; nothing refers to an action by such an id."""
    return "id" not in record.places


def renaming(document: Document, kind: str, old: str, new: str) -> Renaming:
    """What is to be done, or `Trouble` where it cannot be; the document has no errors."""
    assert document.blueprint is not None  # noqa: S101 - without errors there is one
    found = records(document.blueprint)
    kind = _kind(kind)
    same_kind = [each for each in found if each.element == kind]
    record = _meant(document, kind, same(old.strip()), same_kind)
    before = _id(record)
    fresh = _checked(new.strip(), kind, record, same_kind, document.source)
    was = _earlier(tuple(getattr(record, "was", ())), before, fresh)
    home = os.path.realpath(document.source.path)
    return Renaming(home, kind, record, before, fresh, was)


def respelled_in(document: Document, wanted: Renaming, workspace: Workspace) -> set[Edit]:
    """The edits of all references to the element that stand in a file."""
    root, source = document.root, document.source
    assert root is not None  # noqa: S101 - it could be read
    reword = wanted.words(source, workspace)
    edits: set[Edit] = set()
    for to, word in mentions(root, _lanes(document)):
        text = word.value.strip()
        fresh = reword(text, to)
        if fresh != text:
            edits.add(respelled(source, word, fresh))
    return edits


def given_to(document: Document, wanted: Renaming) -> list[Edit]:
    """The edits of the element itself, in the file that has it."""
    assert document.root is not None  # noqa: S101 - it could be read
    where = nodes(document.root, type(wanted.record), _lanes(document))
    node = next(each for each in where if each.span == wanted.record.span)
    return given(document.source, node, wanted.new, wanted.was)


def _lanes(document: Document) -> set[str]:
    return {lane.id for lane in document.blueprint.lanes} if document.blueprint else set()


def _kind(word: str) -> str:
    known = kinds()
    kind = word.replace("-", "_")
    if kind not in known:
        words = tuple(each.replace("_", "-") for each in known)
        raise Trouble(f"unknown kind '{word}'", nearest(word, words) or f"write {either(words)}")
    return kind


def _id(record: Record) -> str:
    assert isinstance(record, (Element, Blueprint))  # noqa: S101 - these are what has an id
    return record.id


def _meant(document: Document, kind: str, old: str, same_kind: Sequence[Record]) -> Record:
    """The element that is called so; an action also by its place, `step.lane`."""
    found = [each for each in same_kind if _id(each) == old]
    written = [each for each in found if not _is_implied(each)]
    if kind == "action" and document.index and not found:
        found = _at_place(document.index, old)
    found = written or found
    if len(found) == 1:
        return found[0]
    called = kind.replace("_", " ")
    if found:
        places = _listed(document.source, found)
        raise Trouble(f"'{old}' can mean {len(found)} {called}s, {places}", _apart(document, found))
    path = document.source.path
    raise Trouble(f"there is no {called} '{old}' in {path}", _known(document, old, same_kind))


def _at_place(index: Index, old: str) -> list[Record]:
    return [
        placed.action
        for placed in index.actions
        if old in {placed.key, placed.key.rpartition(".")[0]}
    ]


def _listed(source: Source, found: Iterable[Record]) -> str:
    places = [source.position(each.span.start) for each in found]
    words = [f"{place.line}:{place.column}" for place in places]
    shown = words[:MOST_NAMED] + ["…"] * (len(words) > MOST_NAMED)
    return f"at {', '.join(shown[:-1])} and {shown[-1]}"


def _apart(document: Document, found: Sequence[Record]) -> str:
    """How one of several elements can be named."""
    actions = document.index.actions if document.index else ()
    keys = [placed.key for placed in actions if any(placed.action is each for each in found)]
    if keys:
        return f"name it by its place: {either(tuple(keys[:MOST_NAMED]))}"
    return "write an `id` in the one that you mean, and rename that"


def _known(document: Document, old: str, same_kind: Sequence[Record]) -> str | None:
    """A hint for who names what is not there."""
    assert document.blueprint is not None  # noqa: S101 - without errors there is one
    ids = {_id(each): None for each in same_kind}
    for other in records(document.blueprint):
        if other.element in kinds() and _id(other) == old:
            return f"did you mean the {other.element.replace('_', ' ')} of that name?"
    if near := did_you_mean(closest(old, ids)):
        return near
    words = [f"`{each}`" for each in ids][:MOST_NAMED]
    return f"known here: {', '.join(words)}" if words else None


def _checked(
    new: str, kind: str, record: Record, same_kind: Sequence[Record], source: Source
) -> str:
    """The new id in its one form, if it is an id and free."""
    if not new:
        raise Trouble("the new id is empty", "ids hold letters, digits, `-` and `_`")
    try:
        fresh = ID.read(new)
    except Unfit as unfit:
        raise Trouble(unfit.message, unfit.hint) from unfit
    called = kind.replace("_", " ")
    if fresh == _id(record):
        raise Trouble(f"the {called} is called '{fresh}' already")
    for other in same_kind:
        if _id(other) == fresh and not (kind == "action" and _is_implied(other)):
            line = source.position(other.span.start).line
            message = f"another {called} is called '{fresh}', in line {line}"
            raise Trouble(message, "choose another id, or rename that one first")
    return fresh


def _earlier(was: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    """The earlier ids from now on: without the new one, which the old one takes the place of."""
    if old in was:
        return tuple(each for each in was if each != new)
    if new in was:
        return tuple(old if each == new else each for each in was)
    return (*was, old)
