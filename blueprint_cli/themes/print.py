"""The theme for paper: black, white and a few greys, no large areas of ink."""

from types import MappingProxyType

from blueprint_cli.theme import LaneLook, LinkLook, MarkLook, Theme

_WHITE, _BLACK = "#ffffff", "#000000"

PRINT = Theme(
    name="print",
    page=_WHITE,
    text=_BLACK,
    quiet="#333333",
    card=_WHITE,
    header="#dcdcdc",
    header_text=_BLACK,
    header_quiet="#333333",
    phase="#eeeeee",
    frame="#a6a6a6",
    divider=_BLACK,
    lanes=MappingProxyType(
        {
            "evidence": LaneLook(band=_WHITE, edge="#8f8f8f"),
            "customer": LaneLook(band=_WHITE, edge=_BLACK),
            "frontstage": LaneLook(band=_WHITE, edge="#3d3d3d"),
            "backstage": LaneLook(band=_WHITE, edge="#5e5e5e"),
            "support": LaneLook(band=_WHITE, edge="#777777"),
        }
    ),
    links=MappingProxyType(
        {
            "triggers": LinkLook(_BLACK, 1.5, "solid", "filled"),
            "needs": LinkLook(_BLACK, 1.5, "dashed", "open"),
            "agrees_with": LinkLook("#555555", 1.8, "solid", "filled", "filled"),
            "implied": LinkLook("#707070", 0.8, "solid", "open"),
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": MarkLook(_BLACK, _WHITE, _BLACK),
            "opportunity": MarkLook(_WHITE, _BLACK, _BLACK),
            "fail-point": MarkLook("#4a4a4a", _WHITE, _BLACK),
            "wait": MarkLook(_WHITE, _BLACK, _BLACK),
            "moment-of-truth": MarkLook(_BLACK, _WHITE, _BLACK),
            "question": MarkLook("#e6e6e6", _BLACK, _BLACK),
        }
    ),
    strip=_WHITE,
    curve=_BLACK,
    curve_fill=_WHITE,
    wait_bar=_BLACK,
    in_sight_bar="#5e5e5e",
    behind_bar="#8f8f8f",
    outline="#c8c8c8",
    own_colors=False,
)
