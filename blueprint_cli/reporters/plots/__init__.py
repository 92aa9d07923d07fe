"""Tables to look at: a curve, bars, a tree …, drawn with HTML and SVG beside the words they show.

No library is used. What draws in the browser (Vega, Plotly, D3, Chart.js) shows nothing without
script, weighs more than the report, or needs `eval`; what draws here (pygal, matplotlib) writes
`style` attributes that the page's policy forbids, no links, or other bytes each time.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from blueprint_cli.report.content import Table
from blueprint_cli.reporters.marked import Ties
from blueprint_cli.reporters.plots.bars import Bars, bars_of
from blueprint_cli.reporters.plots.curve import Curve, curve_of
from blueprint_cli.reporters.plots.lines import Lines, lines_of
from blueprint_cli.reporters.plots.scatter import Scatter, scatter_of
from blueprint_cli.reporters.plots.stack import Stack, stack_of
from blueprint_cli.reporters.plots.tree import Tree, tree_of

Drawn = Curve | Bars | Lines | Scatter | Stack | Tree
PLOTS: Mapping[
    Literal["curve", "heat", "matrix", "scatter", "stack", "bars", "tree", "lines"],
    Callable[[Table, Ties], Drawn],
] = MappingProxyType(
    {
        "curve": curve_of,
        "scatter": scatter_of,
        "stack": stack_of,
        "bars": bars_of,
        "tree": tree_of,
        "lines": lines_of,
    }
)
"""What makes each plot of its table; `heat` and `matrix` are the table itself, in colours."""


def drawn(table: Table, ties: Ties) -> Drawn | None:
    """The plot of a table, None where it has none or nothing is to be seen in it."""
    if table.plot is None or not table.rows or table.plot.kind not in PLOTS:
        return None
    return PLOTS[table.plot.kind](table, ties)
