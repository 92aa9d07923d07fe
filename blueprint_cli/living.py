"""What keeps a blueprint alive: where what it says is known from, and until when it was reviewed.

An element that carries pain, time or emotion and has no source is an assumption.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from blueprint_cli.model import Action, PainPoint, Step
from blueprint_cli.service import Bearer, Service
from blueprint_cli.times import Interval

_DAY = 24 * 60 * 60


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


def fresh_until(reviewed: date, every: Interval) -> date:
    """The last day on which a review is fresh; the last of all days if there is no such day.

    A day that a month does not have is its last one: half a year from 31 August is 28 February.
    """
    if every.months:
        return _months_later(reviewed, every.months)
    days = int(every.seconds // _DAY)
    return reviewed + timedelta(min(days, (date.max - reviewed).days))


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
