"""Which lanes, steps and tags a user's words mean, by id, by name, by role, by number, by range."""

from collections.abc import Collection, Iterator, Sequence

from blueprint_cli.kinds import same
from blueprint_cli.model import ROLES, Blueprint, Element
from blueprint_cli.nearest import nearest
from blueprint_cli.problems import Trouble
from blueprint_cli.reading.mistakes import shown
from blueprint_cli.reading.references import Index

_MOST_LISTED = 12
_RANGE = ".."
_DIGITS = 9
"""More digits than these count no steps."""


def wanted_lanes(blueprint: Blueprint, index: Index, texts: Sequence[str]) -> list[int]:
    """The places of the lanes that are meant by id, name or role, from top to bottom."""
    if not texts:
        return list(range(len(blueprint.lanes)))
    roles = [lane.role for lane in blueprint.lanes]
    found: set[int] = set()
    for word in _words(texts, (*index.lane_keys, *_names(blueprint.lanes)), "lane"):
        if word in ROLES and word not in {*index.lane_keys, *_names(blueprint.lanes)}:
            if word not in roles:
                raise Trouble(f"no lane has the role '{word}'", _listed(index.lane_keys))
            found |= {place for place, role in enumerate(roles) if role == word}
        else:
            found.add(place_of(word, index.lane_keys, blueprint.lanes, "lane", roles))
    return sorted(found)


def wanted_steps(blueprint: Blueprint, index: Index, texts: Sequence[str]) -> list[int]:
    """The places of the steps that are meant by id, name, number or range, in their order."""
    if not texts:
        return list(range(len(blueprint.steps)))
    known = (*index.step_keys, *_names(blueprint.steps))
    found: set[int] = set()
    for word in _words(texts, known, "step"):
        if _RANGE in word and word not in known:
            found |= set(_range(word, blueprint, index))
        else:
            found.add(_step(word, blueprint, index))
    return sorted(found)


def wanted_tags(blueprint: Blueprint, index: Index, texts: Sequence[str]) -> frozenset[str]:
    """The tags that are meant, all of which something bears."""
    if not texts:
        return frozenset()
    bearers = (*blueprint.lanes, *blueprint.steps, *(placed.action for placed in index.actions))
    known = dict.fromkeys(tag for bearer in bearers for tag in bearer.tags)
    words = list(_words(texts, known, "tag"))
    for word in words:
        if word not in known:
            near = nearest(word, known) or _listed(known) or "no action, step or lane has a tag"
            raise Trouble(f"unknown tag '{shown(word)}'", near)
    return frozenset(words)


def place_of(
    word: str,
    keys: Sequence[str],
    elements: Sequence[Element],
    what: str,
    others: Collection[str] = (),
) -> int:
    """The place of the element of that key, or else of that name; `Trouble` if there is not one.

    `others` are words that mean something else here and may be meant.
    """
    if same(word) in keys:
        return keys.index(same(word))
    named = [place for place, name in enumerate(_names(elements)) if name == same(word)]
    if len(named) == 1:
        return named[0]
    if named:
        hint = f"write an id: {', '.join(f'`{keys[place]}`' for place in named[:_MOST_LISTED])}"
        raise Trouble(f"'{word}' can mean {len(named)} {what}s", hint)
    near = nearest(word, [*keys, *_names(elements), *others])
    raise Trouble(
        f"unknown {what} '{shown(word)}'", near or _listed(keys) or f"the blueprint has no {what}s"
    )


def _words(texts: Sequence[str], known: Collection[str], what: str) -> Iterator[str]:
    """Every word of these texts: a whole text that is known, else what its commas part."""
    for text in texts:
        words = [text] if text in known else [part.strip() for part in text.split(",")]
        if not any(words):
            raise Trouble(f"no {what} is named", f"write one, or leave out `--{what}s`")
        yield from filter(None, words)


def _names(elements: Sequence[Element]) -> list[str]:
    return [same(element.name) for element in elements]


def _step(word: str, blueprint: Blueprint, index: Index) -> int:
    if not (word.isascii() and word.isdecimal()) or word in index.step_keys:
        return place_of(word, index.step_keys, blueprint.steps, "step")
    number = int(word[:_DIGITS])
    if 1 <= number <= len(blueprint.steps):
        return number - 1
    raise Trouble(f"there is no step {shown(word)}", f"the steps are 1 to {len(blueprint.steps)}")


def _range(word: str, blueprint: Blueprint, index: Index) -> range:
    """From the one to the other, both included; an end that is left out is the blueprint's own."""
    first, _, last = (part.strip() for part in word.partition(_RANGE))
    start = _step(first, blueprint, index) if first else 0
    end = _step(last, blueprint, index) if last else len(blueprint.steps) - 1
    if end < start:
        raise Trouble(f"the range '{shown(word)}' runs backwards", f"write `{last}..{first}`")
    return range(start, end + 1)


def _listed(words: Collection[str]) -> str | None:
    """A hint that names what there is."""
    if not words:
        return None
    more = ", …" if len(words) > _MOST_LISTED else ""
    return f"known here: {', '.join(f'`{word}`' for word in list(words)[:_MOST_LISTED])}{more}"
