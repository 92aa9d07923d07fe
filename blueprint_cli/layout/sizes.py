"""How large things are drawn, in points."""

GRID = 8
"""Cards stand on this grid, and arrows leave them on it."""

MARGIN = 24
LANE_LABEL = 136
ENABLED_LANE_LABEL = 184
WIDEST_LANE_LABEL = 208
CARD = 152
WIDEST_CARD = 240
CARD_HEIGHT = 48
CARD_PAD = 10
CARD_GAP = 16
JOINED_GAP = 24
"""Between two cards of a stack, and where an arrow joins them."""

GUTTER = 32
GUTTER_SIDE = 16
TRACK = 8
"""The least width of a gutter, what it keeps free at its sides, and from one track to the next."""

CHANNEL = 16
"""What a lane keeps free above and below its cards."""

DIVIDER = 18
"""The height of one of the three lines with its name."""

STRAIGHT = 24
"""How far below the top of its card an arrow leaves that runs straight to the next card."""

TITLE_TEXT = 20.25
LANE_TEXT = 12.0
STEP_TEXT = 12.0
CARD_TEXT = 12.0
QUIET_TEXT = 9.75
LINE_TEXT = 9.75
"""Sizes of letters, all whole numbers of dots at 96 dots an inch: letters of other sizes are set
unevenly where their widths are rounded to dots, as Graphviz does for a PNG."""


SIGN = 15.0
BAR = 4.0
"""How large the sign of a mark is, and how high a bar of time."""

LABEL = 76
"""The width at which the names of arrows are broken."""

CURVE = 96
"""From one end of the scale of emotions to the other, with the room around it."""

CURVE_PAD = 14
FEELING = 18.0
FEELING_TEXT = 7.5
"""What the curve keeps free beyond its scale, how large its points are, and their figures."""

STRIP_PAD = 8
STRIP_LEAST = 40
STRIP = 168
"""How wide an upright strip's texts are, beside steps that run down."""

PHASE = 104
"""How wide an upright phase header is."""

UPRIGHT_LINE = 76
"""The width of one of the three lines with its name, where they run upright."""


def on_grid(length: float) -> int:
    """The next multiple of the grid that is not less."""
    return int(-(-length // GRID)) * GRID


HEADER_PAD = 8
LANE_STRIPE = 6
LANE_HEIGHT = 64
ROW_GAP = 4
HEADER_GAP = 8
LEGEND_SAMPLE = 36
LEGEND_HEIGHT = 20
LEGEND_GAP = 24
