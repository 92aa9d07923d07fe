"""What hangs on what, each case worked out by hand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.dependencies import dependencies_of
from tests.analysis.services import (
    kiosk,
    random_service,
    sample,
    service,
    shuffled,
    small_blueprints,
)

ORDER = """\
  - name: Order
    actions:
      guest: {id: ask, name: Asks, triggers: take}
      clerk: {id: take, name: Takes the order, needs: menu, triggers: fry}
      till: {id: menu, name: Shows the menu, uses: screen}
  - name: Eat
    actions:
      guest: {id: eat, name: Eats, needs: hand}
      clerk: {id: hand, name: Hands out, needs: [fry, pack], uses: screen}
      cook: [{id: fry, name: Fries, needs: menu}, {id: pack, name: Packs, needs: fry,
        agrees_with: hand}]
"""
SCREEN = "resources: [{id: screen, name: Screen, owner: IT}, {id: oven, name: Oven}]\n"


def found():
    return dependencies_of(kiosk(ORDER, SCREEN))


def names(keys):
    return sorted(key.rpartition(".")[2] for key in keys)


def test_needs_are_followed_both_ways():
    needs, needed_by = found().needs, found().needed_by
    # eat needs hand, hand needs fry and pack, both need (at last) menu; fry only menu
    assert names(needs["eat.guest.eat"]) == ["fry", "hand", "menu", "pack"]
    assert names(needs["eat.cook.fry"]) == ["menu"]
    assert names(needs["order.till.menu"]) == []
    # menu is needed by take and fry; by way of fry by pack, hand and eat
    assert names(needed_by["order.till.menu"]) == ["eat", "fry", "hand", "pack", "take"]
    assert names(needed_by["order.guest.ask"]) == []  # a trigger is no need
    assert len(needs) == len(needed_by) == 7


def test_hubs_are_ranked_by_all_that_hangs_on_them():
    hubs = [
        (each.place.key, names(one.key for one in each.directly), each.transitively, each.visible)
        for each in found().hubs
    ]
    assert hubs == [
        # used by menu and hand; with take, fry, pack and eat that is 6; seen: take, hand, eat
        ("screen", ["hand", "menu"], 6, 3),
        # take, fry, pack, hand, eat: 5; seen: take, hand, eat
        ("order.till.menu", ["fry", "take"], 5, 3),
        ("eat.cook.fry", ["hand", "pack"], 3, 2),  # pack, hand, eat
        ("eat.cook.pack", ["hand"], 2, 2),  # hand, eat
        ("eat.clerk.hand", ["eat"], 1, 1),
    ]
    assert [each.owner for each in found().hubs] == ["IT", "", "", "", ""]


def test_hand_offs_by_kind_and_by_lanes():
    # triggers: ask>take, take>fry; needs: take-menu, eat-hand, hand-fry, hand-pack, fry-menu, and
    # pack-fry within the kitchen; agreements: pack-hand
    assert found().handoffs == {"triggers": 2, "needs": 5, "agrees_with": 1}
    assert found().handoffs_between == {
        "triggers": {"clerk>cook": 1, "guest>clerk": 1},
        "needs": {"clerk>guest": 1, "cook>clerk": 2, "till>clerk": 1, "till>cook": 1},
        "agrees_with": {"cook>clerk": 1},
    }


def test_links_across_the_line_of_visibility():
    # seen and unseen: take>fry; take-menu, hand-fry, hand-pack; pack-hand. fry-menu stays behind
    assert found().crossing_visibility == {"triggers": 1, "needs": 3, "agrees_with": 1}


def test_evidence_does_not_cross():
    crossed = dependencies_of(
        kiosk("""\
  - name: Order
    actions:
      sign: {id: shine, name: Shines, needs: wire, triggers: wire}
      till: {id: wire, name: Gives power}
""")
    )
    assert crossed.crossing_visibility == {"triggers": 0, "needs": 0, "agrees_with": 0}
    assert crossed.handoffs == {"triggers": 1, "needs": 1, "agrees_with": 0}


def test_links_to_other_files_are_no_hand_offs():
    hotel = dependencies_of(sample("hotel-full.yaml"))
    # 11 triggers within the file, 2 of them within a lane (book > tell-floor, sign > ask-table);
    # 9 needs, 3 of them within a lane (offer, turning down the beds, serve)
    assert hotel.handoffs == {"triggers": 9, "needs": 6, "agrees_with": 1}
    assert hotel.crossing_visibility == {"triggers": 3, "needs": 3, "agrees_with": 1}


def test_the_matrix_of_lanes_has_what_stays_in_a_lane_too():
    assert found().lane_matrix == {
        ("clerk", "cook"): 1,  # take>fry
        ("clerk", "guest"): 1,  # hand for eat
        ("cook", "clerk"): 2,  # fry and pack for hand
        ("cook", "cook"): 1,  # fry for pack
        ("guest", "clerk"): 1,  # ask>take
        ("till", "clerk"): 1,  # menu for take
        ("till", "cook"): 1,  # menu for fry
    }


def test_the_matrix_of_resources_counts_every_way_to_them():
    matrix = {key.rpartition(".")[2]: counts for key, counts in found().resource_matrix.items()}
    assert matrix == {
        "menu": {"screen": 1},  # itself
        "take": {"screen": 1},  # by menu
        "fry": {"screen": 1},
        "pack": {"screen": 1},
        "hand": {"screen": 2},  # itself and menu
        "eat": {"screen": 2},
    }


def test_how_far_customers_reach():
    ask, eat = found().reaches
    # ask > take, from there menu (needed) and fry (triggered): the furthest are 2 links away
    assert names(each.key for each in ask.actions) == ["fry", "menu", "take"]
    assert (ask.roles, ask.behind, ask.depth) == (("frontstage", "backstage", "support"), 2, 2)
    assert [each.name for each in ask.deepest] == ["Asks", "Takes the order", "Shows the menu"]
    assert [each.key for each in ask.lanes] == ["clerk", "cook", "till"]
    # eat - hand - fry, pack - menu: 3 links
    assert names(each.key for each in eat.actions) == ["fry", "hand", "menu", "pack"]
    assert [each.name for each in eat.deepest] == ["Eats", "Hands out", "Fries", "Shows the menu"]
    assert [each.key for each in eat.resources] == ["screen"]


def test_reach_ends_at_the_customers_next_action():
    first, second = dependencies_of(
        kiosk("""\
  - name: Order
    actions:
      guest: [{id: ask, name: Asks, triggers: say}, {id: pay, name: Pays, triggers: count}]
      clerk: [{id: say, name: Says the price, triggers: pay}, {id: count, name: Counts}]
