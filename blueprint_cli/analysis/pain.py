"""Where the service hurts, how much, and where it delights."""

from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.places import Place
from blueprint_cli.model import PainPoint
from blueprint_cli.service import Service

MEASURES: tuple[Measure, ...] = ()


class Sore(NamedTuple):
    """A pain point with what it weighs: severity × frequency × importance of its step.

    A step without `importance` counts as 3, the middle of the scale. `lane` is None where the step
    itself carries it.
    """

    place: Place
    pain_point: PainPoint
    bearer: Place
    step: Place
    lane: Place | None
    owner: str
    weight: float


class Pain(NamedTuple):
    """All open pain points, the heaviest first (equals by key); settled ones count nowhere."""

    ranked: tuple[Sore, ...]
    settled: tuple[Sore, ...]


def pain_of(service: Service) -> Pain:
    """Where it hurts."""
    raise NotImplementedError
