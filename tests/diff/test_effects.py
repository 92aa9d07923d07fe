"""What each change means for the service, case by case: one edit of a small file, one effect."""

import pytest

from blueprint_cli.diff.between import diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.parse import read

SHOP = """\
blueprint: Phone repair
owner: Head office
resources:
  - {id: pos, name: Till, capacity: 2}
metrics:
  - {id: nps, name: Recommend us, value: 30}
  - {id: lost, name: Lost phones, value: 4, better: lower}
lanes:
  - {id: paper, name: What they see, role: evidence}
  - {id: customer, name: Customer, role: customer}
  - {id: desk, name: Desk, role: frontstage, capacity: 2, cost_rate: 20, owner: Branch}
  - {id: bench, name: Workbench, role: backstage, capacity: 2, enablers: {training: Soldering}}
steps:
  - id: bring
    name: Bring the phone
    emotion: 0
    pain_points:
      - {id: queue, name: A long queue, severity: 3, frequency: 0.5}
    actions:
      customer: Hands over the phone
      desk:
        id: take
        name: Takes the phone
        time: 3m..5m
        wait: 2m
        tolerance: 10m
        cost: 2
        channel: counter
        uses: pos
        fail_point: {name: The phone is mixed up, recovery: Call the customer}
        x-form: A4
      bench: {id: mend, name: Mends it, time: 30m, needs: part}
      paper: Ticket
  - id: fetch
    name: Fetch the phone
    actions:
      customer: Pays
      bench: {id: part, name: Orders parts}
"""
FRONT, BACK = "name: Takes the phone", "name: Mends it"

CASES = [
    # figures with a direction: less is better
    ("time: 3m..5m", "time: 2m..4m", "better", "time 3m..5m → 2m..4m"),
    ("time: 3m..5m", "time: 3m..6m", "worse", "time 3m..5m → 3m..6m"),
    ("time: 3m..5m", "time: 2m..6m", "visible", "time 3m..5m → 2m..6m"),
    ("time: 30m", "time: 20m..40m", "internal", "time 30m → 20m..40m"),
    ("time: 30m", "time: 20m", "better", "time 30m → 20m"),
    ("wait: 2m", "wait: 3m", "worse", "wait 2m → 3m"),
    ("cost: 2\n", "cost: 1.5\n", "better", "cost 2 → 1.5"),
    ("cost_rate: 20", "cost_rate: 25", "worse", "cost rate 20 → 25"),
    ("severity: 3", "severity: 5", "worse", "severity 3 → 5"),
    ("severity: 3, ", "", None, ""),  # 3 is what holds without it
    ("frequency: 0.5", "frequency: 0.2", "better", "frequency 0.5 → 0.2"),
    (", frequency: 0.5", "", "worse", "frequency 0.5 → 1"),
    # more is better
    ("tolerance: 10m", "tolerance: 5m", "worse", "tolerance 10m → 5m"),
    ("emotion: 0", "emotion: 1", "better", "emotion 0 → 1"),
    ("emotion: 0", "emotion: -2", "worse", "emotion 0 → -2"),
    ("backstage, capacity: 2", "backstage, capacity: 3", "better", "capacity 2 → 3"),
    ("backstage, capacity: 2", "backstage", "worse", "capacity 2 → 1"),
    ("Till, capacity: 2", "Till, capacity: 1", "worse", "capacity 2 → 1"),
    ("value: 30", "value: 40", "better", "value 30 → 40"),
    ("value: 4,", "value: 7,", "worse", "value 4 → 7"),
    # a figure that becomes known, or no longer is, changes nothing of the service
    ("        wait: 2m\n", "", "internal", "wait was 2m, now none"),
    (BACK, f"{BACK}, wait: 1h", "internal", "wait is now 1h"),
    ("    emotion: 0\n", "", "internal", "emotion was 0, now none"),
    # owners, burdens, recovery
    (", owner: Branch", "", "worse", "owner was 'Branch', now none"),
    ("role: customer}", "role: customer, owner: Us}", "better", "owner is now 'Us'"),
    ("owner: Branch", "owner: Region", "internal", "owner 'Branch' → 'Region'"),
    (", recovery: Call the customer", "", "worse", "recovery was 'Call the customer', now none"),
    ("        fail_point: {name: The phone is mixed up, recovery: Call the customer}\n", "",
     "better", "the fail point 'The phone is mixed up' of 'Takes the phone' is gone"),
    (BACK, f"{BACK}, fail_point: It breaks", "worse", "'It breaks' of 'Mends it' is new"),
    (BACK, f"{BACK}, pain_points: Dust", "worse", "the pain point 'Dust' of 'Mends it' is new"),
    (BACK, f"{BACK}, pain_points: {{name: Dust, status: done}}", "internal", "'Dust'"),
    ("frequency: 0.5", "frequency: 0.5, status: done", "better", "status open → done"),
    ("frequency: 0.5", "frequency: 0.5, status: planned", "internal", "status open → planned"),
    # words, ids and notes
    (FRONT, "name: Takes the mobile phone", "editorial", "is now called 'Takes the mobile phone'"),
    ("blueprint: Phone repair", "blueprint: Mending phones", "editorial", "the blueprint"),
    ("name: A long queue", "name: A very long queue", "editorial", "is now called"),
    ("name: The phone is mixed up", "name: The phone gets lost", "editorial", "name"),
    (FRONT, f"{FRONT}\n        note: See the manual", "editorial", "note is now 'See the manual'"),
    (FRONT, f"{FRONT}\n        tags: [a, b]", "editorial", "tags are now 'a', 'b'"),
    ("id: take", "id: take-in", "editorial", "has the id 'take-in', it was 'take'"),
    ("    emotion: 0", "    emotion: 0\n    thinks: Oh no", "editorial", "thinks is now 'Oh no'"),
    # where customers see it
    ("channel: counter", "channel: [counter, app]", "visible", "channel: 'app' is new"),
    ("      customer: Pays\n", "", "visible", "Customer: 'Pays' is gone"),
    ("      paper: Ticket\n", "", "visible", "What they see: 'Ticket' is gone"),
    ("      customer: Pays", "      customer: Pays\n      desk: Thanks", "visible", "is new"),
    ("role: frontstage", "role: backstage", "visible", "role frontstage → backstage"),
    ("Orders parts}", "Orders parts, triggers: take}", "visible",
     "the link from 'Orders parts' to 'Takes the phone' (triggers) is new"),
    # and where they do not
    (", needs: part", "", "internal",
     "the link from 'Mends it' to 'Orders parts' (needs) is gone"),
    ("      bench: {id: part", "      bench: Looks\n      desk: {id: part", "visible", ""),
    (BACK, f"{BACK}, touchpoint: none", "internal", "touchpoint is now 'none'"),
    (BACK, f"{BACK}, opportunities: A robot", "internal", "the opportunity 'A robot'"),
    ("training: Soldering", "procedures: Soldering", "internal",
     "moves from training to procedures"),
    ("name: Till, ", "name: Till, kind: space, ", "internal", "kind system → space"),
    ("x-form: A4", "x-form: A5", "internal", "x-form 'A4' → 'A5'"),
    ("x-form: A4", "x-form: {a: b}", "internal", "x-form"),
    ("      customer: Pays", "      customer: Pays\n      x-room: 1", "internal",
     "the step 'Fetch the phone': x-room is now '1'"),
    ("training: Soldering", "x-a: b, training: Soldering", "internal", "x-a is now 'b'"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "effect", "said"), CASES)
