"""What must hold of the priorities of every blueprint."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.priorities import QUADRANTS
from tests.analysis.hurting import hurting
from tests.analysis.test_pain_cases import analysed

SOME = settings(deadline=None, max_examples=40)


@SOME
@given(hurting(), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_every_opportunity_is_told_once_and_in_its_place(text, today):
    analysis = analysed(text, today)
    found = analysis.priorities
    every = [*found.ranked, *found.unrated, *found.settled]
    assert len(every) == len({each.place for each in every})
    assert len(every) == len(analysis.service.opportunities)
    for each in found.ranked:
        assert each.opportunity.impact is not None
        assert each.opportunity.effort is not None
        base = each.opportunity.impact / each.opportunity.effort
        assert base <= each.priority + 1e-9
        assert each.priority <= 2 * base + 1e-9
    for each in found.unrated:
        assert None in {each.opportunity.impact, each.opportunity.effort}
        assert each.quadrant is None
        assert each.priority is None
    places = [QUADRANTS.index(each.quadrant) for each in found.ranked]
    assert places == sorted(places)
    assert all(not each.overdue for each in found.settled)


@SOME
@given(hurting())
def test_without_a_day_nothing_is_overdue_and_nothing_in_time(text):
    found = analysed(text).priorities
    assert {each.overdue for each in (*found.ranked, *found.unrated, *found.settled)} <= {None}


@SOME
@given(hurting())
def test_solving_more_never_makes_it_less_urgent(text):
    ranked = analysed(text).priorities.ranked
    for one in ranked:
        for other in ranked:
            same = one.opportunity.impact, one.opportunity.effort
            if same == (other.opportunity.impact, other.opportunity.effort):
                assert (one.share or 0) <= (other.share or 0) or one.priority >= other.priority
