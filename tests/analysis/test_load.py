"""How busy lanes and resources are, how long work waits and when they fail, worked out by hand."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis import Analysis
from blueprint_cli.capacity import lane_loads
from tests.analysis.services import kiosk, random_service, sample, shuffled, small_blueprints

TOP = """\
arrivals: 12/h
resources:
  - {id: phone, name: Phone, capacity: 1}
  - {id: grill, name: Grill, capacity: 3}
"""
STEPS = """\
  - id: order
    name: Order
    actions:
      guest: {id: ask, name: Asks, time: 1h, uses: phone}
      clerk:
        - {id: note, name: Notes, time: 4m..8m, triggers: {action: fry, share: 0.5}}
        - {id: hand, name: Hands out, time: 2m}
      cook: {id: fry, name: Fries, time: 0m..6m, uses: grill}
      till: Counts
"""


def loads(steps, top=TOP):
    return Analysis(kiosk(steps, top)).loads


def by_key(stations):
    return {each.place.key: each for each in stations}


def test_utilisation():
    found = loads(STEPS)
    assert list(by_key(found.lanes)) == ["clerk", "cook"]  # no guest, and no till without a time
    clerk, cook = found.lanes
    # 12 an hour × 6..10 min ÷ 60 min = 1.2..2 busy, of 2 there are
    assert clerk.full.time == (360, 600)
    assert clerk.full.utilisation == pytest.approx((0.6, 1))
    assert clerk.full.overload == "never"
    # 12 × 0..6 ÷ 60 = 0..1.2 of 1; of half of the customers 0..0.6
    assert cook.full.utilisation == pytest.approx((0, 1.2))
    assert cook.weighed.utilisation == pytest.approx((0, 0.6))
    assert cook.full.overload == "at worst"
    assert found.overloaded_at_worst == (cook,)
    assert (found.bottleneck.best, found.bottleneck.worst) == (clerk, cook)
    # The guest's hour of the phone: 12 busy, of 1; the grill 0..1.2 of 3
    assert by_key(found.resources)["phone"].full.utilisation == pytest.approx((12, 12))
    assert by_key(found.resources)["phone"].full.overload == "always"
    assert by_key(found.resources)["grill"].full.utilisation == pytest.approx((0, 0.4))


def test_rates_at_which_it_fails():
    found = loads(STEPS)
    clerk, cook = found.lanes
    # 2 clerks × 60 min ÷ 10 min, ÷ 6 min; 1 cook × 60 ÷ 6, and never where frying takes no time
    assert (clerk.full.fails_at_worst, clerk.full.fails_at_best) == (12, 20)
    assert (cook.full.fails_at_worst, cook.full.fails_at_best) == (10, None)
    assert cook.weighed.fails_at_worst == 20  # half of the customers, twice the rate
    assert found.limit.place.key == "phone"  # 1 × 60 ÷ 60 = 1 an hour
    assert found.headroom == pytest.approx(1 / 12 - 1)


def test_the_queue():
    clerk, cook = loads(STEPS).lanes
    # Clerks: 24 tasks an hour, 1 in 150 s; they take 240..480 s or 120 s, on average 240 s.
    # a = 240 ÷ 150 = 1.6 of 2: B(1) = 1.6 ÷ 2.6, B(2) = 1.6 B(1) ÷ (2 + 1.6 B(1)) = 0.32990,
    # C = 0.32990 ÷ (1 − 0.8 × 0.67010) = 0.71111; E[S²] = (240² ÷ 12 + 360² + 120²) ÷ 2 = 74400,
    # cs² = 74400 ÷ 240² − 1 = 0.29167; Wq = 0.71111 × 240 ÷ 0.4 × 1.29167 ÷ 2
    queue = clerk.full.queue
    assert queue.utilisation == pytest.approx(0.8)
    assert queue.chance == pytest.approx(0.71111, abs=1e-5)
    assert queue.wait == pytest.approx(275.556, abs=0.001)
    # The cook: 12 tasks an hour of 180 s, a = 0.6: Wq = 0.6 × 180 ÷ 0.4 × (1 + cs²) ÷ 2, with
    # cs² = (360² ÷ 12) ÷ 180² = 1/3: 180; half of them, a = 0.3: 0.3 × 180 ÷ 0.7 × 2/3
    assert cook.full.queue.wait == pytest.approx(180)
    assert cook.weighed.queue.wait == pytest.approx(51.42857)


def test_an_overloaded_lane_has_an_endless_queue():
    (cook,) = loads("  - {id: s, name: S, actions: {cook: {id: a, name: A, time: 6m}}}\n").lanes
    assert cook.full.overload == "always"  # 12 × 6 ÷ 60 = 1.2
    assert cook.full.queue.wait == inf
    (cook,) = loads("  - {id: s, name: S, actions: {cook: {id: a, name: A, time: 5m}}}\n").lanes
    assert cook.full.utilisation == (1, 1)
    assert cook.full.overload == "never"  # all of the capacity, and no more
    assert cook.full.queue.wait == inf


def test_without_arrivals_only_the_rates_are_known():
    found = loads(STEPS, TOP.removeprefix("arrivals: 12/h\n"))
    assert found.bottleneck is None
    assert found.headroom is None
    assert found.overloaded_at_worst == ()
    assert found.limit.place.key == "phone"
    for each in (*found.lanes, *found.resources):
        assert each.full[3:] == (None, None, None)
    assert found.lanes[0].full.fails_at_worst == 12


def test_without_times_nothing_is_known():
    found = loads("  - {id: s, name: S, actions: {cook: {id: a, name: Fries, uses: grill}}}\n")
    assert found[1:] == ((), (), None, None)
    assert found.headroom is None


def test_no_time_at_all_never_fails():
    found = loads("  - {id: s, name: S, actions: {cook: {id: a, name: A, time: 0s}}}\n")
    assert found.lanes[0].full[:4] == ((0, 0), None, None, (0, 0))
    assert found.lanes[0].full.queue.wait == 0
    assert found.limit is None
    assert found.bottleneck is None


def test_nobody_comes():
    found = loads(STEPS, TOP.replace("12/h", "0/h"))
    assert found.lanes[0].full.utilisation == (0, 0)
    assert found.lanes[0].full.queue.wait == 0
    assert found.headroom is None


def test_the_hotel():
    found = Analysis(sample("hotel-full.yaml")).loads
    # 6 an hour: room service 25..30 min of 3 people, restaurant 64..94 min of 10
    lanes = by_key(found.lanes)
    assert lanes["room-service"].full.utilisation == pytest.approx((5 / 6, 1))
    assert lanes["restaurant"].full.utilisation == pytest.approx((0.64, 0.94))
    assert found.bottleneck.best == found.bottleneck.worst == lanes["room-service"]
    # 3 × 60 ÷ 30 an hour, as many as come; next the restaurant, 10 × 60 ÷ 94 = 6.38
    assert found.limit == lanes["room-service"]
    assert found.limit.full.fails_at_worst == 6
    assert found.headroom == 0
    assert found.overloaded_at_worst == ()
    # Nobody says how much the IT system can do at once, nor how many sheets the table plan has
    stations = (*found.lanes, *found.resources)
    assert [each.place.key for each in stations if each.assumed] == ["it", "table-plan"]


@settings(max_examples=50)
@given(small_blueprints(), st.integers(1, 9), st.integers(0, 99))
def test_load_grows_with_those_who_come(text, factor, seed):
    few, many = (
        Analysis(random_service(text.replace('"6/h"', f'"{rate}/h"'))).loads
        for rate in (6, 6 * factor)
    )
    for one, two in zip((*few.lanes, *few.resources), (*many.lanes, *many.resources), strict=True):
        for calm, busy in ((one.full, two.full), (one.weighed, two.weighed)):
            assert calm[:3] == busy[:3]
            if calm.utilisation:
                assert busy.utilisation == pytest.approx(calm.utilisation.times(factor))
                assert busy.queue.wait >= calm.queue.wait
        assert one.weighed.time.most <= one.full.time.most + 1e-9
    again = Analysis(random_service(shuffled(text, seed))).loads
    for mine, other in ((few.lanes, again.lanes), (few.resources, again.resources)):
        assert by_key(mine) == by_key(other)
    assert (few.bottleneck, few.limit) == (again.bottleneck, again.limit)


@settings(max_examples=50)
@given(small_blueprints())
def test_a_lane_fails_where_its_utilisation_is_one(text):
    service = random_service(text)
    found = Analysis(service).loads
    for each in (*found.lanes, *found.resources):
        if found.arrivals and each.full.fails_at_worst:
            at_limit = each.full.utilisation.most * each.full.fails_at_worst
            assert at_limit == pytest.approx(found.arrivals.per_hour)
    told = [(each.full.utilisation, each.full.overload) for each in found.lanes if each.full.queue]
    judged = lane_loads(service).values()
    assert told == [(pytest.approx(each.utilisation), each.overload) for each in judged]
