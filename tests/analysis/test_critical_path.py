"""When everything begins and ends, each case worked out by hand; times are in seconds."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.critical_path import schedule
from tests.analysis.services import kiosk, random_service, sample, shuffled, small_blueprints

MINUTE = 60


def minutes(spread):
    return tuple(each / MINUTE for each in spread)


def starts(service):
    """When each action begins, in minutes, where all takes its most, by its id."""
    found = schedule(service).actions
    return {key.rpartition(".")[2]: timing.start.most / MINUTE for key, timing in found.items()}


def test_a_chain_of_triggers():
    found = schedule(
        kiosk("""\
  - id: order
    name: Order
    actions:
      guest: {id: ask, name: Asks, time: 1m, triggers: answer}
      clerk: {id: answer, name: Answers, wait: 0m..4m, time: 2m, triggers: fry}
      cook: {id: fry, name: Fries, time: 5m..9m}
""")
    )
    # 1 + (0..4 + 2) + 5..9: at least 1 + 2 + 5, likely 1 + 4 + 7, at most 1 + 6 + 9
    assert minutes(found.elapsed) == (8, 12, 16)
    assert found.critical_path == ("order.guest.ask", "order.clerk.answer", "order.cook.fry")
    assert minutes(found.actions["order.clerk.answer"].start) == (1, 1, 1)  # the wait is part of it
    assert minutes(found.actions["order.clerk.answer"].end) == (3, 5, 7)


def test_work_behind_the_scenes_overlaps_with_the_next_steps():
    service = kiosk("""\
  - {id: order, name: Order, actions: {clerk: {id: note, name: Notes, time: 2m, triggers: fry},
     cook: {id: fry, name: Fries, time: 20m}}}
  - {id: pay, name: Pay, actions: {clerk: {id: take, name: Takes money, time: 3m}}}
  - {id: eat, name: Eat, actions: {guest: {id: eat, name: Eats, time: 10m, needs: fry}}}
""")
    found = schedule(service)
    # Paying begins at 2, when the order is taken, not at 22; eating needs the frying: 2 + 20
    assert starts(service) == {"note": 0, "fry": 2, "take": 2, "eat": 22}
    assert minutes(found.elapsed) == (32, 32, 32)
    assert found.critical_path == ("order.clerk.note", "order.cook.fry", "eat.guest.eat")
    # Steps begin when what customers meet in those before is done: 0, 2, 2 + 3; the last ends at 32
    assert [minutes(each.start)[2] for each in found.steps] == [0, 2, 5]
    assert minutes(found.steps[-1].end) == (32, 32, 32)


def test_nothing_begins_before_its_step():
    service = kiosk("""\
  - {id: order, name: Order, actions: {guest: {id: look, name: Looks, time: 4m},
     clerk: {id: greet, name: Greets, time: 1m}}}
  - {id: pay, name: Pay, actions: {clerk: {id: take, name: Takes money, time: 3m},
     till: {id: count, name: Counts, time: 1m}}}
""")
    # All of the customer's side of the first step is done after 4 minutes, the longer of 4 and 1
    assert starts(service) == {"look": 0, "greet": 0, "take": 4, "count": 4}
    assert schedule(service).critical_path == ("order.guest.look", "pay.clerk.take")


def test_what_an_earlier_step_needs_begins_with_that():
    service = kiosk("""\
  - {id: look, name: Look, actions: {guest: {id: look, name: Looks, time: 1m}}}
  - {id: order, name: Order, actions: {clerk: {id: note, name: Notes, time: 2m, needs: fry}}}
  - {id: eat, name: Eat, actions: {cook: {id: fry, name: Fries, time: 5m, needs: heat},
     till: {id: heat, name: Heats, time: 3m}}}
""")
    # Noting needs frying needs heating, so both begin with the step of noting, at 1: 1 + 3, 4 + 5
    assert starts(service) == {"look": 0, "heat": 1, "fry": 4, "note": 9}
    assert minutes(schedule(service).elapsed) == (11, 11, 11)


def test_in_a_cell_one_thing_follows_the_other_unless_it_is_triggered():
    service = kiosk("""\
  - id: order
    name: Order
    actions:
      guest: {id: ask, name: Asks, time: 1m, triggers: [sell, refuse]}
      clerk:
        - {id: sell, name: Sells, time: 5m}
        - {id: refuse, name: Says no, time: 2m}
        - {id: bow, name: Bows, time: 1m}
