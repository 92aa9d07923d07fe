"""The look of a picture: its colours and the sizes of its texts, one record a theme."""

from collections.abc import Mapping
from types import MappingProxyType
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
    """The colours of a mark: its `fill`, and the `sign` in it."""

    fill: str
    sign: str


class Theme(NamedTuple):
    """All colours of a picture; every text has a contrast of 4.5:1 or more to what is behind it.

    `strip` is behind the rows that belong to no lane, `curve` the line of emotions, and the three
    bars are those of the row of times.
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
    wait_bar: str
    in_sight_bar: str
    behind_bar: str


def lane_look(theme: Theme, role: str, color: str | None) -> LaneLook:
    """The role's colours, or from a lane's own colour a light band and an edge that shows."""
    if color is None:
        return theme.lanes[role]
    edge = color
    while contrast(edge, theme.card) < _LEAST_EDGE:
        edge = mixed(edge, "#000000", 0.1)
    return LaneLook(band=mixed(theme.card, color, 0.1), edge=edge)


_LEAST_EDGE = 1.8
_NEARLY_BLACK = 0.04045


def contrast(one: str, two: str) -> float:
    """From 1 to 21. Source: Web Content Accessibility Guidelines 2.2, "contrast ratio"."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


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
    """So much of the other colour in the first: none at 0, nothing else at 1."""
    pairs = zip(_channels(color), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


LIGHT = Theme(
    name="light",
    page="#ffffff",
    text="#1b2733",
    quiet="#4a5866",
    card="#ffffff",
    header="#243b53",
    header_text="#ffffff",
    header_quiet="#d5e0ea",
    phase="#e4e9ee",
    frame="#c3ccd5",
    divider="#243b53",
    lanes=MappingProxyType(
        {
            "evidence": LaneLook(band="#f8f6f1", edge="#b5a988"),
            "customer": LaneLook(band="#f0f6fc", edge="#7fb0de"),
            "frontstage": LaneLook(band="#eef8f4", edge="#6fb99b"),
            "backstage": LaneLook(band="#fdf7ec", edge="#d3a550"),
            "support": LaneLook(band="#f5f2fa", edge="#a592cc"),
        }
    ),
    links=MappingProxyType(
        {
            "triggers": LinkLook("#1b2733", 1.3, "solid", "filled"),
            "needs": LinkLook("#8a3b12", 1.3, "dashed", "open"),
            "agrees_with": LinkLook("#1f5a8a", 1.3, "solid", "filled", "filled"),
            "implied": LinkLook("#62707d", 0.8, "solid", "open"),
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": MarkLook("#b3261e", "#ffffff"),
            "opportunity": MarkLook("#1b7340", "#ffffff"),
            "fail-point": MarkLook("#5b2a86", "#ffffff"),
            "wait": MarkLook("#8a5a00", "#ffffff"),
            "moment-of-truth": MarkLook("#0b5cad", "#ffffff"),
            "question": MarkLook("#4a5866", "#ffffff"),
        }
    ),
    strip="#f6f8fa",
    curve="#0b5cad",
    curve_fill="#ffffff",
    wait_bar="#c98a12",
    in_sight_bar="#3f8f6f",
    behind_bar="#7d8b99",
)
