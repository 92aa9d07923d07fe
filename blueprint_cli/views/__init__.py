"""What a terminal shows of a blueprint besides its tables: pain points, dependencies, times."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from blueprint_cli.analysis import Analysis
from blueprint_cli.service import Service
from blueprint_cli.tables import printed
from blueprint_cli.views.dependencies import dependencies_view
from blueprint_cli.views.pain import pain_view
from blueprint_cli.views.times import time_view


def views(
    service: Service, width: int, *, color: bool, pain: bool, action: str | None, time: bool
) -> str:
    """The views that are asked for, one below the other; `action` is a key, `step.lane.action`."""
    analysis = Analysis(service)
    chosen: list[Iterator[RenderableType]] = []
    if pain:
        chosen.append(pain_view(analysis))
    if action is not None:
        chosen.append(dependencies_view(service, action, width))
    if time:
        chosen.append(time_view(analysis, width))
    return printed(_apart(chosen), width, color=color)


def _apart(chosen: list[Iterator[RenderableType]]) -> Iterator[RenderableType]:
    for place, parts in enumerate(chosen):
        if place:
            yield Text()
        yield from parts