""")
    # Both answers come after the question, as branches do; bowing follows what stands above it
    assert starts(service) == {"ask": 0, "sell": 1, "refuse": 1, "bow": 3}
    assert minutes(schedule(service).elapsed) == (6, 6, 6)  # 1 + 5, later than 1 + 2 + 1


def test_links_that_lead_back_hold_nothing_up():
    service = kiosk("""\
  - id: order
    name: Order
    actions:
      guest: {id: ask, name: Asks, time: 1m, triggers: answer}
      clerk: {id: answer, name: Answers, time: 2m, triggers: [ask, note]}
      till: {id: note, name: Notes, time: 4m}
  - {id: pay, name: Pay, actions: {guest: {id: pay, name: Pays, time: 1m, triggers: ask}}}
""")
    # Answers may lead to another question, payment to another order: each is done once
    assert starts(service) == {"ask": 0, "answer": 1, "note": 3, "pay": 3}
    assert minutes(schedule(service).elapsed) == (7, 7, 7)  # 1 + 2 + 4


def test_a_circle_is_followed_from_where_it_is_entered():
    service = kiosk("""\
  - id: order
    name: Order
    actions:
      clerk: {id: fetch, name: Fetches, time: 1m, triggers: mend}
      cook: [{id: test, name: Tests, time: 2m, triggers: mend},
             {id: mend, name: Mends, time: 4m, triggers: test}]
""")
    # Into the circle by mending, though testing stands above it: 1, then 4, then 2
    assert starts(service) == {"fetch": 0, "mend": 1, "test": 5}


def test_what_is_needed_comes_first_whatever_triggers_say():
    service = kiosk("""\
  - id: order
    name: Order
    actions:
      clerk: {id: note, name: Notes, time: 1m, needs: count, triggers: count}
      till: {id: count, name: Counts, time: 2m}
""")
    assert starts(service) == {"count": 0, "note": 2}


def test_the_likely_time_is_no_mean_of_the_others():
    found = schedule(
        kiosk("""\
  - {id: order, name: Order, actions: {guest: {id: ask, name: Asks, time: 0m..10m},
     cook: {id: fry, name: Fries, time: 6m}}}
""")
    )
    # Side by side: the longer of 0, 5, 10 and of 6, 6, 6
    assert minutes(found.elapsed) == (6, 6, 10)
    assert found.critical_path == ("order.guest.ask",)


def test_agreements_hold_nothing_up():
    service = kiosk("""\
  - id: order
    name: Order
    actions:
      guest: {id: ask, name: Asks, time: 3m, agrees_with: note}
      till: {id: note, name: Notes, time: 1m}
""")
    assert starts(service) == {"ask": 0, "note": 0}


def test_without_a_time_there_is_none():
    found = schedule(
        kiosk("  - {id: order, name: Order, actions: {guest: Asks, clerk: Answers}}\n")
    )
    assert found.elapsed is None
    assert found.critical_path == ()
    assert schedule(kiosk("  - {id: order, name: Order}\n")).elapsed is None


def test_zero_is_a_time():
    found = schedule(kiosk("  - {id: o, name: O, actions: {clerk: {id: a, name: A, time: 0s}}}\n"))
    assert found.elapsed == (0, 0, 0)


CHAIN = """\
  - {id: order, name: Order, actions: {clerk: {id: note, name: Notes, time: 2m, triggers: fry},
     cook: {id: fry, name: Fries, time: 20m}}}
  - {id: pay, name: Pay, actions: {clerk: {id: take, name: Takes money, time: 3m..5m}}}