def test_effect(before, after, effect, said):
    assert SHOP.count(before) == 1
    changes = changed(SHOP, SHOP.replace(before, after))
    if effect is None:
        assert changes == ()
        return
    assert effect in {each.effect for each in changes}
    assert said in " | ".join(each.message for each in changes)
    if said:
        assert [each.effect for each in changes] == [effect]


OPPOSITE = {"better": "worse", "worse": "better"}


@pytest.mark.parametrize(("before", "after", "effect", "said"), CASES)
def test_the_way_back_has_the_opposite_effect(before, after, effect, said):
    del said
    other = SHOP.replace(before, after)
    there, back = changed(SHOP, other), changed(other, SHOP)
    assert sorted(OPPOSITE.get(each.effect, each.effect) for each in there) == sorted(
        each.effect for each in back
    ), effect


def changed(old: str, new: str) -> tuple[Change, ...]:
    documents = [read(text.encode(), "shop.yaml") for text in (old, new)]
    assert not [
        each.message for one in documents for each in one.problems if each.severity == "error"
    ]
    return diff(*documents).changes


def test_an_action_that_crosses_the_line_of_visibility_says_so():
    moved = SHOP.replace("      bench: {id: part", "      desk: {id: part")
    (there,), (back,) = changed(SHOP, moved), changed(moved, SHOP)
    said = "'Orders parts' moves from 'Workbench' to 'Desk', where customers see it"
    assert (there.kind, there.effect) == ("moved", "visible")
    assert there.message == f"Desk: {said}"
    assert (there.before, there.after) == ("fetch.bench.part", "fetch.desk.part")
    assert back.message.endswith("from 'Desk' to 'Workbench', where no customer sees it")


def test_before_and_after_are_the_texts_as_written():
    (change,) = changed(SHOP, SHOP.replace("channel: counter", 'channel: ["counter", app]'))
    assert (change.before, change.after) == ("counter", '["counter", app]')
    (own,) = changed(SHOP, SHOP.replace("training: Soldering", "x-a: 'b', training: Soldering"))
    assert (own.field, own.before, own.after) == ("enablers.x-a", None, "'b'")
    (gone,) = changed(SHOP, SHOP.replace("      customer: Pays\n", ""))
    assert (gone.path, gone.before, gone.after) == ("fetch.customer.pays", "Pays", None)
