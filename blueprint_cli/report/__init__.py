"""What is to be told of a blueprint, section by section, for whom."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from blueprint_cli.analysis import Analysis
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.model import Blueprint
from blueprint_cli.nearest import nearest
from blueprint_cli.problems import Trouble
from blueprint_cli.report.content import Report, Section
from blueprint_cli.report.sections import (
    capacity,
    causes,
    dependencies,
    gaps,
    pain,
    people,
    priorities,
    summary,
    time,
    trust,
    what_if,
)

Audience = Literal["designer", "operations", "executive"]


class Chapter(NamedTuple):
    """A section by its key, what makes it, and who wants to read it."""

    key: str
    title: str
    make: Callable[[Analysis], Section]
    audiences: frozenset[Audience]


CHAPTERS: tuple[Chapter, ...] = (
    Chapter(
        "summary",
        summary.TITLE,
        summary.section,
        frozenset({"designer", "operations", "executive"}),
    ),
    Chapter("pain", pain.TITLE, pain.section, frozenset({"designer", "operations", "executive"})),
    Chapter("causes", causes.TITLE, causes.section, frozenset({"designer", "operations"})),
    Chapter(
        "dependencies",
        "What hangs on what",
        dependencies.section,
        frozenset({"designer", "operations"}),
    ),
    Chapter(
        "what-if",
        "What breaks when something is down",
        what_if.section,
        frozenset({"designer", "operations", "executive"}),
    ),
    Chapter("time", time.TITLE, time.section, frozenset({"designer", "operations", "executive"})),
    Chapter("capacity", capacity.TITLE, capacity.section, frozenset({"operations", "executive"})),
    Chapter(
        "priorities",
        priorities.TITLE,
        priorities.section,
        frozenset({"designer", "operations", "executive"}),
    ),
    Chapter(
        "people", "The people who do it", people.section, frozenset({"designer", "operations"})
    ),
    Chapter("trust", "How far to trust it", trust.section, frozenset({"designer", "executive"})),
    Chapter("gaps", "Gaps and redundancies", gaps.section, frozenset({"designer"})),
)
"""All sections, in the order in which they are read."""


def chosen(sections: Sequence[str] | None, audience: Audience | None) -> tuple[Chapter, ...]:
    """The chapters by these keys, or those for an audience, in the order of reading.

    None leaves the choice open; `Trouble` for a key that no section has.
    """
    if sections is None:
        return tuple(each for each in CHAPTERS if audience is None or audience in each.audiences)
    known = [each.key for each in CHAPTERS]
    for key in sections:
        if key not in known:
            listed = f"known are {', '.join(f'`{each}`' for each in known)}"
            raise Trouble(f"unknown section '{key}'", nearest(key, known) or listed)
    return tuple(each for each in CHAPTERS if each.key in sections)


def report_of(analysis: Analysis, chapters: Sequence[Chapter]) -> Report:
    """The report of these chapters."""
    blueprint = analysis.service.blueprint
    return Report(
        title=blueprint.name,
        subtitle=" · ".join(_subtitle(blueprint)),
        language=ENGLISH.code,
        currency=blueprint.currency or "",
        sections=tuple(each.make(analysis) for each in chapters),
    )


def _subtitle(blueprint: Blueprint) -> Iterator[str]:
    """What kind of blueprint it is, whose it is, and how fresh."""
    yield ENGLISH.states[blueprint.state]
    if blueprint.owner:
        yield ENGLISH.owner.format(blueprint.owner)
    if blueprint.reviewed:
        yield ENGLISH.reviewed.format(blueprint.reviewed.isoformat())
