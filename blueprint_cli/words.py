"""The words that a picture adds to those of the file, one record a language.

A `{}` stands where a name or figure goes in. What a blueprint itself says is never translated.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """All words of one language; `code` is its IETF tag, `rtl` whether it is read leftward.

    Mappings have the keys that the format writes: roles, kinds of links, states.
    """

    code: str
    rtl: bool
    states: Mapping[str, str]
    """`current` and `future`."""
    roles: Mapping[str, str]
    """What the lanes of a role are, in the field's terms."""
    actors: Mapping[str, str]
    """`system` and `partner`; people need no word."""
    enablers: Mapping[str, str]
    lines: Mapping[str, str]
    """`interaction`, `visibility` and `internal-interaction`."""
    links: Mapping[str, str]
    """What an arrow means, for the legend: `triggers`, `needs`, `agrees_with`, `implied`."""
    linked_from: Mapping[str, str]
    """The same kinds from the other end, but for `implied`: "set off by", "needed by"."""
    goes_back: str
    """A link against the order of reading."""
    joined: Mapping[str, str]
    """What an arrow says, with two `{}`: who it comes from and whom it leads to."""
    marks: Mapping[str, str]
    """`pain-point`, `opportunity`, `fail-point`, `wait`, `moment-of-truth`, `question`."""
    statuses: Mapping[str, str]
    """`planned`, `doing`, `done`, `dropped`; what is open needs no word."""
    severity: str
    """Of a pain point, "severity {} of 5"."""
    legend: str
    owner: str
    reviewed: str
    arrivals: str
    persona: str
    capacity: str
    importance: str
    takes: str
    waits: str
    tolerates: str
    costs: str
    uses: str
    via: str
    """By which channels the customer is reached."""
    policy: str
    recovery: str
    in_detail: str
    when: str
    target: str
    emotion: str
    """The name of the curve."""
    feelings: tuple[str, str, str, str, str]
    """What the emotions from -2 to +2 are called."""
    thoughts: str
    """The name of the row of what customers think, feel and say."""
    touchpoints: str
    evidence: str
    """The name of the row of touchpoints where no lane holds the evidence."""
    time: str
    """The name of the row of times."""
    in_sight: str
    """Work above the line of visibility."""
    behind: str
    """Work behind it."""
    total: str
    """The customer's time so far."""
    units: tuple[str, str, str, str, str]
    """Signs of weeks, days, hours, minutes and seconds."""
    picture: str
    """What the picture is, for who cannot see it: "Service blueprint"."""
    phase: str
    step: str
    lane: str
    steps: str
    lanes: str
    shown: str
    """What a slice shows, "Shown: {}"."""
    left_out: str
    """What a slice leaves out, "Not shown: {}"."""
    of: str
    """So many of so many, "{} of {}"."""
    some_lanes: str
    """Of a slice, "{} of {} lanes"; both may be 1."""
    some_steps: str
    some_actions: str
    tagged: str
    """Of a slice, "tagged {}"."""
    focus: str
    """What is not faded and what it hangs together with, "In focus: {}"."""
    parts: Mapping[str, str]
    """What can be left out of a picture, by the names in `look.PARTS`, for "Not shown: {}"."""
    page: str
    """"Page {} of {}"."""
    search: str
    zoom_in: str
    zoom_out: str
    whole: str
    """Zoom so far out that all can be seen."""
    nothing_found: str
    close: str
    """Put away what a page shows of an action."""
    changes: Mapping[str, str]
    """What became of an element: `added`, `removed`, `moved` to here, `left` for another place."""
    was: str
    """What a text said before."""
    moved_from: str
    moved_to: str
    was_behind: str
    """Of what stands in another order, "was after {}"."""
    was_first: str
    now_behind: str
    now_first: str
    keys: Mapping[str, str]
    """Keys and elements that only a change names, as they stand before their value."""
    values: Mapping[str, str]
    """Values that are told only where they change: `open`, `people`, `higher`, `lower`."""
    colon: str = ": "
    comma: str = ", "
    quotes: tuple[str, str] = ("“", "”")
    decimal: str = "."
    """Between a number's whole part and its fraction."""
    group: str = ","
    """Between the thousands of a number of five digits or more."""
    gap: str = "\N{NO-BREAK SPACE}"
    """Between a number and its unit, and between two of these."""
    dash: str = "–"
    """Between the ends of a range."""
    aside: str = " ({})"
    """What is added to a text in brackets."""
