"""The look of a picture: its colours and the sizes of its texts, one record a theme."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from blueprint_cli.drawing import Head, Stroke


@dataclass(frozen=True, slots=True)
class LaneLook:
    """Colours of one role: the `band` of its lanes and the `edge` of its cards."""

    band: str
    edge: str


@dataclass(frozen=True, slots=True)
class LinkLook:
    """How one kind of arrow differs from the others: by dash and heads, then by colour."""

    color: str
    width: float
    dash: Stroke
    head: Head
    tail: Head = "none"


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of a picture; every text keeps a contrast of 4.5:1 or more to what is behind it."""

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


LIGHT = Theme(
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
)
