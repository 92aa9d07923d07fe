"""Which names in a report mean more than one element."""

from collections.abc import Iterable, Iterator

from blueprint_cli.analysis.places import Place
from blueprint_cli.report.content import Block, Facts, Phrase, Report, Table


def ambiguous_names(report: Report) -> frozenset[str]:
    """The names that more than one element of this report has and that need their keys."""
    meant: dict[str, set[tuple[str, str]]] = {}
    for place in _places(report):
        if place.key:
            meant.setdefault(place.name, set()).add((place.kind, place.key))
    return frozenset(name for name, elements in meant.items() if len(elements) > 1)


def _places(report: Report) -> Iterator[Place]:
    for section in report.sections:
        yield from _of_phrases(section.lead)
        for block in section.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Place]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                yield from _of_value(cell)
    elif isinstance(block, Facts):
        for fact in block.facts:
            yield from _of_value(fact.value)
            yield from fact.about
    else:
        for entry in block.entries:
            yield from _of_phrases(entry.phrases)


def _of_phrases(phrases: Iterable[Phrase]) -> Iterator[Place]:
    for phrase in phrases:
        yield from _of_value(phrase)


def _of_value(value: object) -> Iterator[Place]:
    """The places among the parts of a phrase or a cell."""
    if isinstance(value, tuple):
        yield from (part for part in value if isinstance(part, Place))