"""


@pytest.mark.parametrize(
    ("delays", "elapsed"),
    [
        ({}, (22, 22, 22)),  # 2 + 20; paying is done at 2 + 3..5
        ({"order.cook.fry": 600}, (32, 32, 32)),  # on the critical path: all of the 10 minutes
        ({"pay.clerk.take": 600}, (22, 22, 22)),  # 2 + 10 + 3..5 is still less
        ({"pay.clerk.take": 1000}, (22, 22.667, 23.667)),  # 2 + 16.667 + 3, 4, 5
        ({"order.clerk.note": 60, "order.cook.fry": -300}, (18, 18, 18)),  # 3 + 15
        ({"order.cook.fry": -9999}, (5, 6, 7)),  # no shorter than nothing: 2 + 3..5 remain
    ],
)
def test_delays(delays, elapsed):
    found = schedule(kiosk(CHAIN), delays).elapsed
    assert minutes(found) == pytest.approx(elapsed, abs=0.001)


def test_the_hotel():
    found = schedule(sample("hotel-full.yaml"))
    # Greets 0..4 + 0.5, looks up 1..2, offers 1, books 0..2 + 3..5, tells the floor 1, then the
    # table: tells the restaurant 1..3, plans 4, serves 60..90: 71.5 at least, 112.5 at most
    assert minutes(found.elapsed) == (71.5, 92, 112.5)
    assert [each.rpartition(".")[2] for each in found.critical_path] == [
        *("come-in", "greet", "ask", "look-up", "offer", "accept", "book", "tell-floor"),
        *("ask-table", "tell-restaurant", "plan-dinner", "serve"),
    ]
    # Dining needs the plan: 11.5..22.5; the beds need the room: 6.5 + 20, 15.5 + 25
    assert minutes(found.actions["dinner.guest.dine"].start) == (11.5, 17, 22.5)
    turns = found.actions["dinner.room-service.turns-down-the-beds"]
    assert minutes(turns.start) == (26.5, 33.5, 40.5)


WAYS = range(3)


@settings(max_examples=50)
@given(small_blueprints())
def test_every_schedule_holds(text):
    service = random_service(text)
    found = schedule(service)
    for each in service.actions:
        timing = found.actions[each.key]
        parts = [part for part in (each.action.wait, each.action.time) if part]
        lengths = (sum(part.least for part in parts), None, sum(part.most for part in parts))
        for way in (0, 2):
            assert timing.end[way] - timing.start[way] == pytest.approx(lengths[way])
        assert timing.start.least <= timing.start.likely <= timing.start.most
        if found.elapsed:
            assert all(timing.end[way] <= found.elapsed[way] for way in WAYS)
    for link in service.links:
        if link.kind == "needs":
            waiting, needed = found.actions[link.start], found.actions[link.end]
            assert all(waiting.start[way] >= needed.end[way] for way in WAYS)
    for step in found.steps:
        assert all(step.start[way] <= step.end[way] for way in WAYS)
        if found.elapsed:
            assert all(found.elapsed[way] >= step.end[way] - step.start[way] for way in WAYS)


@settings(max_examples=50)
@given(small_blueprints())
def test_the_critical_path_is_as_long_as_the_whole(text):
    found = schedule(random_service(text))
    assume(found.elapsed)
    path = [found.actions[key] for key in found.critical_path]
    assert path[0].start.most == 0
    assert path[-1].end.most == found.elapsed.most
    assert all(one.end.most == two.start.most for one, two in pairwise(path))


@settings(max_examples=50)
@given(small_blueprints(), st.data())
def test_a_delay_makes_nothing_shorter(text, data):
    service = random_service(text)
    before = schedule(service)
    assume(before.elapsed)
    key = data.draw(st.sampled_from(sorted(before.actions)))
    after = schedule(service, {key: 600})
    assert all(
        old <= new <= old + 600 for old, new in zip(before.elapsed, after.elapsed, strict=True)
    )
    if key in before.critical_path:
        assert after.elapsed.most == before.elapsed.most + 600
    assert all(
        before.actions[each].end[way] <= after.actions[each].end[way]
        for each in before.actions
        for way in WAYS
    )


@settings(max_examples=50)
@given(small_blueprints(), st.integers(0, 99))
def test_the_order_of_lanes_does_not_matter(text, seed):
    assert schedule(random_service(text)) == schedule(random_service(shuffled(text, seed)))
