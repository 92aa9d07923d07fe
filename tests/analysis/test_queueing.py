"""The queueing formulas against published tables, exact sums and laws."""

from fractions import Fraction
from heapq import heappop, heappush
from math import factorial, inf, isfinite, isnan
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.analysis.queueing import (
    MANY,
    any_queue,
    chance_of_waiting,
    many_servers,
    one_server,
)


@pytest.mark.parametrize(
    ("servers", "chance", "wait"),
    [(1, 0.90, 9.00), (2, 0.85, 4.26), (5, 0.76, 1.53), (10, 0.67, 0.67), (20, 0.55, 0.28)],
)
def test_the_table_of_adan_and_resing(servers, chance, wait):
    """Ivo Adan and Jacques Resing, "Queueing Systems", table 5.1: µ = 1, ρ = 0.9."""
    found = many_servers(0.9 * servers, 1, servers)
    assert round(found.chance, 2) == chance
    assert found.wait == pytest.approx(wait, abs=0.0051)


@pytest.mark.parametrize(
    ("utilisation", "chances"),
    [
        (0.5, [0.33, 0.24, 0.17, 0.13, 0.10, 0.08]),
        (0.8, [0.71, 0.65, 0.60, 0.55, 0.52, 0.49]),
        (0.9, [0.85, 0.82, 0.79, 0.76, 0.74, 0.72]),
    ],
)
def test_the_table_of_winston(utilisation, chances):
    """Wayne L. Winston, "Operations Research", the chance that all of 2 to 7 servers are busy."""
    found = [round(chance_of_waiting(utilisation * each, each), 2) for each in range(2, 8)]
    assert found == chances


def test_one_server_by_hand():
    # 4 come in an hour, each takes 12 minutes: ρ = 4 × 0.2 = 0.8; Lq = 0.64 ÷ 0.2, Wq = Lq ÷ 4,
    # L = 0.8 ÷ 0.2, W = 1 ÷ (5 − 4)
    assert one_server(4, 0.2) == pytest.approx((0.8, 0.8, 3.2, 0.8, 4, 1))


def test_two_servers_by_hand():
    # a = 1: B(1) = 1 ÷ 2, B(2) = 0.5 ÷ 2.5 = 0.2, C = 0.2 ÷ (1 − 0.5 × 0.8) = 1/3;
    # Wq = 1/3 × 1 ÷ (2 − 1)
    assert many_servers(1, 1, 2) == pytest.approx((0.5, 1 / 3, 1 / 3, 1 / 3, 4 / 3, 4 / 3))


def test_allen_and_cunneen_by_hand():
    # As above; service times that are always the same halve the wait, (1 + 0) ÷ 2
    assert any_queue(1, 1, 2, 1, 0).wait == pytest.approx(1 / 6)
    # Pollaczek and Khinchine for one server: λ E[S²] ÷ 2(1 − ρ), S from 0 to 1: E[S²] = 1/3,
    # λ = 1, ρ = 0.5: 1/3 ÷ 1; here cs² = (1/12) ÷ (1/4) = 1/3
    assert any_queue(1, 0.5, 1, 1, 1 / 3).wait == pytest.approx(1 / 3)


@pytest.mark.parametrize("offered", [Fraction(1, 10), Fraction(3, 2), Fraction(29, 10)])
@pytest.mark.parametrize("servers", [3, 8, 40])
def test_the_sum_that_defines_it(offered, servers):
    """Erlang's C as it is defined, in fractions: nothing is rounded."""
    last = offered**servers / factorial(servers) * servers / (servers - offered)
    others = sum(offered**busy / factorial(busy) for busy in range(servers))
    assert chance_of_waiting(float(offered), servers) == pytest.approx(
        float(last / (last + others))
    )


def test_thousands_of_servers():
    # The limit for many servers tells about the same as the sum, to a hundredth
    for offered in (0.9 * MANY, 0.99 * MANY, MANY - 100, MANY - 1, MANY - 0.001):
        exactly = chance_of_waiting(offered, MANY)
        assert chance_of_waiting(offered + 1, MANY + 1) == pytest.approx(exactly, abs=0.01)
    assert chance_of_waiting(1, 10**15) == 0
    assert 0.99 < chance_of_waiting(10**15 - 1, 10**15) <= 1


@pytest.mark.parametrize("arrivals", [1, 2.5, 10**9])
def test_a_queue_without_end(arrivals):
    found = many_servers(arrivals, 2, 2)
    assert found == (arrivals, 1, inf, inf, inf, inf)


def test_nothing_comes_and_nothing_takes_time():
    assert many_servers(0, 5, 3) == (0, 0, 0, 0, 0, 5)
    assert many_servers(7, 0, 3) == (0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(("servers", "utilisation"), [(1, 0.7), (2, 0.8), (5, 0.9)])
def test_a_line_that_is_watched(servers, utilisation):
    """Customers come at random and stay from 0 to 2 minutes: cs² = (4 ÷ 12) ÷ 1² = 1/3."""
    random = Random(7)  # noqa: S311 - no secret depends on it
    now, waited, customers = 0.0, 0.0, 100_000
    free_at = [0.0] * servers
    for _ in range(customers):
        now += random.expovariate(utilisation * servers)
        begin = max(now, heappop(free_at))
        waited += begin - now
        heappush(free_at, begin + random.uniform(0, 2))
    expected = any_queue(utilisation * servers, 1, servers, 1, 1 / 3).wait
    assert waited / customers == pytest.approx(expected, rel=0.08)


UNDER_LOAD = st.floats(0, 0.999999)


@given(UNDER_LOAD, st.integers(1, 3000), st.floats(0.001, 1e6), st.floats(0, 9), st.floats(0, 9))
def test_littles_law(utilisation, servers, service, arrival_scv, service_scv):
    arrivals = utilisation * servers / service
    found = any_queue(arrivals, service, servers, arrival_scv, service_scv)
    assert all(isfinite(each) and each >= 0 for each in found)
    assert found.waiting == pytest.approx(arrivals * found.wait)
    assert found.present == pytest.approx(arrivals * found.stay)
    assert found.chance <= 1


@given(st.lists(UNDER_LOAD, min_size=2, max_size=2).map(sorted), st.integers(1, 500))
def test_more_work_never_waits_less_and_more_hands_never_longer(loads, servers):
    less, more = (many_servers(each * servers, 1, servers) for each in loads)
    assert less.wait <= more.wait + 1e-12
    assert less.chance <= more.chance + 1e-12
    assert many_servers(loads[1] * servers, 1, servers + 1).wait <= more.wait + 1e-12


@given(st.floats(0, 1e18), st.integers(1, 10**6))
def test_never_nan(offered, servers):
    assert not any(isnan(each) for each in many_servers(offered, 1, servers))
