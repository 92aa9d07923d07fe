"""One report from start to end: what is asked of it, what it says, and the files it becomes."""

import os
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from blueprint_cli.analysis import Analysis
from blueprint_cli.config import Held
from blueprint_cli.exporters import Made
from blueprint_cli.parse import Document
from blueprint_cli.rendering import made
from blueprint_cli.rendering.levels import as_address
from blueprint_cli.rendering.wish import Asked, wish_for
from blueprint_cli.report import Audience, chosen, report_of
from blueprint_cli.report.content import Report
from blueprint_cli.service import Service


class Choice(NamedTuple):
    """What of a blueprint is told: all sections, some, those for an audience, or a lane's guide.

    Dates are judged against `today`, and not at all without one.
    """

    sections: tuple[str, ...] | None = None
    audience: Audience | None = None
    lane: str | None = None
    history: bool = False
    today: date | None = None


def analysed(document: Document, today: date | None = None) -> Analysis:
    """What follows from a document without errors."""
    assert document.blueprint is not None  # noqa: S101 - a document without errors has both
    assert document.index is not None  # noqa: S101 - as above
    return Analysis(Service(document.source, document.blueprint, document.index, today))


def report_for(analysis: Analysis, choice: Choice) -> Report:
    """What is chosen of the blueprint; `Trouble` where it has no such section or lane."""
    if choice.lane is not None:
        from blueprint_cli.report.guide import guide

        return guide(analysis, choice.lane)
    report = report_of(analysis, chosen(choice.sections, choice.audience))
    if not choice.history:
        return report
    from blueprint_cli.history import history_of
    from blueprint_cli.report.sections.history import section

    versions = history_of(analysis.service.source.path)
    return report._replace(sections=(*report.sections, section(versions)))


def picture_for(analysis: Analysis, held: Held, addresses: Mapping[str, str] | None = None) -> Made:
    """The whole picture in the look that the settings ask for; `addresses` are those of `Look`."""
    service = analysis.service
    return made(service.blueprint, service.index, wish_for(Asked(), held), addresses or {})


_PICTURES = (".svg", ".png")
"""Endings of pictures that Markdown can show."""
_IN_ADDRESSES = ":/?#@!$&'*+,;=%~"
"""What stays as it is in a web address; all else is written so that it ends no link."""


def shown_picture(blueprint: str, report: str | None, wished: str | None) -> str:
    """The address at which Markdown finds a picture, from where it lies itself; empty for none.

    `wished` is a path or an address, None for the picture beside the blueprint, if there is one.
    Without a path of its own a report counts as lying in the current folder.
    """
    if wished is not None and wished.startswith(("https://", "http://")):
        return quote(wished, safe=_IN_ADDRESSES)
    stem = os.path.splitext(blueprint)[0]
    beside = (stem + ending for ending in _PICTURES)
    path = wished or next((each for each in beside if os.path.isfile(each)), None)
    folder = os.path.dirname(report or "") or "."
    return as_address(os.path.relpath(path, folder)) if path else ""
