"""Whether a theme can be read: whatever it draws stands out, and by more than its colour."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from blueprint_cli.theme import Theme, clear, contrast


class Faint(NamedTuple):
    """A colour that stands out too little from what is behind it.

    `key` and `behind` are keys of a theme's file, such as `links.needs.color`. `instead` is the
    nearest colour that would do everywhere, None if there is none.
    """

    key: str
    color: str
    behind: str
    ground: str
    found: float
    needed: float
    instead: str | None


Grounds = dict[str, str]
"""Colours that something stands on, by their keys."""


class _Use(NamedTuple):
    """A colour and all that it stands on."""

    key: str
    color: str
    grounds: Grounds
    needed: float


def unclear(theme: Theme) -> list[Faint]:
    """The colours of a theme that stand out less than its `least` asks."""
    found = [faint for use in _uses(theme) for faint in _faint(use)]
    return found + list(_faint_marks(theme))


def _faint(use: _Use) -> Iterator[Faint]:
    for behind, ground in use.grounds.items():
        ratio = contrast(use.color, ground)
        if ratio < use.needed:
            instead = clear(use.color, tuple(use.grounds.values()), use.needed)
            yield Faint(use.key, use.color, behind, ground, ratio, use.needed, instead)


def _uses(theme: Theme) -> Iterator[_Use]:
    text, shape = theme.least
    open_ground = _open_ground(theme)
    written = {**open_ground, "colors.card": theme.card, "colors.phase": theme.phase}
    yield _Use("colors.text", theme.text, written, text)
    yield _Use("colors.quiet", theme.quiet, written, text)
    header = {"colors.header": theme.header}
    yield _Use("colors.header-text", theme.header_text, header, text)
    yield _Use("colors.header-quiet", theme.header_quiet, header, text)
    yield _Use("colors.curve-fill", theme.curve_fill, {"colors.curve": theme.curve}, text)
    yield _Use("colors.divider", theme.divider, open_ground, shape)
    strip = {"colors.strip": theme.strip}
    yield _Use("colors.curve", theme.curve, strip, shape)
    yield _Use("colors.wait-bar", theme.wait_bar, strip, shape)
    yield _Use("colors.in-sight-bar", theme.in_sight_bar, strip, shape)
    yield _Use("colors.behind-bar", theme.behind_bar, strip, shape)
    for role, lane in theme.lanes.items():
        around = {f"lanes.{role}.band": lane.band, "colors.card": theme.card}
        yield _Use(f"lanes.{role}.edge", lane.edge, around, shape)
    for kind, link in theme.links.items():
        key = f"links.{kind.replace('_', '-')}.color"
        yield _Use(key, link.color, {**open_ground, "colors.card": theme.card}, shape)
    for kind, mark in theme.marks.items():
        yield _Use(f"marks.{kind}.sign", mark.sign, {f"marks.{kind}.fill": mark.fill}, text)


def _open_ground(theme: Theme) -> Grounds:
    """What arrows cross: the page, the strips and the bands of all lanes."""
    bands = {f"lanes.{role}.band": lane.band for role, lane in theme.lanes.items()}
    return {"colors.page": theme.page, "colors.strip": theme.strip, **bands}


def _faint_marks(theme: Theme) -> Iterator[Faint]:
    """Marks of which neither the fill nor the ring stands out from what they stand on."""
    needed = theme.least.shape
    grounds = {**_open_ground(theme), "colors.card": theme.card, "colors.header": theme.header}
    for kind, mark in theme.marks.items():
        hard = {
            key: ground for key, ground in grounds.items() if contrast(mark.fill, ground) < needed
        }
        yield from _faint(_Use(f"marks.{kind}.ring", mark.ring, hard, needed))


def alike(theme: Theme) -> list[tuple[str, str]]:
    """Two kinds of links each that differ in nothing but colour and width."""
    forms = {kind: (link.dash, link.head, link.tail) for kind, link in theme.links.items()}
    return [(one, two) for one, two in combinations(forms, 2) if forms[one] == forms[two]]
