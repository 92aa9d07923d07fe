"""The times of steps, each worked out by hand."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import integers, lists, none, one_of

from blueprint_cli.parse import parse
from blueprint_cli.source import Source
from blueprint_cli.step_times import StepTime, step_times
from blueprint_cli.workspace import Workspace

ROOT = Path(__file__).parents[2]
LANES = """\
blueprint: Kiosk
lanes:
  - {id: sign, name: Sign, role: evidence}
  - {id: guest, name: Guest, role: customer}
  - {id: clerk, name: Clerk, role: frontstage}
  - {id: cook, name: Cook, role: backstage}
  - {id: till, name: Till, role: support}
steps:
"""


def times(steps):
    found = parse(Source("kiosk.yaml", LANES + steps))
    assert found.problems == ()
    return step_times(found.blueprint, found.index)


def test_each_lane_counts_where_it_stands():
    [order] = times("""\
  - name: Order
    actions:
      guest: {name: Chooses, time: 1m..2m}
      clerk: {name: Asks, time: 30s, wait: 0m..4m}
      cook: [{name: Fries, time: 3m}, {name: Packs, time: 20s..40s, wait: 1m}]
      till: {name: Counts, time: 5s}
""")
    assert order.wait == (60, 300)  # 0..240 at the clerk + 60 at the cook
    assert order.in_sight == (90, 150)  # 60..120 of the guest + 30 of the clerk
    assert order.behind == (205, 225)  # 180 + 20..40 of the cook + 5 of the till
    assert order.total == (150, 450)  # 60 + 90, 300 + 150; what is behind is not the customer's


def test_the_total_runs_on():
    order, waiting, eating = times("""\
  - {name: Order, actions: {clerk: {name: Asks, time: 30s}}}
  - {name: Wait, actions: {guest: {name: Waits, wait: 2m..5m}}}
  - {name: Eat, actions: {guest: {name: Eats, time: 10m}}}
""")
    assert order.total == (30, 30)
    assert waiting.total == (150, 330)  # 30 + 120, 30 + 300
    assert eating.total == (750, 930)  # 150 + 600, 330 + 600


def test_nothing_written_is_no_zero():
    silent, kitchen, zero, late = times("""\
  - {name: Look, actions: {guest: Looks, clerk: Greets}}
  - {name: Cook, actions: {cook: {name: Fries, time: 3m}}}
  - {name: Take, actions: {clerk: {name: Hands out, time: 0s}}}
  - {name: Leave}
""")
    assert silent == StepTime(None, None, None, None)
    assert not silent.written
    assert kitchen == StepTime(None, None, (180, 180), None)  # the customer's time has not begun
    assert kitchen.written
    assert zero == StepTime(None, (0, 0), None, (0, 0))
    assert zero.written
    assert late == StepTime(None, None, None, (0, 0))  # carried on
    assert not late.written


def test_evidence_does_no_work_but_customers_may_wait_for_it():
    [order] = times("""\
  - {name: Order, actions: {sign: {name: Lights up, time: 5s, wait: 1s}}}
""")
    assert order == StepTime((1, 1), None, None, (1, 1))


def test_the_hotel():
    path = ROOT / "samples" / "hotel-full.yaml"
    found = parse(Source(str(path), path.read_text(encoding="utf-8")), Workspace(ROOT))
    arrival, asking, booking, table, dinner = step_times(found.blueprint, found.index)
    # Greets: 30 s, wait 0 to 4 min
    assert arrival == StepTime((0, 240), (30, 30), None, (30, 270))
    # Looks up 1 to 2 min + offers 1 min
    assert asking == StepTime(None, (120, 180), None, (150, 450))
    # Books 3 to 5 min + forwards 1 min, wait 0 to 2 min; prepares 20 to 25 min + mail 10 s;
    # total 150 + 240 + 0, 450 + 360 + 120
    assert booking == StepTime((0, 120), (240, 360), (1210, 1510), (390, 930))
    # Forwards 1 to 3 min; plans 4 min
    assert table == StepTime(None, (60, 180), (240, 240), (450, 1110))
    # Beds 5 min + serves 1 h to 1 h 30 min
    assert dinner == StepTime(None, None, (3900, 5700), (450, 1110))


@given(lists(one_of(none(), integers(0, 600)), min_size=1, max_size=8))
def test_the_last_total_is_the_sum_of_all(waits):
    said = ["" if wait is None else f", wait: {wait}s" for wait in waits]
    steps = "".join(
        f"  - {{name: Step {at}, actions: {{guest: {{name: Waits{each}}}}}}}\n"
        for at, each in enumerate(said)
    )
    written = [wait for wait in waits if wait is not None]
    expected = (sum(written), sum(written)) if written else None
    assert times(steps)[-1].total == expected


@pytest.mark.parametrize("name", ["passport-de", "clinic-ar", "phone-repair-zh", "day-surgery"])
def test_totals_never_shrink(name):
    path = ROOT / "samples" / f"{name}.yaml"
    found = parse(Source(str(path), path.read_text(encoding="utf-8")), Workspace(ROOT))
    totals = [each.total for each in step_times(found.blueprint, found.index) if each.total]
    assert totals
    assert all(one.least <= two.least and one.most <= two.most for one, two in pairwise(totals))
    assert all(total.least <= total.most for total in totals)
