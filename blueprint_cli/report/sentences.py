"""Parts of sentences: so many of something, and elements one after the other."""

from collections.abc import Sequence

from blueprint_cli.analysis.places import Place
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.phrases import number
from blueprint_cli.report.content import Phrase

MOST = 3
"""So many elements are named in a sentence, and then how many more there are."""


def counted(count: int, one: str, several: str = "") -> str:
    """`1 pain point`, `3 pain points`; `several` where it is not `one` with an s behind it."""
    return f"{number(ENGLISH, count)} {one if count == 1 else several or one + 's'}"


def enumerated(places: Sequence[Place]) -> Phrase:
    """The first elements, the last one behind an "and", which may be how many more there are."""
    most = MOST if len(places) > MOST + 1 else len(places)
    named: list[str | Place] = [*places[:most]]
    if len(places) > most:
        named.append(f"{len(places) - most} more")
    parts: list[str | Place] = []
    for place, each in enumerate(named):
        parts += [" and " if place == len(named) - 1 else ", "] if place else []
        parts.append(each)
    return tuple(parts)
