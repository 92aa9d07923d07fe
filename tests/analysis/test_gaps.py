"""What is missing, twice, or for nobody, each case worked out by hand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.gaps import Gaps, gaps_of
from tests.analysis.services import kiosk, random_service, sample, shuffled, small_blueprints

NOTHING = Gaps((), (), (), (), (), (), (), (), ())


def names(places):
    return [each.name for each in places]


def test_who_is_answered_by_an_action_or_by_a_link():
    gaps = gaps_of(
        kiosk("""\
  - {name: Order, actions: {guest: Asks, clerk: Answers}}
  - {name: Ring, actions: {guest: Rings the bell}}
  - {name: Call, actions: {guest: {name: Calls, triggers: hear}}}
  - {name: Eat, actions: {guest: Eats, cook: {id: hear, name: Hears}}}
""")
    )
    # Order and Eat have somebody who acts, Call a link to the cook; nobody hears the bell
    assert names(gaps.unanswered) == ["Rings the bell"]


def test_the_same_work_twice_is_told_once_for_all_who_do_it():
    (same,) = gaps_of(
        kiosk("""\
  - {name: Order, actions: {clerk: Checks the name, cook: Fries}}
  - {name: Pay, actions: {cook: checks name, till: "Checks a name!"}}
""")
    ).same_work
    assert names(same.actions) == ["Checks the name", "checks name", "Checks a name!"]
    assert names(same.lanes) == ["Clerk", "Cook", "Till"]


def test_support_that_supports_nothing():
    gaps = gaps_of(
        kiosk("""\
  - name: Order
    actions:
      guest: Asks
      clerk: {name: Takes the order, needs: menu}
      till: [{id: menu, name: Shows the menu}, {name: Prints a log}, {name: Blinks, triggers: menu}]
""")
    )
    # the menu is needed, blinking sets something off; nothing leads to or from the log
    assert names(gaps.idle_support) == ["Prints a log"]


def test_where_no_support_is_linked_nothing_is_said_of_it():
    gaps = gaps_of(
        kiosk("  - {name: Order, actions: {guest: Asks, clerk: Answers, till: Counts}}\n")
    )
    assert gaps.idle_support == ()


def test_work_that_reaches_no_customer():
    gaps = gaps_of(
        kiosk("""\
  - name: Order
    actions: {guest: {name: Asks, triggers: note}, clerk: {id: note, name: Notes, triggers: thaw}}
  - name: Night
    actions: {cook: [{id: thaw, name: Thaws}, Sharpens knives], till: Closes the day}
""")
    )
    assert names(gaps.unreached) == ["Sharpens knives", "Closes the day"]
    assert names(gaps.without_customer) == ["Night"]


def test_steps_at_which_something_is_missing():
    gaps = gaps_of(
        kiosk("""\
  - {name: Order, actions: {sign: Menu, guest: Asks, clerk: Answers}}
  - {name: Wait}
  - {name: Cook, touchpoint: Smell, actions: {cook: Fries}}
  - {name: Eat, actions: {guest: Eats, clerk: Clears}}
  - {name: Elsewhere, actions: {cook: {name: Bakes, channel: phone}}}
""")
    )
    assert names(gaps.empty_steps) == ["Wait"]
    assert names(gaps.without_customer) == ["Cook", "Elsewhere"]
    assert names(gaps.without_evidence) == ["Wait", "Eat", "Elsewhere"]  # Cook has a touchpoint


def test_what_takes_no_part():
    gaps = gaps_of(
        kiosk(
            """\
  - name: Order
    actions:
      guest: Asks
      clerk: {name: Answers, uses: pen, pain_points: {name: No paper, causes: shop}}
""",
            "resources: [Pen, Shop, Bell]\n",
        )
    )
    assert names(gaps.unused_resources) == ["Bell"]  # the shop is the cause of a pain point
    assert names(gaps.unused_lanes) == ["Sign", "Cook", "Till"]


def test_a_whole_service_has_few_gaps():
    gaps = gaps_of(sample("hotel-full.yaml"))
    # the guest asks for a table with nothing to see or hold: no evidence, no touchpoint
    assert names(gaps.without_evidence) == ["Reserves a table for dinner"]
    assert gaps._replace(without_evidence=()) == NOTHING


@settings(max_examples=40)
@given(small_blueprints(), st.integers(0, 99))
def test_the_order_of_lanes_changes_nothing(text, seed):
    one, other = (gaps_of(random_service(each)) for each in (text, shuffled(text, seed)))
    assert told(one) == told(other)


def told(gaps):
    """All gaps, but the order of lanes, which is that of the file."""
    same = [each._replace(lanes=frozenset(each.lanes)) for each in gaps.same_work]
    return gaps._replace(unused_lanes=frozenset(gaps.unused_lanes), same_work=same)
