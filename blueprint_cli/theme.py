"""The look of a picture: its colours and how they must stand out, one record a theme."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from blueprint_cli.drawing import Head, Stroke


class LaneLook(NamedTuple):
    """Colours of one role: the `band` of its lanes and the `edge` of its cards."""

    band: str
    edge: str


class LinkLook(NamedTuple):
    """How one kind of arrow differs from the others: by dash and heads, then by colour."""

    color: str
    width: float
    dash: Stroke
    head: Head
    tail: Head = "none"


class MarkLook(NamedTuple):
    """The colours of a mark: its `fill`, the `sign` in it, and the `ring` around it.

    The ring lets a dark mark stand out on a dark header; on a card it may be as the card is.
    """

    fill: str
    sign: str
    ring: str


class Least(NamedTuple):
    """The least contrasts that a theme keeps: of texts, and of lines, edges and marks."""

    text: float = 4.5
    shape: float = 3.0


class Theme(NamedTuple):
    """All colours of a picture; each stands out from what is behind it by `least` or more.

    `strip` is behind the rows that belong to no lane, `curve` the line of emotions, and the three
    bars are those of the row of times. `frame` is for thin lines that only guide the eye, and
    `outline` goes around bands, strips and headers; it is empty where their fill is enough.
    """

    name: str
    page: str
    text: str
    quiet: str
    card: str
    header: str
    header_text: str
    header_quiet: str
    phase: str
    frame: str
    divider: str
    lanes: Mapping[str, LaneLook]
    links: Mapping[str, LinkLook]
    marks: Mapping[str, MarkLook]
    strip: str
    curve: str
    curve_fill: str
    """Of the figures on the curve."""
    wait_bar: str
    in_sight_bar: str
    behind_bar: str
    outline: str = ""
    edge_width: float = 1.0
    """Points, of the edges of cards and of `outline`."""
    own_colors: bool = True
    """Whether a lane keeps the colour that its blueprint gives it."""
    tint: float = 0.1
    """How much of a lane's own colour its band has, from 0 to 1."""
    least: Least = Least()


def lane_look(theme: Theme, role: str, color: str | None) -> LaneLook:
    """The role's colours, or from a lane's own colour a quiet band and an edge that shows.

    The band is the page with a little of the colour, so it is light on a light page and dark on a
    dark one.
    """
    if color is None or not theme.own_colors:
        return theme.lanes[role]
    band = _band(theme, color)
    edge = clear(color, (theme.card, band), theme.least.shape)
    return LaneLook(band=band, edge=edge or theme.text)


def _band(theme: Theme, color: str) -> str:
    """As much of the colour as leaves texts and arrows readable."""
    band, share = mixed(theme.page, color, theme.tint), theme.tint
    while share > _TRACE and not _readable(theme, band):
        share /= 2
        band = mixed(theme.page, color, share)
    return band if share > _TRACE else theme.page


_TRACE = 0.01


def _readable(theme: Theme, band: str) -> bool:
    lines = (theme.divider, *(link.color for link in theme.links.values()))
    return all(contrast(each, band) >= theme.least.text for each in (theme.text, theme.quiet)) and (
        all(contrast(each, band) >= theme.least.shape for each in lines)
    )


def clear(color: str, grounds: tuple[str, ...], least: float) -> str | None:
    """The nearest lighter or darker colour that stands out from all grounds; None if none does."""
    for percent in range(101):
        for end in ("#000000", "#ffffff"):
            nearest = mixed(color, end, percent / 100)
            if all(contrast(nearest, ground) >= least for ground in grounds):
                return nearest
    return None


def contrast(one: str, two: str) -> float:
    """From 1 to 21. Source: Web Content Accessibility Guidelines 2.2, "contrast ratio"."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


_NEARLY_BLACK = 0.04045


@lru_cache(maxsize=1024)
def _luminance(color: str) -> float:
    """Source: Web Content Accessibility Guidelines 2.2, "relative luminance"."""
    red, green, blue = (
        part / 12.92 if part <= _NEARLY_BLACK else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(color))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(color: str) -> tuple[int, ...]:
    return tuple(int(color[start : start + 2], 16) for start in (1, 3, 5))


def mixed(color: str, other: str, share: float) -> str:
    """The first colour with so much of the other in it, from 0 to 1."""
    pairs = zip(_channels(color), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
