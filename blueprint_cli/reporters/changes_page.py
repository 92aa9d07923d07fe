"""Changes as one HTML file: the marked picture, the list beside it, both versions to slide over.

It is the page of a report about changes: what the list names leads into the picture, and a card in
the picture leads to what the list says of it.
"""

from base64 import b64encode
from typing import NamedTuple

from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.versions import Version
from blueprint_cli.exporters import Made
from blueprint_cli.exporters.viewer import templates
from blueprint_cli.layout import lay_out
from blueprint_cli.look import Look
from blueprint_cli.marking import Marked, marked
from blueprint_cli.model import Blueprint
from blueprint_cli.picture import draw
from blueprint_cli.report.changes import card_of, changes_report
from blueprint_cli.reporters.page import Extra, page


class _Frame(NamedTuple):
    """One version's picture, as `changes/slider.html` shows it; `leftward` where it is mirrored."""

    title: str
    width: int
    height: int
    svg: str
    leftward: bool


def changes_page(diff: Diff, versions: str, look: Look) -> bytes:
    """The page, in UTF-8; `versions` says which two they are."""
    both = marked(diff, look)
    addresses = _addresses(diff, both)
    report = changes_report(diff, versions, lambda change: addresses.get(_card(diff, change), ""))
    made = Made(both.blueprint, both.keys, look, both.drawing)
    return page(report, made, extra=_slider(diff, look))


def _addresses(diff: Diff, both: Marked) -> dict[int, str]:
    """The ids in the picture, by the `id()` of the part whose card it is."""
    versions = (diff.old, diff.new)
    return {id(versions[at.side].parts[at.number]): key for key, at in both.places.items()}


def _card(diff: Diff, change: Change) -> int:
    if change.new is not None:
        return id(card_of(diff.new.parts, change.new))
    return 0 if change.old is None else _card_before(diff, change)


def _card_before(diff: Diff, change: Change) -> int:
    """What is gone from a card that is still there is told on the card as it is now."""
    assert change.old is not None  # noqa: S101 - the caller has looked
    card = card_of(diff.old.parts, change.old)
    there = diff.matches.to_new.get(diff.old.parts.index(card))
    return id(card if there is None else diff.new.parts[there])


def _slider(diff: Diff, look: Look) -> Extra:
    frames = {"old": _frame(diff.old, look), "new": _frame(diff.new, look)}
    markup = templates().get_template("changes/slider.html").render(**frames)
    style = templates().get_template("changes/slider.css").render()
    return Extra(markup, style, ("changes/changes",))


def _frame(version: Version, look: Look) -> _Frame:
    blueprint = version.parts[0].record
    assert isinstance(blueprint, Blueprint)  # noqa: S101 - the first part is the whole
    drawing = lay_out(blueprint, version.keys, look)
    svg = b64encode(draw(drawing, "svg")).decode()
    return _Frame(drawing.title, drawing.width, drawing.height, svg, drawing.rtl)
