"""What fails when something is gone, each case worked out by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.asked import taken_away
from blueprint_cli.analysis.dependencies import dependencies_of
from blueprint_cli.analysis.impact import customers_hit, losses_of, without
from blueprint_cli.analysis.places import action_place, lane_place, resource_place
from blueprint_cli.analysis.shares import shares_of
from tests.analysis.services import (
    kiosk,
    random_service,
    sample,
    service,
    shuffled,
    small_blueprints,
)

STEPS = """\
  - name: Order
    actions:
      guest: {id: ask, name: Asks, triggers: take}
      clerk: {id: take, name: Takes the order, needs: menu, triggers: fry}
      till: {id: menu, name: Shows the menu, uses: screen}
  - name: Eat
    moment_of_truth: yes
    actions:
      guest: {id: eat, name: Eats, needs: hand}
      clerk:
        id: hand
        name: Hands out
        needs: [fry, menu]
        fail_point: {name: Wrong dish, recovery: Gives a second one}
      cook: {id: fry, name: Fries, needs: oven}
      till: {id: oven, name: Heats the oven, uses: screen}
  - name: Leave
    actions: {guest: {id: leave, name: Leaves}, sign: Bye}
"""
TOP = "arrivals: 40/h\nresources: [{id: screen, name: Screen}, {id: lamp, name: Lamp}]\n"


def lost(*texts, top=TOP, steps=STEPS):
    of = kiosk(steps, top)
    return without(of, [taken_away(of, text) for text in texts])


def names(places):
    return [each.key.rpartition(".")[2] for each in places]


def test_a_resource_takes_all_that_uses_it_and_all_that_needs_these():
    loss = lost("resource:screen")
    assert names(loss.directly) == ["menu", "oven"]
    # one need away: take and hand (menu), fry (oven); two: eat (hand)
    assert [(names([each.place])[0], each.distance) for each in loss.falls] == [
        ("menu", 0),
        ("oven", 0),
        ("take", 1),
        ("hand", 1),
        ("fry", 1),
        ("eat", 2),
    ]
    assert [names(each.because) for each in loss.falls] == [
        [], [], ["menu"], ["menu"], ["oven"], ["hand"]
    ]  # fmt: skip
    assert [(each.place.key, each.fallen, each.actions) for each in loss.steps] == [
        ("order", 2, 3),
        ("eat", 4, 4),
    ]
    assert names(loss.customer_actions) == ["eat"]
    assert names(loss.still) == ["ask", "leave"]
    assert names(loss.moments_of_truth) == ["eat"]
    assert names(loss.unharmed) == ["leave"]
    assert [(each.fail_point, each.recovery) for each in loss.recoveries] == [
        ("Wrong dish", "Gives a second one")
    ]


def test_a_lane_takes_all_its_actions():
    loss = lost("lane:cook")
    assert names(loss.directly) == ["fry"]
    assert names(loss.actions) == ["fry", "hand", "eat"]


def test_a_trigger_is_no_dependency():
    loss = lost("action:ask")
    assert names(loss.actions) == ["ask"]  # it triggers take, which can be done without


def test_several_are_gone_at_once():
    loss = lost("oven", "action:menu")
    # hand is one need away from menu, two from oven: the fewest count
    assert [(names([each.place])[0], each.distance) for each in loss.falls] == [
        ("menu", 0),
        ("oven", 0),
        ("take", 1),
        ("hand", 1),
        ("fry", 1),
        ("eat", 2),
    ]


def test_what_nothing_uses_takes_nothing():
    loss = lost("lamp")
    assert loss.falls == loss.steps == loss.recoveries == ()
    assert names(loss.still) == ["ask", "eat", "leave"]
    assert names(loss.unharmed) == ["order", "eat", "leave"]


def test_losses_are_ranked_by_what_customers_can_no_longer_do():
    of = kiosk(STEPS, TOP)
    assert [(each.without[0].key, each.damage) for each in losses_of(of)] == [
        # customer's actions, moments of truth, steps, actions; the lamp harms nothing
        ("till", (1, 1, 2, 6)),
        ("screen", (1, 1, 2, 6)),
        ("cook", (1, 1, 1, 3)),
    ]


def test_partners_in_front_of_customers_are_losses_too():
    of = service("""\
blueprint: Kiosk
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: clerk, name: Clerk, role: frontstage}
  - {id: rider, name: Rider, role: frontstage, actor: partner}
  - {id: cook, name: Cook, role: backstage}
steps:
  - {name: Order, actions: {guest: Asks, clerk: Takes the order, rider: Waits, cook: Fries}}
