"""Every reference and path of a file is followed; what leads nowhere is told with its place."""

import os
from collections.abc import Callable

from blueprint_cli.model import Blueprint, Element
from blueprint_cli.nearest import did_you_mean
from blueprint_cli.problems import (
    BROKEN_PATH,
    SELF_REFERENCE,
    UNKNOWN_REFERENCE,
    UNSAFE_ADDRESS,
    Fix,
    Related,
)
from blueprint_cli.reading.instead import instead
from blueprint_cli.reading.mistakes import Path, Reading, shown
from blueprint_cli.reading.names import Miss, Names
from blueprint_cli.reading.references import Index, index
from blueprint_cli.reading.structure import check_ids, check_lanes, check_links, check_needs
from blueprint_cli.record import Pointer, Record, record_in
from blueprint_cli.source import Span
from blueprint_cli.workspace import Workspace, is_file

Opener = Callable[[str], Names | None]
"""Gives the names of another blueprint; None if the file is none."""

Meaning = Element | Miss | str
"""What a reference means; a text for an action in another file."""


def resolve(
    blueprint: Blueprint, reading: Reading, workspace: Workspace | None, opener: Opener
) -> Index:
    """Follow everything; what is wrong goes to `reading`. Without a workspace no file is opened."""
    names = Names(blueprint, reading.elements)
    files = _Files(reading, workspace, opener)
    check_ids(reading)
    check_lanes(blueprint.lanes, reading)
    meanings = _follow(names, reading, files)
    for path in reading.paths:
        _check_path(path, reading, files)
    found = {asked: each for asked, each in meanings.items() if not isinstance(each, Miss)}
    known = index(blueprint, found)
    check_links(known, reading)
    check_needs(known, reading)
    return known


def _follow(
    names: Names, reading: Reading, files: "_Files"
) -> dict[tuple[tuple[str, ...], str], Meaning]:
    """What each reference means, by the kinds it is looked up among and its text."""
    meanings: dict[tuple[tuple[str, ...], str], Meaning] = {}
    doubtful = _doubtful(reading)
    for pointer, reference, inside in reading.pointers:
        text = reference.text
        asked = (pointer.to, text)
        meaning = meanings.get(asked)
        if meaning is None:
            meaning = meanings[asked] = _meaning(text, pointer, names, files)
        if isinstance(meaning, Miss):
            excused = not doubtful.isdisjoint(pointer.to) or not reading.lost.isdisjoint(
                {text, *text.split(".")}
            )
            if meaning.flaw is not UNKNOWN_REFERENCE or not excused:
                near = None if meaning.hint else reading.near(meaning.word, *meaning.near)
                right = near and _mended(text, meaning.word, near, pointer, names)
                free = right and (inside is None or reading.free(inside, right))
                fix = instead(reading.source, reference.span, right) if right and free else None
                _say(meaning, reference.span, reading, near, fix)
    return meanings


def _meaning(text: str, pointer: Pointer, names: Names, files: "_Files") -> Meaning:
    if "#" in text and "action" in pointer.to:
        return files.find(text, names)
    return names.find(text, pointer.to)


def _mended(text: str, wrong: str, near: str, pointer: Pointer, names: Names) -> str | None:
    """The reference with the nearest known word in it, if that leads somewhere."""
    for start in {text.find(wrong), text.rfind(wrong)}:
        right = text[:start] + near + text[start + len(wrong) :]
        if not isinstance(names.find(right.rpartition("#")[2], pointer.to), Miss):
            return right
    return None


def _say(
    miss: Miss, span: Span, reading: Reading, near: str | None = None, fix: Fix | None = None
) -> None:
    related = tuple(
        Related(
            reading.source,
            element.span,
            f"the {element.element.replace('_', ' ')} '{element.name}'",
        )
        for element in miss.candidates[:10]
    )
    hint = miss.hint or did_you_mean(near) or miss.otherwise
    reading.say(miss.flaw, span, miss.message, hint, related, fix)


def _doubtful(reading: Reading) -> set[str]:
    """The kinds of elements of which some may not have been read."""
    records = {below for record in reading.doubtful for below in _below(record)}
    kinds = {record.element for record in records}
    return kinds | ({"action"} if kinds & {"step", "lane"} else set())


def _below(record: type[Record]) -> set[type[Record]]:
    """The record and all that may stand in it."""
    found = {record}
    for declared in record.keys.values():
        below = record_in(declared.kind)
        if below and below not in found:
            found |= _below(below)
    return found


class _Files:
    """Other files, as far as the workspace lets this one see them."""

    def __init__(self, reading: Reading, workspace: Workspace | None, opener: Opener) -> None:
        self._source = reading.source
        self._workspace = workspace
        self._opener = opener

    def find(self, text: str, own: Names) -> Meaning:
        """What `path/to/other.yaml#id` means."""
        path, _, word = text.partition("#")
        if not path or not word:
            hint = "write `path/to/other.yaml#id`"
            return Miss(UNKNOWN_REFERENCE, f"'{shown(text)}' is no reference", hint)
        if self._workspace is None:
            return text
        file = self._workspace.file(self._source.path, path)
        if miss := self.broken(path, file):
            return miss
        names = own if file == self.itself() else self._opener(file) if file else None
        found = names.find(word, ["action"]) if names else None
        if isinstance(found, Miss):
            return found._replace(message=f"{found.message} in `{shown(path)}`", candidates=())
        return (found or text) if names is own else text

    def itself(self) -> str:
        """The file that is being read."""
        path = self._source.path
        return self._workspace.itself(path) if self._workspace else os.path.realpath(path)

    def broken(self, path: str, file: str | None) -> Miss | None:
        """Why no blueprint can be read there, if so."""
        if file is None:
            hint = "write a path that stays inside"
            return Miss(UNSAFE_ADDRESS, f"'{shown(path)}' is outside the workspace", hint)
        if file == self.itself():
            return None
        if not is_file(file):
            hint = "the path begins at this file's folder"
            return Miss(BROKEN_PATH, f"there is no file '{shown(path)}'", hint)
        if self._opener(file) is None:
            hint = f"run `bp lint {shown(path)}` in this file's folder to see why"
            return Miss(BROKEN_PATH, f"'{shown(path)}' is no blueprint", hint)
        return None

    def wrong(self, path: Path) -> Miss | None:
        """What is wrong with a path that stands alone."""
        place = path.text.partition("#")[0].partition("?")[0]
        if self._workspace is None or ":" in path.text or not place:
            return None
        file = self._workspace.file(self._source.path, place)
        if path.blueprint and file == self.itself():
            return Miss(SELF_REFERENCE, "the file names itself as its details", "delete the key")
        if path.blueprint or file is None:
            return self.broken(place, file)
        return None


def _check_path(path: Path, reading: Reading, files: _Files) -> None:
    if miss := files.wrong(path):
        _say(miss, path.span, reading)
