"""The three lines of a service blueprint, and between which lanes they run.

Source: G. Lynn Shostack, "Designing Services That Deliver", Harvard Business Review 62 (1), 1984,
for the line of visibility; Jane Kingman-Brundage, "The ABC's of Service System Blueprinting", in
"Designing a Winning Service Strategy", American Marketing Association, 1989, for the other two.
"""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_cli.drawing import Stroke

ROLES = ("evidence", "customer", "frontstage", "backstage", "support")


class Line(NamedTuple):
    """One of the lines: its name in ids and classes, and its look."""

    name: str
    last: str
    """The role of the last lanes above it."""
    width: float
    dash: Stroke


LINES = (
    Line("interaction", "customer", 1.2, "solid"),
    Line("visibility", "frontstage", 1.6, "dashed"),
    Line("internal-interaction", "backstage", 1.2, "dotted"),
)


def lines_above(roles: Sequence[str]) -> list[list[Line]]:
    """For each lane, given by its role, the lines that run right above it.

    With no customer lane the steps are the customer's actions, and the line of interaction runs
    above the first lane.
    """
    above: list[list[Line]] = [[] for _ in roles]
    for line in LINES:
        rank = ROLES.index(line.last)
        upper = [n for n, role in enumerate(roles) if ROLES.index(role) <= rank]
        border = upper[-1] + 1 if upper else 0
        if line.name == "interaction" and "customer" not in roles:
            border = 0
        if any(ROLES.index(role) > rank for role in roles[border:]):
            above[border].append(line)
    return above
