"""Proof that renaming changed one id and what refers to it, and nothing else."""

import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from blueprint_cli.editing.proofs import kept
from blueprint_cli.editing.walks import mentions, records
from blueprint_cli.model import Blueprint, Element
from blueprint_cli.parse import Document, parse
from blueprint_cli.problems import Problem, Trouble
from blueprint_cli.reading.names import Miss, Names
from blueprint_cli.record import ByKey, Kind, Many, One, PerKey, Pointer, Record, Reference
from blueprint_cli.renaming import Renaming, Reword, given_to, respelled_in
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace


class Rewritten(NamedTuple):
    """A file before and after, and in how many places it names the element."""

    before: Document
    after: Document
    places: int


def rewritten(files: Sequence[Document], wanted: Renaming) -> Iterator[Rewritten | None]:
    """Each file as it is to be, proved; None for one that stays as it is.

    `files` begin with the renaming's home. `Trouble` where one would say another thing.
    """
    home = _rewritten(files[0], wanted, None)
    yield home
    for each in files[1:]:
        yield _rewritten(each, wanted, home)


def _rewritten(before: Document, wanted: Renaming, home: Rewritten | None) -> Rewritten | None:
    """One file, in whose workspace the home is already what it will be."""
    workspace = Workspace.of(before.source.path)
    references = respelled_in(before, wanted, workspace)
    edits = [*references, *([] if home else given_to(before, wanted))]
    if not edits:
        return None
    if before.index is None:
        path = before.source.path
        message = f"{path} refers to '{wanted.old}' and has errors, so nothing is renamed"
        raise Trouble(message, f"mend them first: `bp lint {path}` names them")
    if home:
        workspace.opened[wanted.home] = _names(home.after)
    after = parse(Source(before.source.path, before.source.edited(edits)), workspace)
    reword = wanted.words(before.source, workspace)
    _refuse_new_problems(before, after, wanted)
    _refuse_other_meanings(before, after, reword, home)
    whole = _expected(before.blueprint, One(Blueprint), reword, wanted)
    old, new = before.root, after.root
    if after.blueprint != whole or old is None or new is None:
        raise _other(before.source, wanted)
    if not kept(before.source, old, after.source, new, edits):
        message = f"bp could not prove that only the id changes in {before.source.path}"
        raise Trouble(message, "please report it with the file; nothing is renamed")
    return Rewritten(before, after, len(references) + (home is None))


def _other(source: Source, wanted: Renaming) -> Trouble:
    message = f"{source.path} would say something else with '{wanted.new}', so nothing is renamed"
    aliases = re.search(r"[\s\[{,]\*\w", source.text)
    hint = "write out what aliases such as `*this` stand for" if aliases else "choose another id"
    return Trouble(message, hint)


def _refuse_new_problems(before: Document, after: Document, wanted: Renaming) -> None:
    added = _counted(after.problems) - _counted(before.problems)
    for each in after.problems:
        if each.code in added:
            line = after.source.position(each.span.start).line if each.span else 1
            path = before.source.path
            message = f"{path} would be wrong with '{wanted.new}', in line {line}: {each.message}"
            raise Trouble(message, "choose another id")


def _counted(problems: Sequence[Problem]) -> Counter[str]:
    return Counter(each.code for each in problems)


# Every reference means what it meant


def _refuse_other_meanings(
    before: Document, after: Document, reword: Reword, home: Rewritten | None
) -> None:
    then = {(to, reword(text, to)): found for (to, text), found in _meanings(before).items()}
    now = _meanings(after)
    if home:
        then |= _targets(before, home.before, reword)
        now |= _targets(after, home.after, lambda text, _: text)
    for asked, found in then.items():
        if now.get(asked) != found and not isinstance(found, str):
            message = f"'{asked[1]}' would mean something else in {before.source.path}"
            raise Trouble(message, "choose another id")


Meanings = dict[tuple[tuple[str, ...], str], object]
"""What references mean, by where they are looked up and their text: the place of an element."""


def _meanings(document: Document) -> Meanings:
    assert document.blueprint and document.index  # noqa: PT018,S101 - it has no errors
    places = _places(document.blueprint)
    return {
        asked: places[id(found)] if isinstance(found, Element) else found
        for asked, found in document.index.meant.items()
    }


def _places(blueprint: Blueprint) -> dict[int, int]:
    """The places of all records, in the order in which they are written."""
    written = sorted(records(blueprint), key=lambda each: each.span)
    return {id(each): place for place, each in enumerate(written)}


def _targets(document: Document, home: Document, reword: Reword) -> Meanings:
    """What the references that lead home mean there."""
    assert document.root and document.blueprint and home.blueprint  # noqa: PT018,S101 - no errors
    workspace = Workspace.of(document.source.path)
    file = os.path.realpath(home.source.path)
    names, places = _names(home), _places(home.blueprint)
    found: Meanings = {}
    for to, node in mentions(document.root, {lane.id for lane in document.blueprint.lanes}):
        path, sign, word = node.value.strip().partition("#")
        if sign and "action" in to and workspace.file(document.source.path, path) == file:
            meant = names.find(word, ["action"])
            found[to, reword(node.value.strip(), to)] = (
                None if isinstance(meant, Miss) else places[id(meant)]
            )
    return found


def _names(document: Document) -> Names:
    assert document.blueprint is not None  # noqa: S101 - it has no errors
    elements: defaultdict[str, list[Element]] = defaultdict(list)
    for each in records(document.blueprint):
        if isinstance(each, Element):
            elements[each.element].append(each)
    return Names(document.blueprint, elements)


# Everything else is as it was


def _expected(value: Any, kind: Kind[Any], reword: Reword, wanted: Renaming) -> Any:  # noqa: ANN401 - whatever a key holds
    """A value of the old blueprint as the new one must have it."""
    if isinstance(value, Reference) and isinstance(kind, Pointer):
        return Reference(reword(value.text, kind.to))
    if isinstance(value, tuple) and isinstance(kind, Many):
        return tuple(_expected(each, kind.of, reword, wanted) for each in value)
    if isinstance(value, ByKey) and isinstance(kind, PerKey):
        found = ByKey[Any]()
        found.extra = value.extra
        for key, each in value.items():
            found[reword(key, (kind.to,))] = _expected(each, kind.of, reword, wanted)
        return found
    return _record(value, reword, wanted) if isinstance(value, Record) else value


def _record(record: Record, reword: Reword, wanted: Renaming) -> Record:
    values = {
        declared.name: _expected(getattr(record, declared.name), declared.kind, reword, wanted)
        for declared in record.keys.values()
        if declared.name in vars(record)
    }
    if record is wanted.record:
        values |= {"id": wanted.new, "was": wanted.was}
    return type(record)(**values, extra=record.extra)
