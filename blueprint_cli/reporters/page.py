"""A report as one HTML file: sentences, figures, plots, tables to sort, and the picture to move in.

The page asks for nothing from outside and runs nothing but its own script. Without script all of it
is there to be read. Whether a date is over is judged when the page is read.
"""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from blueprint_cli.analysis.places import Place
from blueprint_cli.exporters import Made
from blueprint_cli.exporters.viewer import (
    Viewer,
    script_of,
    sealed,
    templates,
    viewer_of,
    viewer_scripts,
    viewer_style,
)
from blueprint_cli.picture import draw
from blueprint_cli.report.content import Block, Facts, Listing, Report, Section, Table
from blueprint_cli.report.naming import ambiguous_names
from blueprint_cli.reporters.grids import Grid, grid_of
from blueprint_cli.reporters.marked import LIMITS, Ties, clean, coded, named, sentence, value


class Way(NamedTuple):
    """A link in the page's navigation: its words, and an address that is ours and not a file's."""

    words: str
    address: str


class Extra(NamedTuple):
    """What stands below the picture, or above all where there is none.

    It is markup of ours, its style, and the names of its scripts.
    """

    markup: str
    style: str
    scripts: tuple[str, ...] = ()


NO_EXTRA = Extra("", "")


class _Figure(NamedTuple):
    title: str
    said: Markup
    about: Markup


class _Figures(NamedTuple):
    figures: tuple[_Figure, ...]
    kind: str = "figures"


class _Entry(NamedTuple):
    term: str
    sentences: tuple[Markup, ...]


class _Entries(NamedTuple):
    title: Markup
    about: Markup
    entries: tuple[_Entry, ...]
    kind: str = "entries"


class _Chapter(NamedTuple):
    key: str
    title: str
    lead: tuple[Markup, ...]
    blocks: tuple["_Figures | _Entries | Grid", ...]
    missing: tuple[tuple[Markup, Markup], ...]


def page(
    report: Report,
    made: Made | None = None,
    ways: Sequence[Way] = (),
    extra: Extra = NO_EXTRA,
) -> bytes:
    """The page, in UTF-8, with the picture behind the summary, or else behind all sections.

    Without a picture the places of elements are addresses below the page's own folder. `ways` stand
    in a bar above all.
    """
    viewer = None if made is None else _viewer(made)
    ties = Ties(report.currency, ambiguous_names(report), viewer and _shown(viewer.svg))
    template = templates().get_template("report/report.html")
    text = template.render(
        title=clean(report.title),
        subtitle=clean(report.subtitle),
        language=report.language,
        ways=ways,
        chapters=tuple(_chapter(section, ties) for section in report.sections),
        viewer=viewer,
        extra=Markup(extra.markup),  # noqa: S704 - from a template of ours
        **sealed(f"{_style(viewer)}\n{extra.style}", _script(viewer, extra.scripts)),
    )
    return text.encode()


def _viewer(made: Made) -> Viewer:
    return viewer_of(made.drawing, draw(made.drawing, "svg").decode(), made.look.words)


def _shown(svg: str) -> frozenset[str]:
    """The ids of all that can be looked at in a picture; no text of it holds a `<`."""
    import re
    from html import unescape

    return frozenset(map(unescape, re.findall('<g id="([^"]+)"', svg)))


def _style(viewer: Viewer | None) -> str:
    wide = viewer is None or viewer.drawing.width > viewer.drawing.height
    style = templates().get_template("report/report.css").render(wide=wide)
    return style if viewer is None else f"{style}\n{viewer_style(viewer.drawing)}"


def _script(viewer: Viewer | None, more: Sequence[str]) -> str:
    own = ("report/tables", "report/reading", "report/report")
    return script_of(*(("plain",) if viewer is None else viewer_scripts()), *own, *more)


def _chapter(section: Section, ties: Ties) -> _Chapter:
    return _Chapter(
        section.key,
        section.title,
        tuple(sentence(phrase, ties) for phrase in section.lead),
        tuple(_block(block, section.title, ties) for block in section.blocks),
        tuple((coded(_capital(each.figure)), coded(each.needs)) for each in section.missing),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _block(block: Block, above: str, ties: Ties) -> _Figures | _Entries | Grid:
    if isinstance(block, Table):
        return grid_of(block, ties)
    return _figures(block, ties) if isinstance(block, Facts) else _entries(block, above, ties)


def _figures(facts: Facts, ties: Ties) -> _Figures:
    return _Figures(
        tuple(
            _Figure(
                clean(each.title),
                value(each.sort, each.value, ties, limit=each.key in LIMITS),
                value("places", each.about, ties),
            )
            for each in facts.facts
        )
    )


def _entries(listing: Listing, above: str, ties: Ties) -> _Entries:
    entries = (
        _Entry(clean(each.term), tuple(sentence(phrase, ties) for phrase in each.phrases))
        for each in listing.entries
    )
    about = tuple(each for each in listing.about if each.name not in above)
    title, others = _linked(listing.title, about, ties)
    return _Entries(title, value("places", others, ties), tuple(entries))


def _linked(title: str, about: tuple[Place, ...], ties: Ties) -> tuple[Markup, tuple[Place, ...]]:
    """The title with the name in it that it is about as a link, and what else it is about."""
    inside = next((each for each in about if each.name in title), None)
    if inside is None:
        return escape(clean(title)), about
    before, _, after = clean(title).partition(clean(inside.name))
    linked = Markup("{}{}{}").format(before, named(inside, ties), after)
    return linked, tuple(each for each in about if each != inside)
