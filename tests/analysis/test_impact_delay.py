"""What comes later when something takes longer, each case worked out by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.asked import delays
from blueprint_cli.analysis.delay import delayed
from tests.analysis.services import kiosk, random_service, sample, shuffled, small_blueprints

STEPS = """\
  - name: Order
    actions:
      guest: {id: ask, name: Asks, time: 1m, triggers: take}
      clerk: {id: take, name: Takes the order, time: 2m, wait: 1m, tolerance: 4m, needs: menu}
      till: {id: menu, name: Shows the menu, time: 30s}
  - name: Eat
    actions:
      guest: {id: eat, name: Eats, time: 10m..20m, needs: hand}
      clerk: {id: hand, name: Hands out, time: 1m, tolerance: 3m, needs: fry}
      cook: {id: fry, name: Fries, time: 5m}
"""


def late(*texts, steps=STEPS):
    of = kiosk(steps)
    return delayed(of, delays(of, texts))


def told(delay):
    return {
        each.place.key.rpartition(".")[2]: (
            each.begins.most,
            each.ends.most,
            each.waits and each.waits.most,
        )
        for each in delay.later
    }


def test_what_waits_for_it_comes_later():
    delay = late("fry=4m")
    # ask 0–1, take 1–4 (1 wait, 2 work); Eat begins at 4: fry 4–9, hand 9–10, eat 10–20 or 10–30;
    # with 4 more: fry 4–13, hand 13–14, eat 14–24 or 14–34
    assert delay.before == (20 * 60, 25 * 60, 30 * 60)
    assert delay.after == (24 * 60, 29 * 60, 34 * 60)
    # customers wait 4 minutes longer before hand, and not once more before they eat
    assert told(delay) == {"fry": (0, 240, None), "hand": (240, 240, 240), "eat": (240, 240, 0)}


def test_slack_takes_it_up():
    delay = late("menu=15s")  # 45 s, done before ask is, at 60 s
    assert told(delay) == {"menu": (0, 15, None)}
    assert delay.before == delay.after


def test_only_what_the_slack_does_not_take_up_is_late():
    delay = late("menu=90s")  # from 0 to 120 s; take would have begun at 60 s
    assert told(delay)["take"] == (60, 60, 60)
    assert delay.after == (21 * 60, 26 * 60, 31 * 60)
    # customers come a minute later to the next step, and wait no longer in it
    assert {key: told(delay)[key] for key in ("fry", "hand", "eat")} == {
        "fry": (60, 60, None),
        "hand": (60, 60, 0),
        "eat": (60, 60, 0),
    }


@pytest.mark.parametrize(
    ("delay", "over"),
    [
        ("fry=2m", []),  # hand takes 1 and is waited for 2 more: 3 of 3
        ("fry=121s", [("hand", "always", (181, 181))]),
        ("take=1m", []),  # 3 of work and wait, and 1 more: 4 of 4
        ("take=61s", [("take", "always", (241, 241))]),
        ("ask=1h", []),  # whoever asks for an hour is not kept waiting
    ],
)
def test_over_tolerance_then(delay, over):
    assert [
        (each.place.key.rpartition(".")[2], each.overrun, tuple(each.spent))
        for each in late(delay).over_tolerance
    ] == over


def test_several_delays_add_up_along_one_way():
    delay = late("fry=4m", "hand=1m")
    assert told(delay)["eat"] == (300, 300, 0)
    assert [(place.key.rpartition(".")[2], more) for place, more in delay.delays] == [
        ("hand", 60),
        ("fry", 240),
    ]


def test_nothing_is_late_by_nothing():
    assert late("fry=0s").later == ()


def test_where_no_time_is_written_the_delay_is_all_there_is():
    delay = late("b=5m", steps="  - {name: A, actions: {clerk: {id: b, name: B}, guest: C}}\n")
    assert delay.before is None
    assert delay.after == (300, 300, 300)


def test_the_hotel_with_a_slow_room_record():
    hotel = sample("hotel-full.yaml")
    delay = delayed(hotel, delays(hotel, ["room-record=10m"]))
    book = next(each for each in delay.later if each.place.key == "booking.reception.book")
    # 3–5 min of work, 0–2 of wait, 10 more: 13–17 of 6; it was over at worst, 7 of 6
    assert (book.waits, book.spent) == ((600, 600), (780, 1020))
    assert (book.before, book.overrun) == ("at worst", "always")
    assert [b - a for a, b in zip(delay.before, delay.after, strict=True)] == [600, 600, 600]


@settings(max_examples=40)
@given(small_blueprints(), st.data())
def test_nothing_comes_later_by_more_than_all_delays(text, data):
    of = random_service(text)
    if not of.actions:
        return
    keys = st.sampled_from([each.key for each in of.actions])
    late_by = data.draw(st.dictionaries(keys, st.integers(0, 5000), max_size=3))
    delay = delayed(of, late_by)
    for each in delay.later:
        assert 0 <= each.begins.least <= each.begins.most <= sum(late_by.values()) + 1e-3
        assert 0 <= each.ends.least <= each.ends.most <= sum(late_by.values()) + 1e-3
        assert each.waits is None or 0 <= each.waits.most <= each.begins.most


@settings(max_examples=40)
@given(small_blueprints(), st.integers(0, 99), st.data())
def test_the_order_of_lanes_changes_nothing(text, seed, data):
    one, other = random_service(text), random_service(shuffled(text, seed))
    if one.actions:
        late_by = {data.draw(st.sampled_from(sorted(each.key for each in one.actions))): 700.0}
        assert delayed(one, late_by) == delayed(other, late_by)
