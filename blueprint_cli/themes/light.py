"""The light theme: quiet tints on white, dark step headers."""

from types import MappingProxyType

from blueprint_cli.theme import LaneLook, LinkLook, MarkLook, Theme

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
            "evidence": LaneLook(band="#f8f6f1", edge="#938555"),
            "customer": LaneLook(band="#eff6fc", edge="#4a8ac4"),
            "frontstage": LaneLook(band="#edf8f3", edge="#3d9273"),
            "backstage": LaneLook(band="#fdf6ea", edge="#b07c1c"),
            "support": LaneLook(band="#f5f2fa", edge="#8a74ba"),
        }
    ),
    links=MappingProxyType(
        {
            "triggers": LinkLook("#1b2733", 1.5, "solid", "filled"),
            "needs": LinkLook("#8a3b12", 1.5, "dashed", "open"),
            "agrees_with": LinkLook("#1f5a8a", 1.5, "solid", "filled", "filled"),
            "implied": LinkLook("#62707d", 0.8, "solid", "open"),
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": MarkLook("#b3261e", "#ffffff", "#ffffff"),
            "opportunity": MarkLook("#1b7340", "#ffffff", "#ffffff"),
            "fail-point": MarkLook("#5b2a86", "#ffffff", "#ffffff"),
            "wait": MarkLook("#8a5a00", "#ffffff", "#ffffff"),
            "moment-of-truth": MarkLook("#0b5cad", "#ffffff", "#ffffff"),
            "question": MarkLook("#4a5866", "#ffffff", "#ffffff"),
        }
    ),
    strip="#f6f8fa",
    curve="#0b5cad",
    curve_fill="#ffffff",
    wait_bar="#b87a08",
    in_sight_bar="#37866a",
    behind_bar="#6f7d8b",
)
