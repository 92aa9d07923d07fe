"""What settings and command line may say about the look of a picture, read and checked."""

from collections.abc import Callable, Iterable
from typing import TypeVar, get_args

from blueprint_cli.forms import Part
from blueprint_cli.lint.rule import as_toml
from blueprint_cli.nearest import nearest
from blueprint_cli.papers import PAPERS
from blueprint_cli.problems import Trouble

Given = TypeVar("Given")
Read = TypeVar("Read")

IN_ORDER: tuple[Part, ...] = get_args(Part)
"""In the order in which they are told."""


def parts(texts: Iterable[str]) -> frozenset[Part]:
    """The parts that are named in these texts, with commas between or one by one."""
    words = [word.strip() for text in texts for word in text.split(",")]
    return frozenset(_part(word) for word in words if word)


def _part(word: str) -> Part:
    known = {str(part): part for part in IN_ORDER}
    if word not in known:
        listed = f"known are {', '.join(f'`{part}`' for part in IN_ORDER)}"
        raise Trouble(f"unknown part '{word}'", nearest(word, known) or listed)
    return known[word]


def paper(text: str) -> str:
    """The name of a paper, which people also write with a capital letter."""
    if text.lower() in PAPERS:
        return text.lower()
    listed = f"known are {', '.join(f'`{name}`' for name in PAPERS)}"
    raise Trouble(f"unknown page size '{text}'", nearest(text, PAPERS) or listed)


def _set_parts(value: object, where: str) -> frozenset[Part]:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise Trouble(f"{where} is no list of parts", 'write `["marks", "time"]`')
    return read_at(where, parts, texts)


def _set_paper(value: object, where: str) -> str:
    return read_at(where, paper, _text(value, where))


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Trouble(f"{where} cannot be {as_toml(value)}", "it is a text in quotes")
    return value


def read_at(where: str, read: Callable[[Given], Read], value: Given) -> Read:
    """What `read` gives; its `Trouble` begins with where the value stands."""
    try:
        return read(value)
    except Trouble as trouble:
        raise Trouble(f"{where}: {trouble.message}", trouble.hint) from None


READERS: dict[str, Callable[[object, str], object]] = {
    "theme": _text,
    "language": _text,
    "parts": _set_parts,
    "paper": _set_paper,
}
