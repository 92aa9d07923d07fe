"""Days are judged on the day on which one reads."""

import pytest


def overdue(page):
    return page.evaluate(
        """() => [...document.querySelectorAll('.mark')].filter((mark) =>
          mark.textContent === 'overdue').map((mark) => mark.previousElementSibling.dateTime)"""
    )


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("2026-02-28", []),
        ("2026-03-01", []),  # on the day itself there still is time
        ("2026-03-02", ["2026-03-01"]),
        ("2026-04-01", ["2026-03-01", "2026-03-31"]),  # not what is done
        ("2027-01-01", ["2026-03-01", "2026-03-31", "2026-09-30"]),
    ],
)
def test_what_is_over_is_marked_unless_it_is_done(opened, now, found):
    assert overdue(opened(now=f"{now}T12:00:00")) == found
