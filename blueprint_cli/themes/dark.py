"""The dark theme: light letters on a page that is nearly black, for screens in dim rooms."""

from types import MappingProxyType

from blueprint_cli.theme import LaneLook, LinkLook, MarkLook, Theme

_PAGE = "#10161d"

DARK = Theme(
    name="dark",
    page=_PAGE,
    text="#e9eef3",
    quiet="#b3c0cc",
    card="#1d2732",
    header="#33536f",
    header_text="#ffffff",
    header_quiet="#d9e4ee",
    phase="#27333f",
    frame="#4a5a69",
    divider="#c3d0dc",
    lanes=MappingProxyType(
        {
            "evidence": LaneLook(band="#1c1b16", edge="#a99c78"),
            "customer": LaneLook(band="#101f2d", edge="#5f9fd8"),
            "frontstage": LaneLook(band="#0f211b", edge="#56ab8b"),
            "backstage": LaneLook(band="#231c10", edge="#c3953c"),
            "support": LaneLook(band="#1d1928", edge="#9a87cf"),
        }
    ),
    links=MappingProxyType(
        {
            "triggers": LinkLook("#e9eef3", 1.5, "solid", "filled"),
            "needs": LinkLook("#f0a070", 1.5, "dashed", "open"),
            "agrees_with": LinkLook("#7cbcf2", 1.5, "solid", "filled", "filled"),
            "implied": LinkLook("#93a1ae", 0.8, "solid", "open"),
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": MarkLook("#ff9187", _PAGE, _PAGE),
            "opportunity": MarkLook("#6fd396", _PAGE, _PAGE),
            "fail-point": MarkLook("#d0a9f5", _PAGE, _PAGE),
            "wait": MarkLook("#f0b84a", _PAGE, _PAGE),
            "moment-of-truth": MarkLook("#8cc4ff", _PAGE, _PAGE),
            "question": MarkLook("#c3ced8", _PAGE, _PAGE),
        }
    ),
    strip="#161e27",
    curve="#6db3f2",
    curve_fill=_PAGE,
    wait_bar="#e0a93a",
    in_sight_bar="#57b390",
    behind_bar="#8b9aa8",
    tint=0.14,
)
