"""Two people reorder one list: every order of up to five things against every other one."""

from itertools import permutations

import pytest

from blueprint_cli.merging.orders import arranged

ORDERS = [(order, "ABCD"[:size]) for size in (2, 3, 4) for order in permutations("ABCD"[:size])]


@pytest.mark.parametrize(("ours", "base"), ORDERS, ids="".join)
def test_what_either_side_turned_round_is_so_in_the_result(ours, base):
    for theirs in permutations(base):
        found = arranged(base, ours, theirs)
        assert sorted(found.items) == sorted(base)
        left = [each for each in base if each not in found.disputed]
        for one, other in [(a, b) for a in left for b in left if a < b]:
            kept = all(side.index(one) < side.index(other) for side in (ours, theirs))
            assert (found.items.index(one) < found.items.index(other)) == kept


@pytest.mark.parametrize(("ours", "base"), ORDERS, ids="".join)
def test_what_is_disputed_stands_as_in_ours_and_sides_can_be_swapped(ours, base):
    for theirs in permutations(base):
        one, other = arranged(base, ours, theirs), arranged(base, theirs, ours)
        assert bool(one.disputed) == bool(other.disputed)
        if not one.disputed:
            assert one.items == other.items
        if ours in (theirs, tuple(base)) or theirs == tuple(base):
            assert not one.disputed


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "items", "disputed"),
    [
        ("ABC", "ABC", "ABC", "ABC", ""),
        ("ABC", "CAB", "BCA", "CBA", ""),  # C first, and A last: both
        ("ABCD", "ACDB", "ACBD", "ACDB", "B"),  # B behind D, or behind C
        ("ABCD", "ACBD", "BACD", "ACBD", "B"),  # C before B, B before A, A before C: not all
        ("AB", "AXB", "AYB", "AXYB", ""),  # both insert
        ("AB", "XAB", "ABX", "XAB", "X"),  # both insert the same elsewhere
        ("ABC", "BXCA", "ABYC", "BXYCA", ""),  # one inserts into what the other one moves round
        ("", "ABX", "ABY", "ABXY", ""),  # nothing to begin with
    ],
)
def test_orders_by_hand(base, ours, theirs, items, disputed):
    found = arranged(base, ours, theirs)
    assert ("".join(found.items), "".join(sorted(found.disputed))) == (items, disputed)
