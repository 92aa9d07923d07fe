"""Times and money of a case, worked out by hand; times are in seconds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.spending import spending_of
from tests.analysis.services import (
    kiosk,
    random_service,
    sample,
    shuffled,
    small_blueprints,
)

STEPS = """\
  - id: order
    name: Order
    actions:
      guest: {id: ask, name: Asks, time: 1m..2m, triggers: note}
      clerk:
        - {id: note, name: Notes, time: 2m, wait: 0m..4m, tolerance: 3m, cost: 0.5,
           triggers: [{action: fry, share: 0.25}, hand]}
        - {id: hand, name: Hands out, time: 1m, tolerance: 30s..45s, cost: 2}
      cook: {id: fry, name: Fries, time: 10m..20m, wait: 1m, tolerance: 30m}
  - id: pay
    name: Pay
    actions:
      clerk: {id: take, name: Takes money, time: 1m, wait: 1m}
      till: {id: count, name: Counts, time: 6s, cost: 0.1}
  - {id: leave, name: Leave}
"""


def close(figure):
    return None if figure is None else pytest.approx(figure)


def sums(figure):
    """A sum in minutes or money, each figure to its last rounding."""
    parts = (figure.per_step, figure.per_lane)
    return (
        close(figure.total),
        *({key: close(found) for key, found in each.items()} for each in parts),
    )


def test_work_and_waiting():
    found = spending_of(kiosk(STEPS))
    # Order 60..120 + 120 + 60 + 600..1200, pay 60 + 6; clerk 120 + 60 + 60
    assert sums(found.work) == (
        (906, 1566),
        {"order": (840, 1500), "pay": (66, 66)},
        {"guest": (60, 120), "clerk": (240, 240), "cook": (600, 1200), "till": (6, 6)},
    )
    # Order 0..240 + 60, pay 60
    assert sums(found.wait) == (
        (120, 360),
        {"order": (60, 300), "pay": (60, 60)},
        {"clerk": (60, 300), "cook": (60, 60)},
    )
    # Waiting 120..360 + in sight 60..120 + 120 + 60 + 60; the cook and the till are not met
    assert found.customer == (420, 720)


def test_cost():
    found = spending_of(kiosk(STEPS))
    assert sums(found.direct_cost) == (
        (2.6, 2.6),  # 0.5 + 2 + 0.1
        {"order": (2.5, 2.5), "pay": (0.1, 0.1)},
        {"clerk": (2.5, 2.5), "till": (0.1, 0.1)},
    )
    # Clerk 30 an hour: 180 s at the order 1.5, 60 s at the till 0.5; cook 24: 600..1200 s 4..8;
    # nobody says what an hour of the guest or the till costs
    assert sums(found.labour_cost) == (
        (6, 10),
        {"order": (5.5, 9.5), "pay": (0.5, 0.5)},
        {"clerk": (2, 2), "cook": (4, 8)},
    )
    assert sums(found.cost) == (
        (8.6, 12.6),
        {"order": (8, 12), "pay": (0.6, 0.6)},
        {"clerk": (4.5, 4.5), "cook": (4, 8), "till": (0.1, 0.1)},
    )


def test_branches_weigh_in():
    found = spending_of(kiosk(STEPS))
    assert found.branched
    # As the work, but a quarter of the frying: 600..1200 becomes 150..300
    assert found.expected_work.total == close((456, 666))
    assert found.expected_work.per_lane["cook"] == close((150, 300))
    # As the cost, but 4..8 becomes 1..2
    assert found.expected_cost.total == close((5.6, 6.6))


def test_tolerance():
    found = spending_of(kiosk(STEPS)).tolerated
    assert [(each.place.key, *each[1:]) for each in found] == [
        # 120 + 0..240 where 180 is tolerated: 180 over at worst
        ("order.clerk.note", (120, 360), (180, 180), (0, 180), "at worst"),
        # 60 where 30..45 is tolerated: 60 − 45 over at least, 60 − 30 at most
        ("order.clerk.hand", (60, 60), (30, 45), (15, 30), "always"),
        # 60 + 600..1200 where 1800 is tolerated
        ("order.cook.fry", (660, 1260), (1800, 1800), (0, 0), "never"),
    ]


def test_elapsed_and_its_middle():
    found = spending_of(kiosk(STEPS))
    # Asks 60..120, notes 120 + 0..240, then fries 60 + 600..1200: 840..1740, the middle 1290
    assert found.elapsed == (840, 1740)
    assert found.elapsed_likely == 1290
    assert found.critical_path == ("order.guest.ask", "order.clerk.note", "order.cook.fry")


def test_what_is_not_said_is_absent():
    found = spending_of(kiosk("  - {id: order, name: Order, actions: {guest: Asks}}\n"))
    for each in (found.work, found.wait, found.cost, found.direct_cost, found.labour_cost):
        assert each == (None, {}, {})
    assert found.expected_work == found.expected_cost == (None, {}, {})
    assert found.elapsed is None
    assert found.elapsed_likely is None
    assert found.customer is None
    assert found.tolerated == ()
    assert not found.branched


def test_zero_is_said():
    found = spending_of(
        kiosk("  - {id: o, name: O, actions: {till: {id: a, name: A, time: 0s, cost: 0}}}\n")
    )
    assert found.work.total == (0, 0)
    assert found.cost.total == (0, 0)
    assert found.labour_cost.total is None


def test_the_hotel():
    found = spending_of(sample("hotel-full.yaml"))
    # Reception 30 + 60..120 + 60 + 180..300 + 60 + 60..180; room service 1200..1500 + 300;
    # restaurant 240 + 3600..5400; mail 10
    assert found.work.total == (5800, 8200)
    assert found.wait.total == (0, 360)  # 0..240 at the door, 0..120 at the desk
    # Reception 24 × 450..750 ÷ 3600 = 3..5, room service 19 × 1500..1800 ÷ 3600 = 7.92..9.5,
    # restaurant 21 × 3840..5640 ÷ 3600 = 22.4..32.9, and 0.8 for booking
    assert found.cost.total == close((34.116667, 48.2))
    assert found.expected_work.total == (5796, 8196)  # a welcome mail in 6 of 10 cases: 6, not 10
    # Greeting 30..270 against 180, booking 180..420 against 360
    assert [(each.place.key, each.over, each.overrun) for each in found.tolerated] == [
        ("arrival.reception.greet", (0, 90), "at worst"),
        ("booking.reception.book", (0, 60), "at worst"),
    ]


@settings(max_examples=50)
@given(small_blueprints(), st.integers(0, 99))
def test_sums_hold_in_any_order_of_lanes(text, seed):
    found = spending_of(random_service(text))
    for each in (found.work, found.wait, found.cost, found.direct_cost, found.labour_cost):
        for parts in (each.per_step, each.per_lane):
            assert bool(parts) == (each.total is not None)
            for end in (0, 1) if each.total else ():
                assert sum(part[end] for part in parts.values()) == pytest.approx(each.total[end])
                assert all(each.total[end] >= part[end] for part in parts.values())
    if found.work.total:
        assert found.expected_work.total.most <= found.work.total.most
    again = spending_of(random_service(shuffled(text, seed)))
    assert again == found
