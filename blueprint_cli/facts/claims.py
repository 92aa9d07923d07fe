"""Times, emotions and pain points: what is known from a source, and what is assumed."""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli.model import Action, PainPoint, Step
from blueprint_cli.service import Bearer, Service


class Claim(NamedTuple):
    """A time, an emotion or a pain point: what says it, where, and whether a source is written."""

    element: Step | Action | PainPoint
    bearer: Bearer
    known: bool


def claims(service: Service) -> Iterator[Claim]:
    """All elements that carry pain, time or emotion, in the file's order.

    `sources` hold for everything in the element on which they are written: those of the blueprint
    for all, those of a step for its actions.
    """
    for bearer in service.bearers:
        record = bearer.record
        known = bool(service.blueprint.sources or bearer.step.sources or record.sources)
        if _is_telling(record):
            yield Claim(record, bearer, known)
        for point in record.pain_points:
            yield Claim(point, bearer, known or bool(point.sources))


def _is_telling(record: Step | Action) -> bool:
    """Whether it says how long something takes, or how somebody feels."""
    if isinstance(record, Step):
        return record.emotion is not None
    return record.time is not None or record.wait is not None
