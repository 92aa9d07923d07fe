"""What waits for other things stands behind them, and only what leads back is left out."""

from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.analysis.ordering import in_order

NUMBERS = st.integers(0, 9)
PAIRS = st.lists(st.tuples(NUMBERS, NUMBERS), max_size=30)


def after(pairs):
    """What comes after each number."""
    return {one: [end for start, end in pairs if start == one] for one, _ in pairs}


def places(loose, firm=()):
    order = in_order(10, after([*loose, *firm]), after(firm))
    assert sorted(order) == list(range(10))
    return {each: place for place, each in enumerate(order)}


def test_a_circle_is_followed_from_where_it_is_entered():
    found = places([(7, 3), (3, 2), (2, 1), (1, 3)])  # 7 leads into the circle 3, 2, 1
    assert found[7] < found[3] < found[2] < found[1]


def test_a_circle_that_is_entered_nowhere_begins_with_the_least():
    found = places([(3, 2), (2, 1), (1, 3)])
    assert found[1] < found[3] < found[2]


def test_what_is_firm_holds_against_what_is_loose():
    found = places([(1, 2), (2, 3)], firm=[(3, 1)])
    assert found[2] < found[3] < found[1]  # the way from 1 to 2 is the one that leads back


def test_a_long_chain():
    count = 50_000
    chain = {number: [number - 1] for number in range(1, count)}
    assert in_order(count, chain, chain) == list(range(count))[::-1]
    there_and_back = {number: [number - 1, (number + 1) % count] for number in range(1, count)}
    assert len(in_order(count, there_and_back, {})) == count


@given(PAIRS, PAIRS)
def test_firm_links_hold_and_so_does_all_that_makes_no_circle(loose, firm):
    firm = [pair for pair in firm if pair[0] < pair[1]]
    found = places(loose, firm)
    assert all(found[one] < found[other] for one, other in firm)
    found = places([pair for pair in loose if pair[0] < pair[1]], firm)
    assert all(found[one] < found[other] for one, other in (*loose, *firm) if one < other)


@given(PAIRS)
def test_what_leads_back_closes_a_circle(pairs):
    found = places(pairs)
    for one, other in pairs:
        if found[one] > found[other]:
            assert one in reached(pairs, other)


def reached(pairs, start):
    """All that is reached from a number, itself too."""
    seen, new = {start}, [start]
    while new:
        here = new.pop()
        ends = {end for one, end in pairs if one == here} - seen
        seen |= ends
        new += ends
    return seen
