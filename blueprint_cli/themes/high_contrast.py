"""The theme for weak eyes and bright rooms: black on white, thick lines, strong colours."""

from types import MappingProxyType

from blueprint_cli.theme import LaneLook, Least, LinkLook, MarkLook, Theme

_WHITE, _BLACK = "#ffffff", "#000000"

HIGH_CONTRAST = Theme(
    name="high-contrast",
    page=_WHITE,
    text=_BLACK,
    quiet="#262626",
    card=_WHITE,
    header=_BLACK,
    header_text=_WHITE,
    header_quiet="#f0f0f0",
    phase="#e4e4e4",
    frame="#595959",
    divider=_BLACK,
    lanes=MappingProxyType(
        {
            "evidence": LaneLook(band=_WHITE, edge="#5c4a00"),
            "customer": LaneLook(band=_WHITE, edge="#00468c"),
            "frontstage": LaneLook(band=_WHITE, edge="#00603a"),
            "backstage": LaneLook(band=_WHITE, edge="#8a3d00"),
            "support": LaneLook(band=_WHITE, edge="#552299"),
        }
    ),
    links=MappingProxyType(
        {
            "triggers": LinkLook(_BLACK, 1.9, "solid", "filled"),
            "needs": LinkLook("#7a2600", 1.9, "dashed", "open"),
            "agrees_with": LinkLook("#003d7a", 1.9, "solid", "filled", "filled"),
            "implied": LinkLook("#404040", 1.2, "solid", "open"),
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": MarkLook("#8f0f0a", _WHITE, _WHITE),
            "opportunity": MarkLook("#00542b", _WHITE, _WHITE),
            "fail-point": MarkLook("#4a1273", _WHITE, _WHITE),
            "wait": MarkLook("#5e3c00", _WHITE, _WHITE),
            "moment-of-truth": MarkLook("#003d7a", _WHITE, _WHITE),
            "question": MarkLook("#262626", _WHITE, _WHITE),
        }
    ),
    strip=_WHITE,
    curve="#003d7a",
    curve_fill=_WHITE,
    wait_bar="#7a4a00",
    in_sight_bar="#00603a",
    behind_bar="#404040",
    outline="#767676",
    edge_width=2.0,
    tint=0.0,
    least=Least(text=7.0, shape=4.5),
)