""")
    ).reaches
    assert [each.name for each in first.actions] == ["Says the price"]
    assert [each.name for each in second.actions] == ["Counts"]


def test_who_reaches_nothing_says_so():
    (alone,) = dependencies_of(kiosk("  - {name: Order, actions: {guest: Looks}}\n")).reaches
    assert (alone.actions, alone.roles, alone.depth) == ((), (), 0)
    assert alone.deepest == (alone.place,)


def test_circles_of_triggers_are_told_by_their_shortest_way():
    circles = dependencies_of(
        kiosk("""\
  - name: Cook
    actions:
      clerk: [{id: b, name: B, triggers: c}, {id: z, name: Z, triggers: z2}, {id: z2, name: Z2}]
      cook: [{id: a, name: A, triggers: [b, d]}, {id: d, name: D, triggers: [b, a]}]
      till: {id: c, name: C, triggers: a}
""")
    ).circles
    # b > c > a > b is a circle, a > d > a is one, and all four lead to each other: one group, whose
    # first action by key is b (cook.clerk.b)
    assert [[each.name for each in circle] for circle in circles] == [["B", "C", "A"]]


OFFICE = """\
blueprint: Ticket office
resources: [{id: till, name: Ticket system}, {id: map, name: Map}]
lanes:
  - {id: traveller, name: Traveller, role: customer}
  - {id: clerk, name: Clerk, role: frontstage}
steps:
  - name: Ask
    actions:
      traveller: [{name: Asks, uses: till}, {name: Looks, uses: [till, map]}]
      clerk: [{name: Looks up, uses: [till, map]}, {name: Tells, uses: [till, map]}]
  - name: Buy
    actions:
      clerk: [{name: Takes money, uses: [till, map]}, {name: Prints, uses: [till, map]}]
"""


def test_single_points_are_those_of_the_rule():
    office = dependencies_of(service(OFFICE))
    assert [each.key for each in office.single_points] == ["till"]  # 6 visible actions, the map 5
    assert [(each.place.key, each.single) for each in office.hubs] == [
        ("till", True),
        ("map", False),
    ]


def test_a_recovery_makes_it_no_single_point():
    copes = "{name: Prints, uses: [till, map], fail_point: {name: Jam, recovery: By hand}}"
    text = OFFICE.replace("{name: Prints, uses: [till, map]}", copes)
    assert dependencies_of(service(text)).single_points == ()


def test_a_blueprint_that_says_nothing():
    empty = dependencies_of(kiosk("  - {name: Order, actions: {clerk: Greets}}\n"))
    assert empty.hubs == empty.single_points == empty.circles == empty.reaches == ()
    assert empty.lane_matrix == empty.resource_matrix == {}


@settings(max_examples=40)
@given(small_blueprints())
def test_needs_and_needed_by_are_two_sides_of_one_graph(text):
    one = dependencies_of(random_service(text))
    pairs = {(start, end) for start, ends in one.needs.items() for end in ends}
    assert pairs == {(start, end) for end, starts in one.needed_by.items() for start in starts}


@settings(max_examples=40)
@given(small_blueprints())
def test_what_is_needed_is_needed_with_all_that_it_needs(text):
    needs = dependencies_of(random_service(text)).needs
    for key, ends in needs.items():
        assert key not in ends
        for end in ends:
            assert needs[end] < ends


@settings(max_examples=40)
@given(small_blueprints())
def test_hand_offs_add_up(text):
    one = dependencies_of(random_service(text))
    for kind, count in one.handoffs.items():
        assert sum(one.handoffs_between[kind].values()) == count
        assert one.crossing_visibility[kind] <= count
    between = sum(count for (start, end), count in one.lane_matrix.items() if start != end)
    assert between == one.handoffs["triggers"] + one.handoffs["needs"]


@settings(max_examples=40)
@given(small_blueprints(), st.integers(0, 99))
def test_the_order_of_lanes_changes_nothing(text, seed):
    one, other = (dependencies_of(random_service(each)) for each in (text, shuffled(text, seed)))
    assert dict(one.needs) == dict(other.needs)
    assert one._replace(needs=None, needed_by=None, reaches=()) == other._replace(
        needs=None, needed_by=None, reaches=()
    )
    assert [told(each) for each in one.reaches] == [told(each) for each in other.reaches]


def told(reach):
    """All of a reach but the order of its lanes, which is that of the file."""
    return reach._replace(lanes=frozenset(reach.lanes))
