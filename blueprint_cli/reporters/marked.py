"""Values and sentences of a report as HTML; every name leads to its place in the picture."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from blueprint_cli.analysis.places import Place
from blueprint_cli.dot import writable
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Cell, Edited, Phrase, Sort
from blueprint_cli.report.telling import ARROW, told

FIGURES = frozenset({"count", "number", "share", "shares", "duration", "money", "rate", "scale"})
"""Values that are compared down a column, and stand at its right edge."""


LIMITS = frozenset({"due", "fresh_until"})
"""Keys of days by which something is to be done."""


class Ties(NamedTuple):
    """What values need from around them: the currency, and names that two elements share.

    `shown` are the ids in the picture, to which alone links lead; where it is None there is no
    picture, and the places of elements are addresses below the page's own folder.
    """

    currency: str
    ambiguous: frozenset[str]
    shown: frozenset[str] | None


def named(place: Place, ties: Ties) -> Markup:
    """The name of an element, linked where that leads somewhere; its key too where two share it."""
    at = place.at if ties.shown is None or place.at in ties.shown else ""
    key = place.key if place.name in ties.ambiguous else ""
    return _named(place.name, key, at, elsewhere=ties.shown is None)


@lru_cache(maxsize=10_000)
def _named(name: str, key: str, at: str, *, elsewhere: bool) -> Markup:
    """Kept, for reports name one element again and again; no address has a scheme."""
    said = f"<bdi>{escape(clean(name))}</bdi>"
    if at:
        address = f"./{at}" if elsewhere else f"#{quote(at, safe=':')}"
        said = f'<a href="{escape(address)}">{said}</a>'
    if key:
        said += f" <small>{escape(clean(key))}</small>"
    return Markup(said)  # noqa: S704 - whatever comes from a file is escaped


def sentence(phrase: Phrase, ties: Ties) -> Markup:
    """A sentence with its names linked."""
    return _joined("", (_part(each, ties) for each in phrase))


def _part(part: str | Place | Edited, ties: Ties) -> Markup:
    if isinstance(part, str):
        return coded(part)
    if isinstance(part, Place):
        return named(part, ties)
    tag = "del" if part.kind == "gone" else "ins"
    return Markup(f"<{tag}>{escape(clean(part.text))}</{tag}>")  # noqa: S704 - it is escaped


def coded(text: str) -> Markup:
    """A text of ours, in which words of the format stand in back quotes."""
    return escape(clean(text)) if "`" not in text else _joined("", _coded(clean(text)))


def value(sort: Sort, cell: Cell, ties: Ties, *, limit: bool = False) -> Markup:
    """A value as a reader sees it; empty where it is not known.

    A day that is a `limit` is marked as overdue where the page is read after it.
    """
    if isinstance(cell, tuple) and not isinstance(cell, Range):
        sign = ARROW if sort == "path" else ENGLISH.comma
        return _joined(sign, (named(each, ties) for each in cell))
    if isinstance(cell, date):
        due = Markup(" data-due") if limit else ""
        return Markup('<time datetime="{0}"{1}>{0}</time>').format(cell.isoformat(), due)
    said = clean(told(sort, cell, ties.currency))
    return escape(_breakable(said) if isinstance(cell, Range) else said)


def _breakable(said: str) -> str:
    """A long range may go on in another line behind its dash."""
    dash = f"{ENGLISH.gap}{ENGLISH.dash}"
    return said.replace(f"{dash}{ENGLISH.gap}", f"{dash} ")


def _joined(sign: str, parts: Iterable[Markup]) -> Markup:
    """As `Markup.join` does, without escaping what is escaped."""
    return Markup(str(escape(sign)).join(parts))  # noqa: S704 - parts and sign are escaped


def weight(cell: Cell) -> float | None:
    """A value as a number to compare: the middle of a range; None for words and the unknown."""
    if isinstance(cell, Range):
        return cell.likely
    if isinstance(cell, date):
        return float(cell.toordinal())
    return float(cell) if isinstance(cell, int | float) else None


def clean(text: str) -> str:
    """The text without the characters that no page may hold."""
    return writable(text)


def _coded(text: str) -> Iterator[Markup]:
    parts = text.split("`")
    if len(parts) % 2 == 0:
        yield escape(text)
        return
    for at, part in enumerate(parts):
        yield Markup("<code>{}</code>").format(part) if at % 2 else escape(part)