""")
    assert [each.without[0].key for each in losses_of(of)] == ["cook", "rider"]


BRANCH = """\
  - name: Order
    actions:
      guest: {id: ask, name: Asks, triggers: [{action: here, share: 0.7},
        {action: home, share: 0.3}]}
      clerk: [{id: here, name: Serves here, needs: plate}, {id: home, name: Packs, needs: box}]
      cook: [{id: plate, name: Fills a plate}, {id: box, name: Folds a box},
        {id: sweep, name: Sweeps}]
"""


@pytest.mark.parametrize(
    ("gone", "hit"),
    [
        ("plate", 28),  # 40 an hour, of whom 0.7 eat here
        ("box", 12),  # 0.3 take it home
        ("lane:cook", 28),  # at least the larger of the two
        ("ask", 40),  # all ask
        ("sweep", 0),  # no customer sees it: a real 0
    ],
)
def test_how_many_customers_are_hit(gone, hit):
    of = kiosk(BRANCH, "arrivals: 40/h\n")
    loss = without(of, [taken_away(of, gone)])
    assert customers_hit(of, loss, shares_of(of)) == pytest.approx(hit)


def test_without_arrivals_nobody_can_say_how_many():
    of = kiosk(BRANCH)
    assert customers_hit(of, without(of, [taken_away(of, "ask")]), shares_of(of)) is None


def test_the_hotel_without_its_property_management_system():
    hotel = sample("hotel-full.yaml")
    loss = without(hotel, [taken_away(hotel, "pms")])
    assert [each.key for each in loss.directly] == [
        "asking.reception.look-up",
        "asking.it.room-list",
        "booking.reception.book",
        "booking.it.room-record",
    ]
    # offer needs look-up, sign needs book; accept is only triggered by offer
    assert [each.key for each in loss.actions[4:]] == [
        "asking.reception.offer",
        "booking.guest.sign",
    ]
    assert [each.place.key for each in loss.steps] == ["asking", "booking"]
    assert [each.key for each in loss.customer_actions] == ["booking.guest.sign"]
    assert [each.key for each in loss.moments_of_truth] == ["booking"]
    assert [each.key for each in loss.unharmed] == ["arrival", "table", "dinner"]
    assert customers_hit(hotel, loss, shares_of(hotel)) == 6  # arrivals 6/h, everybody books


def everything(of):
    lanes = [lane_place(of, place) for place in range(len(of.blueprint.lanes))]
    resources = [resource_place(of, key) for key in of.index.resources]
    return [*lanes, *resources, *map(action_place, of.actions)]


@settings(max_examples=40)
@given(small_blueprints())
def test_removing_nothing_hits_nothing(text):
    of = random_service(text)
    loss = without(of, [])
    assert loss.falls == loss.steps == loss.customer_actions == loss.moments_of_truth == ()
    assert len(loss.unharmed) == len(of.blueprint.steps)


@settings(max_examples=40)
@given(small_blueprints(), st.data())
def test_removing_more_never_hits_less(text, data):
    of = random_service(text)
    some = st.lists(st.sampled_from(everything(of)), max_size=3)
    few, more = data.draw(some), data.draw(some)
    less, all_of_it = without(of, few), without(of, [*few, *more])
    assert set(less.actions) <= set(all_of_it.actions)
    assert set(less.moments_of_truth) <= set(all_of_it.moments_of_truth)
    distances = {each.place: each.distance for each in all_of_it.falls}
    assert all(distances[each.place] <= each.distance for each in less.falls)


@settings(max_examples=40)
@given(small_blueprints(), st.data())
def test_what_fails_is_closed_under_needs(text, data):
    of = random_service(text)
    gone = data.draw(st.sampled_from(everything(of)))
    loss = without(of, [gone])
    failing = {each.key for each in loss.actions}
    for link in of.links:
        if link.kind == "needs" and link.end in failing:
            assert link.start in failing
    needed_by = dependencies_of(of).needed_by
    direct = {each.key for each in loss.directly}
    assert failing == direct.union(*(needed_by[key] for key in direct))


@settings(max_examples=40)
@given(small_blueprints(), st.data())
def test_each_fails_because_of_what_failed_just_before(text, data):
    of = random_service(text)
    loss = without(of, [data.draw(st.sampled_from(everything(of)))])
    distances = {each.place: each.distance for each in loss.falls}
    for each in loss.falls:
        assert bool(each.because) == bool(each.distance)
        assert {distances[one] for one in each.because} <= {each.distance - 1}
    assert list(distances.values()) == sorted(distances.values())


@settings(max_examples=40)
@given(small_blueprints(), st.integers(0, 99))
def test_the_order_of_lanes_changes_nothing(text, seed):
    one, other = random_service(text), random_service(shuffled(text, seed))
    assert losses_of(one) == losses_of(other)
    for gone in everything(one):
        assert without(one, [gone]) == without(other, [gone])
