"""What the cards of a marked picture say of each change, in the picture's own words.

A line begins with a sign: what is new, gone, moved or changed. It tells what was; what is now
stands on the card.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.diff.versions import Version
from blueprint_cli.marking.dresses import sign
from blueprint_cli.marking.union import State
from blueprint_cli.marking.values import form_of, is_text, shortened, told
from blueprint_cli.phrases import listed, quoted
from blueprint_cli.record import Key, Many, Pointer
from blueprint_cli.words import Words

_SHORT = 40
"""Two texts that have together no more characters are both told."""
_NAMED_ONLY = frozenset({"note", "description", "links", "color", "kind"})
"""Keys whose values no picture shows."""


class Said(NamedTuple):
    """One thing that happened: its state, for the sign, and in words."""

    state: State
    text: str


def signed(said: Said, words: Words) -> str:
    """A line of a card."""
    return f"{sign(said.state, words)}\N{NO-BREAK SPACE}{said.text}"


def lines(diff: Diff, changes: Iterable[Change], part: Part, words: Words) -> tuple[str, ...]:
    """What a card says of all that happened to it and to what it carries, a line for each."""
    own: list[Said] = []
    carried: dict[int, list[Change]] = {}
    for change in changes:
        if change.new is part:
            own += _happened(diff, change, words)
        else:
            carried.setdefault(id(change.new or change.old), []).append(change)
    own += (said for each in carried.values() for said in _carried(diff, each, words))
    return tuple(dict.fromkeys(signed(said, words) for said in own))


def _happened(diff: Diff, change: Change, words: Words) -> Iterator[Said]:
    """What happened to the card itself."""
    if change.kind == "moved":
        assert change.old is not None and change.new is not None  # noqa: S101, PT018 - it has both sides
        yield _origin(diff, change.old, change.new, words)
    else:
        yield from _became(diff, change, words)


def _place(diff: Diff, version: Version, ends: tuple[Part, Part], words: Words) -> str:
    """Where something that moved stands in a version, as far as the other one differs."""
    old, new = ends
    part = old if version is diff.old else new
    said = []
    if diff.matches.to_new.get(old.owner) != new.owner:
        said.append(version.owner(part).name)
    if old.lane != NOWHERE and diff.matches.to_new.get(old.lane) != new.lane:
        said.append(version.parts[part.lane].name)
    return listed(words, (quoted(words, shortened(each)) for each in said))


def now(diff: Diff, old: Part, new: Part, words: Words) -> Said:
    """What stands at the old place of something that moved."""
    there = _place(diff, diff.new, (old, new), words)
    if there:
        return Said("left", words.moved_to.format(there))
    before = _before(diff.new, new, words)
    return Said("left", words.now_behind.format(before) if before else words.now_first)


def _origin(diff: Diff, old: Part, new: Part, words: Words) -> Said:
    """Where something that moved was: another place, or behind another one of its list."""
    there = _place(diff, diff.old, (old, new), words)
    if there:
        return Said("moved", words.moved_from.format(there))
    before = _before(diff.old, old, words)
    return Said("moved", words.was_behind.format(before) if before else words.was_first)


def _before(version: Version, part: Part, words: Words) -> str:
    """What stands before a part in its list, in quotes; empty for the first one."""
    home = (part.kind, part.owner, part.lane, part.slot, part.place - 1)
    before = [
        each.name for each in version.parts
        if (each.kind, each.owner, each.lane, each.slot, each.place) == home
    ]  # fmt: skip
    return quoted(words, shortened(before[0])) if before else ""


def _carried(diff: Diff, changes: list[Change], words: Words) -> Iterator[Said]:
    """What happened to one thing that the card carries, as far as it can be said in one line."""
    part = changes[0].new or changes[0].old
    assert part is not None  # noqa: S101 - a change has at least one side
    named = _link(diff.new, part, words) if part.kind == "link" else _named(part, words)
    became: list[Said] = []
    for change in changes:
        if change.kind in {"added", "removed"}:
            yield Said(change.kind, named)
        elif change.kind == "moved" and change.old is not None:
            origin = words.moved_from.format(quoted(words, diff.old.owner(change.old).name))
            yield Said("moved", f"{named}{words.comma}{origin}")
        else:
            became += _became(diff, change, words)
    if became:
        pieces = (each.text if each.state == "changed" else signed(each, words) for each in became)
        yield Said("changed", f"{named}{words.colon}{listed(words, pieces)}")


def _link(version: Version, part: Part, words: Words) -> str:
    """An arrow, by its kind and where it leads."""
    end = part.outside if part.end == NOWHERE else version.parts[part.end].name
    return f"{words.links[part.slot]}{_space(words)}{quoted(words, shortened(end))}"


def _named(part: Part, words: Words) -> str:
    """What is carried, with the word for its sort."""
    name = quoted(words, shortened(part.name))
    if part.kind == "policy":
        return words.policy.format(name)
    if part.kind == "persona":
        return words.persona.format(name)
    if part.kind == "enabler":
        return f"{words.enablers[part.slot.rpartition('.')[2]]}{words.colon}{name}"
    noun = words.marks.get(part.kind.replace("_", "-")) or words.keys[part.kind]
    return f"{noun}{_space(words)}{name}"


def _space(words: Words) -> str:
    """Between two words; languages that part no figure from its unit part no words either."""
    return " " if words.gap.isspace() else ""


def _became(diff: Diff, change: Change, words: Words) -> Iterator[Said]:
    """What became of one key."""
    assert change.old is not None and change.new is not None  # noqa: S101, PT018 - it has both sides
    key = change.new.record.keys.get(change.field)
    if key is None:
        yield Said("changed", change.field)
        return
    before, after = (getattr(part.record, key.name) for part in (change.old, change.new))
    if change.field in {"name", "blueprint"}:
        yield Said("changed", words.was.format(quoted(words, shortened(before or ""))))
    elif change.field in _NAMED_ONLY:
        yield Said("changed", words.keys[change.field])
    elif isinstance(before, bool) or isinstance(after, bool):
        yield Said("added" if after else "removed", words.marks[change.field.replace("_", "-")])
    elif isinstance(before, tuple) or isinstance(after, tuple):
        yield from _list(diff, change, key, (before, after), words)
    else:
        yield _value(change, (before, after), words)


def _value(change: Change, values: tuple[Any, Any], words: Words) -> Said:
    """What became of a key with one value: both where they are short, or what was."""
    word, ends = change.field, (change.old, change.new)
    before, after = (
        None if value is None else told(word, value, part, words)
        for value, part in zip(values, ends, strict=True)
    )
    form = form_of(word, words, text=isinstance(values[0] or values[1], str))
    if before is None or after is None:
        return Said("added" if before is None else "removed", form.format(before or after))
    short = not is_text(word, values[0], words) or len(before) + len(after) <= _SHORT
    arrow = f"\N{NO-BREAK SPACE}{sign('moved', words)} "
    return Said(
        "changed", form.format(f"{before}{arrow}{after}" if short else words.was.format(before))
    )


def _list(
    diff: Diff, change: Change, key: Key, values: tuple[Any, Any], words: Words
) -> Iterator[Said]:
    """What came to a list and what left it; or all of it, where only the order is another."""
    old, new = (
        [_item(version, key, each, words) for each in value or ()]
        for version, value in zip((diff.old, diff.new), values, strict=True)
    )
    form = form_of(change.field, words, text=True)
    states: tuple[tuple[State, list[str]], ...] = (
        ("removed", [each for each in old if each not in new]),
        ("added", [each for each in new if each not in old]),
    )
    if not any(found for _, found in states):
        yield Said("changed", form.format(listed(words, new)))
    for state, found in states:
        if found:
            yield Said(state, form.format(listed(words, found)))


def _item(version: Version, key: Key, value: Any, words: Words) -> str:  # noqa: ANN401 - any key's value
    """An item of a list; of a reference, the name of what it means."""
    kind = key.kind.of if isinstance(key.kind, Many) else key.kind
    if not isinstance(kind, Pointer):
        return quoted(words, shortened(str(value)))
    element = version.keys.meant.get((kind.to, value.text))
    return quoted(words, shortened(getattr(element, "name", "") or value.text))
