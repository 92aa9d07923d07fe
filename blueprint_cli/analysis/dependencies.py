"""What hangs on what: actions, lanes and resources, directly and through others."""

from collections.abc import Mapping
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.places import Place
from blueprint_cli.service import Service

MEASURES: tuple[Measure, ...] = ()


class Hub(NamedTuple):
    """An action or resource with all that hangs on it; `single` where the service hangs on it."""

    place: Place
    directly: tuple[Place, ...]
    transitively: tuple[Place, ...]
    single: bool
    owner: str


class Dependencies(NamedTuple):
    """The graph of a blueprint, by keys of actions."""

    needs: Mapping[str, frozenset[str]]
    """Of each action all that it needs, directly and transitively."""
    needed_by: Mapping[str, frozenset[str]]
    hubs: tuple[Hub, ...]
    """Actions and resources on which others hang, what most hangs on first."""


def dependencies_of(service: Service) -> Dependencies:
    """What hangs on what."""
    raise NotImplementedError
