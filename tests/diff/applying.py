"""Changes done again: what is reported, applied to the old version, must give the new one."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.diff.versions import Version
from blueprint_cli.kinds import slug
from blueprint_cli.record import Many, Pointer, record_in

Token = int | str
"""An element: the number that it has in the old version, or had there been one."""
ORDERED = {"lane", "step", "action"}


@dataclass
class Piece:
    """A part while changes are done to it."""

    kind: str
    owner: Token
    lane: Token
    slot: str
    end: Token
    values: dict[str, Any]
    place: int
    inserted: bool = field(default=False)


Pieces = dict[Token, Piece]


def applied(diff: Diff) -> Pieces:
    """The old version with all changes done."""
    pieces = _pieces(diff.old, lambda number: number, lambda record: _old_target(diff, record))
    for change in diff.changes:
        _apply(diff, change, pieces)
    gone = {diff.old.parts.index(each.old) for each in diff.changes if each.kind == "removed"}
    while gone:
        pieces = {at: piece for at, piece in pieces.items() if at not in gone}
        gone = {
            at for at, each in pieces.items() if each.owner != NOWHERE and each.owner not in pieces
        }
    return pieces


def expected(diff: Diff) -> Pieces:
    """The new version in the same terms."""
    token = _token(diff)
    return _pieces(diff.new, token, lambda record: _new_target(diff, record))


def told(pieces: Pieces) -> dict[Token, tuple[object, ...]]:
    """All that is to be equal, apart from the order."""
    return {
        at: (each.kind, each.owner, each.lane, each.slot, each.end, each.values)
        for at, each in pieces.items()
    }


def orders(pieces: Pieces) -> dict[tuple[Token, Token, str], list[Token]]:
    """The lists whose order means something; what was put in stands at the place that it says."""
    lists: dict[tuple[Token, Token, str], list[tuple[Token, Piece]]] = defaultdict(list)
    for at, piece in pieces.items():
        if piece.kind in ORDERED:
            lists[piece.owner, piece.lane, piece.slot].append((at, piece))
    return {home: _in_order(members) for home, members in lists.items()}


def _in_order(members: list[tuple[Token, Piece]]) -> list[Token]:
    members.sort(key=lambda member: member[1].place)
    found = [at for at, piece in members if not piece.inserted]
    for at, piece in members:
        if piece.inserted:
            found.insert(piece.place, at)
    return found


def _token(diff: Diff) -> Callable[[int], Token]:
    def token(number: int) -> Token:
        return number if number == NOWHERE else diff.matches.to_old.get(number, f"new {number}")

    return token


def _apply(diff: Diff, change: Change, pieces: Pieces) -> None:
    token = _token(diff)
    if change.new is None:
        return
    now = expected_piece(diff, change.new)
    if change.kind == "added":
        _add(diff, diff.new.parts.index(change.new), pieces)
        return
    assert change.old is not None
    piece = pieces[diff.old.parts.index(change.old)]
    if change.kind == "moved":
        piece.owner, piece.lane, piece.slot = now.owner, now.lane, now.slot
        piece.place, piece.inserted = now.place, True
        assert (change.before, change.after) == (change.old.path, change.new.path)
    elif change.kind == "renamed" and change.field != "id":
        piece.values["name"] = now.values["name"]
        if change.new.record.__dict__.get("implied_id"):
            piece.values["id"] = now.values["id"]
    else:
        piece.values[change.field] = now.values.get(change.field)
        if change.field == "name" and change.new.record.__dict__.get("implied_id"):
            piece.values["id"] = now.values["id"]  # a fail point or a link; its name is a field
        if piece.values[change.field] is None and change.field not in change.new.record.keys:
            del piece.values[change.field]
    assert token(diff.new.parts.index(change.new)) == diff.old.parts.index(change.old)


def _add(diff: Diff, number: int, pieces: Pieces) -> None:
    """A part, and with it all that it carries and that is not told alone."""
    alone = {each.new.path for each in diff.changes if each.kind == "added" and each.new}
    piece = expected_piece(diff, diff.new.parts[number])
    piece.inserted = True
    pieces[_token(diff)(number)] = piece
    for other, part in enumerate(diff.new.parts):
        if part.owner == number and part.path not in alone and other not in diff.matches.to_old:
            _add(diff, other, pieces)


def expected_piece(diff: Diff, part: Part) -> Piece:
    return _piece(diff.new, part, _token(diff), lambda record: _new_target(diff, record))


def _pieces(
    version: Version, token: Callable[[int], Token], target: Callable[[object], Token]
) -> Pieces:
    return {
        token(number): _piece(version, part, token, target)
        for number, part in enumerate(version.parts)
    }


def _piece(
    version: Version, part: Part, token: Callable[[int], Token], target: Callable[[object], Token]
) -> Piece:
    end: Token = part.outside or token(part.end)
    values = dict(_values(version, part, target))
    return Piece(part.kind, token(part.owner), token(part.lane), part.slot, end, values, part.place)


def _values(
    version: Version, part: Part, target: Callable[[object], Token]
) -> Iterable[tuple[str, Any]]:
    record = part.record
    for word, key in record.keys.items():
        value = getattr(record, key.name)
        pointer = key.kind.of if isinstance(key.kind, Many) else key.kind
        if word == "id":
            by_place = getattr(record, "implied_id", False) and not slug(part.name)
            yield word, None if by_place or part.kind == "blueprint" else value
        elif word == "action" or record_in(key.kind) is not None:
            if word in {"actions", "enablers"} and value is not None:
                yield from ((f"{word}.{own}", each) for own, each in value.extra.items())
        elif isinstance(pointer, Pointer):
            meant = [version.keys.meant[pointer.to, each.text] for each in value]
            yield word, {target(each) for each in meant}
        else:
            yield "name" if word == "blueprint" else word, value
    yield from record.extra.items()


def _old_target(diff: Diff, record: object) -> Token:
    return _number(diff.old, record)


def _new_target(diff: Diff, record: object) -> Token:
    return _token(diff)(_number(diff.new, record))


def _number(version: Version, record: object) -> int:
    return next(at for at, part in enumerate(version.parts) if part.record is record)
