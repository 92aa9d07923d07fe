"""What the pain comes from: from each pain point along its causes to what lies at the root."""

from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.pain import Pain, Sore
from blueprint_cli.analysis.places import Place
from blueprint_cli.service import Service

MEASURES: tuple[Measure, ...] = ()


class Cause(NamedTuple):
    """An action or resource that explains pain; `path` leads from the pain point's bearer to it.

    `severity` is the sum of the whole severities of the pain points that name it or lead up to it,
    `weight` that of their weights.
    """

    place: Place
    path: tuple[Place, ...]
    sores: tuple[Sore, ...]
    severity: int
    weight: float
    named: bool
    owner: str


class Causes(NamedTuple):
    """All causes, what explains most pain first; `unexplained` are pain points without a cause."""

    ranked: tuple[Cause, ...]
    unexplained: tuple[Sore, ...]


def causes_of(service: Service, pain: Pain) -> Causes:
    """What the pain comes from."""
    raise NotImplementedError
