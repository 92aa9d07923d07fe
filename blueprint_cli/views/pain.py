"""Pain points in the terminal, the heaviest first: what hurts, where, why, and who owns it."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.pain import Sore
from blueprint_cli.console import visible
from blueprint_cli.model import Resource
from blueprint_cli.record import Reference
from blueprint_cli.report.sentences import counted
from blueprint_cli.report.telling import ARROW, told
from blueprint_cli.service import Service
from blueprint_cli.tables import BARS

_WEIGHT = len("weight")
_SEVERE = 4
"""From this severity on a pain point is told in red."""


def pain_view(analysis: Analysis) -> Iterator[RenderableType]:
    """All open pain points, the heaviest first; what to write where there are none."""
    pain = analysis.pain
    name = visible(analysis.service.blueprint.name)
    if not pain.ranked:
        yield Text(f"{name}: no open pain point", "bold")
        yield Text("Write `pain_points` in the steps and actions where something hurts.", "dim")
    else:
        yield Text(f"{name}: pain points, the heaviest first", "bold")
        yield Text()
        yield _ranked(analysis)
        yield Text()
        yield Text("Weight: severity × share of customers × importance of the step", "dim")
        if any(sore.importance is None for sore in pain.ranked):
            yield Text("A step without `importance` counts as 3.", "dim")
    if pain.settled:
        yield Text(f"Done or dropped: {counted(len(pain.settled), 'pain point')}", "dim")


def _ranked(analysis: Analysis) -> Table:
    table = Table(box=BARS, show_edge=False, pad_edge=False, header_style="dim")
    table.add_column("weight", justify="right", width=_WEIGHT)
    table.add_column("pain point", overflow="fold")
    for sore in analysis.pain.ranked:
        weight = Text(told("number", sore.weight), "bold")
        table.add_row(weight, _about(analysis, sore), end_section=True)
    return table


def _about(analysis: Analysis, sore: Sore) -> Text:
    severe = sore.pain_point.severity >= _SEVERE
    text = Text().append(visible(sore.place.name), "bold red" if severe else "bold")
    for line in _lines(analysis, sore):
        text.append(f"\n{visible(line)}")
    return text


def _lines(analysis: Analysis, sore: Sore) -> Iterator[str]:
    pain = sore.pain_point
    share = "" if pain.frequency == 1 else f", {told('share', pain.frequency)} of customers"
    status = "" if pain.status == "open" else f", {pain.status}"
    yield f"severity {told('scale', pain.severity)}{share}{status}"
    lane = f" ({sore.lane.name})" if sore.lane else ""
    step = f", step {sore.step.name}" if sore.lane else ""
    yield f"at {sore.bearer.name}{lane}{step}"
    yield f"owner {sore.owner}" if sore.owner else "nobody owns it"
    causes = [_cause(analysis.service, cause) for cause in pain.causes]
    yield f"caused by {', '.join(causes)}" if causes else "no cause is written"
    root = analysis.causes.roots.get(sore.place.key)
    if root is not None and root.path:
        yield f"root: {ARROW.join(place.name for place in root.path)}"


def _cause(service: Service, reference: Reference) -> str:
    """What a pain point names as its cause; in another file as it is written."""
    found = service.cause(reference)
    if found is None:
        return reference.text
    if isinstance(found, Resource):
        return found.name
    return f"{found.action.name} ({service.lane(found).name})"
