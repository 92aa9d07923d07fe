"""Parts of sentences: so many of something, names, and one thing after the other."""

from collections.abc import Iterable, Sequence

from blueprint_cli.analysis.places import Place
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.phrases import number
from blueprint_cli.report.content import Phrase
from blueprint_cli.report.telling import rounded

MOST = 3
"""So many elements are named in a sentence, and then how many more there are."""


def counted(count: int, one: str, several: str = "") -> str:
    """`1 pain point`, `3 pain points`; `several` where it is not `one` with an s behind it."""
    return f"{number(ENGLISH, count)} {one if count == 1 else several or one + 's'}"


_PERIODS = (("hour", 1), ("day", 24), ("week", 168), ("year", 8766))
"""In hours; a year has 365 and a quarter days."""


def paced(per_hour: float) -> str:
    """`6 customers an hour`, `4 customers a day`: in the shortest period in which one comes."""
    period, hours = next((each for each in _PERIODS if per_hour * each[1] >= 1), _PERIODS[-1])
    count = rounded(per_hour * hours)
    word = "customer" if count == 1 else "customers"
    return f"{number(ENGLISH, count)} {word} {'an' if period == 'hour' else 'a'} {period}"


def quoted(text: str | Place) -> Phrase:
    """A name between quotes."""
    opening, closing = ENGLISH.quotes
    return (opening, text, closing)


def listed(parts: Iterable[Phrase], last: str = " and ") -> Phrase:
    """Parts of a sentence one after the other, with a word before the last."""
    found = list(parts)
    said: Phrase = ()
    for place, part in enumerate(found):
        between = "" if not place else last if place == len(found) - 1 else ENGLISH.comma
        said = (*said, *((between,) if between else ()), *part)
    return said


def together(phrases: Iterable[Phrase]) -> Phrase:
    """Several sentences as one."""
    return tuple(part for phrase in phrases for part in (" ", *phrase))[1:]


def enumerated(places: Sequence[Place]) -> Phrase:
    """The first elements between quotes, and how many more there are."""
    most = MOST if len(places) > MOST + 1 else len(places)
    named = [quoted(place) for place in places[:most]]
    more: list[Phrase] = [(f"{len(places) - most} more",)] if len(places) > most else []
    return listed([*named, *more])


def answering(owner: str) -> Phrase:
    """Who answers for what was named: the end of a sentence."""
    return (f", for which {owner} answers" if owner else ", for which nobody is named",)
