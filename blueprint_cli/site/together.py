"""The pages about all blueprints together: the index, pain, resources, people, the map."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from blueprint_cli.console import visible
from blueprint_cli.exporters.viewer import templates
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.problems import Problem
from blueprint_cli.report.content import (
    Cell,
    Column,
    Entry,
    Fact,
    Facts,
    Listing,
    Report,
    Section,
    Table,
)
from blueprint_cli.reporters.page import NO_EXTRA, Extra, Way, page
from blueprint_cli.site import blueprint_map, concerns, people, resources, search
from blueprint_cli.site.addresses import ABOUT_ALL, INDEX, MAP, PAIN, PEOPLE, RESOURCES, ways
from blueprint_cli.site.web import Known, Web


class Failed(NamedTuple):
    """A blueprint that has errors and so no page; `path` is its own below the folder."""

    path: str
    errors: tuple[Problem, ...]


def together(blueprints: Sequence[Known], failed: Sequence[Failed]) -> Mapping[str, bytes]:
    """The pages by their names."""
    web = Web(blueprints)
    find = templates().get_template("site/search.html").render(index=search.index(blueprints))
    drawn = templates().get_template("site/map.html").render(svg=blueprint_map.drawn(web))
    return {
        INDEX: _page(INDEX, _index(blueprints, failed), _extra("search", find)),
        PAIN: _page(
            PAIN,
            (concerns.pain_section(blueprints), concerns.opportunities_section(blueprints)),
        ),
        RESOURCES: _page(RESOURCES, (resources.section(web),)),
        PEOPLE: _page(
            PEOPLE,
            (people.lanes_section(blueprints), people.owners_section(blueprints)),
        ),
        MAP: _page(MAP, (blueprint_map.section(web),), _extra("map", drawn)),
    }


def _page(name: str, sections: Iterable[Section], extra: Extra = NO_EXTRA) -> bytes:
    report = Report(ABOUT_ALL[name], "", ENGLISH.code, "", tuple(sections))
    links = [Way(words, to) for to, words in ways(name).items()]
    return page(report, None, links, extra)


def _extra(name: str, markup: str) -> Extra:
    """Markup of our own with the style and the script that go with it."""
    style = templates().get_template(f"site/{name}.css").render()
    return Extra(markup, style, ("site/search",) if name == "search" else ())


def _index(blueprints: Sequence[Known], failed: Sequence[Failed]) -> Iterator[Section]:
    if failed:
        yield _failed(failed)
    figures = Facts(tuple(_figures(blueprints)))
    table = Table("blueprints", "Every blueprint", _COLUMNS, tuple(map(_row, blueprints)))
    yield Section("blueprints", "Blueprints", (), (figures, table))


def _failed(failed: Sequence[Failed]) -> Section:
    """Every blueprint with errors, and what they are."""
    count = len(failed)
    lead = f"{count} blueprint has errors" if count == 1 else f"{count} blueprints have errors"
    entries = [
        Entry(visible(each.path), tuple((_told(error),) for error in each.errors))
        for each in failed
    ]
    lead += " and so no page. `bp lint` tells more."
    return Section("errors", "With errors", ((lead,),), (Listing("", tuple(entries)),))


def _told(error: Problem) -> str:
    place = ""
    if error.span is not None:
        line, column = error.source.position(error.span.start)
        place = f"{line}:{column}: "
    return visible(f"{place}{error.message} ({error.code})")


def _figures(blueprints: Sequence[Known]) -> Iterator[Fact]:
    counts = {
        "Blueprints": len(blueprints),
        "Actions": sum(len(each.facts.actions) for each in blueprints),
        "Open pain points": sum(len(each.facts.pain_points) for each in blueprints),
        "Opportunities": sum(len(each.facts.opportunities) for each in blueprints),
    }
    for title, count in counts.items():
        yield Fact(title.lower().replace(" ", "_"), title, "count", count)


_COLUMNS = (
    Column("blueprint", "Blueprint", "places"),
    Column("file", "File", "text"),
    Column("state", "State", "text"),
    Column("owner", "Owner", "text"),
    Column("steps", "Steps", "count"),
    Column("actions", "Actions", "count"),
    Column("pain_points", "Pain points", "count"),
    Column("severity", "Severity in sum", "count", "pain_severity"),
    Column("opportunities", "Opportunities", "count"),
    Column("reviewed", "Reviewed", "date"),
)


def _row(known: Known) -> tuple[Cell, ...]:
    facts = known.facts
    return (
        (known.place,),
        visible(known.file),
        facts.state,
        facts.owner or None,
        len(facts.steps),
        len(facts.actions),
        len(facts.pain_points),
        sum(each.severity for each in facts.pain_points),
        len(facts.opportunities),
        date.fromisoformat(facts.reviewed) if facts.reviewed else None,
    )
