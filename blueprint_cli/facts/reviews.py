"""Until when a review holds."""

from datetime import date, timedelta

from blueprint_cli.times import Interval

_DAY = 24 * 60 * 60


def fresh_until(reviewed: date, every: Interval) -> date:
    """The last day on which a review is fresh; the last of all days if there is no such day.

    A day that a month does not have is its last one: half a year from 31 August is 28 February.
    """
    if every.months:
        return _months_later(reviewed, every.months)
    days = int(every.seconds // _DAY)
    return reviewed + timedelta(min(days, (date.max - reviewed).days))


def _months_later(day: date, months: int) -> date:
    from calendar import monthrange

    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
