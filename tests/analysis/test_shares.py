"""What share of the customers comes to each action, worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.analysis.shares import shares_of
from tests.analysis.services import kiosk, random_service, sample, shuffled, small_blueprints


def shares(cells, lane="clerk"):
    """The shares of the actions of one cell, by their ids."""
    found = shares_of(kiosk(f"  - {{id: s, name: S, actions: {{{lane}: [{cells}]}}}}\n"))
    return {key.rpartition(".")[2]: pytest.approx(share) for key, share in found.items()}


def test_ways_part_and_meet():
    assert shares("""
        {id: ask, name: A, triggers: [{action: sell, share: 0.7}, {action: refuse, share: 0.3}]},
        {id: sell, name: B, triggers: [{action: wrap, share: 0.5}, thank]},
        {id: refuse, name: C, triggers: thank},
        {id: wrap, name: D}, {id: thank, name: E}
    """) == {
        "ask": 1,  # nothing triggers it
        "sell": 0.7,
        "refuse": 0.3,
        "wrap": 0.35,  # 0.7 × 0.5
        "thank": 1,  # 0.7 + 0.3
    }


def test_no_more_than_all_come():
    assert shares("""
        {id: a, name: A, triggers: [b, c]}, {id: b, name: B, triggers: {action: d, share: 0.8}},
        {id: c, name: C, triggers: {action: d, share: 0.4}}, {id: d, name: D}
    """) == {"a": 1, "b": 1, "c": 1, "d": 1}  # 0.8 + 0.4 is above 1


def test_who_goes_round_has_been_there():
    assert shares("""
        {id: a, name: A, triggers: {action: b, share: 0.5}},
        {id: b, name: B, triggers: c},
        {id: c, name: C, triggers: [{action: b, share: 0.2}, {action: d, share: 0.8}]},
        {id: d, name: D}
    """) == {"a": 1, "b": 0.5, "c": 0.5, "d": 0.4}  # 0.5 × 0.8; those who test again are no more


def test_a_circle_that_is_entered_nowhere():
    assert shares("""
        {id: a, name: A, triggers: {action: b, share: 0.5}},
        {id: b, name: B, triggers: {action: a, share: 0.5}}
    """) == {"a": 1, "b": 0.5}  # entered where it stands first


def test_needs_change_no_share():
    assert shares("""
        {id: a, name: A, triggers: {action: b, share: 0.5}}, {id: b, name: B, needs: c},
        {id: c, name: C}
    """) == {"a": 1, "b": 0.5, "c": 1}


def test_nobody_comes():
    assert shares("{id: a, name: A, triggers: {action: b, share: 0}}, {id: b, name: B}") == {
        "a": 1,
        "b": 0,
    }


def test_the_hotel():
    found = shares_of(sample("hotel-full.yaml"))
    assert found.pop("booking.it.greet-by-mail") == 0.6
    assert set(found.values()) == {1}


@given(small_blueprints(), st.integers(0, 99))
def test_shares_are_shares_in_any_order_of_lanes(text, seed):
    service = random_service(text)
    found = shares_of(service)
    assert list(found) == [each.key for each in service.actions]
    assert all(0 <= share <= 1 for share in found.values())
    triggered = {each.end for each in service.links if each.kind == "triggers"}
    assert all(share == 1 for key, share in found.items() if key not in triggered)
    assert found == shares_of(random_service(shuffled(text, seed)))
