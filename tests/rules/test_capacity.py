"""Load and tolerance are what the utilisation law and the format say, whatever the figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.capacity import lane_loads, overrun, resource_loads
from blueprint_cli.parse import parse
from blueprint_cli.service import Service
from blueprint_cli.source import Source
from blueprint_cli.times import DURATION, lasting

MINUTES = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(sorted)


def service(rate, capacity, times):
    actions = ", ".join(f"{{name: a, time: {a}m..{b}m, uses: desk}}" for a, b in times)
    text = f"""
blueprint: Counter
arrivals: {rate}/h
resources: {{id: desk, name: Desk, capacity: {capacity}}}
lanes:
  - {{id: guest, name: Guest, role: customer}}
  - {{id: clerk, name: Clerk, role: frontstage, capacity: {capacity}}}
steps: {{name: Ask, actions: {{guest: {{name: b, time: 1h}}, clerk: [{actions}]}}}}
"""
    document = parse(Source("x.yaml", text))
    return Service(document.source, document.blueprint, document.index)


@given(st.integers(1, 99), st.integers(1, 9), st.lists(MINUTES, min_size=1, max_size=5))
def test_load_is_arrivals_times_time_by_capacity(rate, capacity, times):
    judged = service(rate, capacity, times)
    (load,) = lane_loads(judged).values()
    assert load == resource_loads(judged)[0]
    expected = [rate / 60 * sum(ends) / capacity for ends in zip(*times, strict=True)]
    assert load.utilisation == pytest.approx(expected)
    assert (load.overload == "always") == (rate * sum(a for a, _ in times) > 60 * capacity)
    assert (load.overload == "never") == (rate * sum(b for _, b in times) <= 60 * capacity)


def test_what_is_not_said_has_no_load():
    text = "blueprint: X\nlanes: {name: L, role: support}\nsteps: {name: S, actions: {l: a}}\n"
    for told in (text, f"{text}arrivals: 9/h\n"):
        document = parse(Source("x.yaml", told))
        judged = Service(document.source, document.blueprint, document.index)
        assert not lane_loads(judged)
        assert not resource_loads(judged)
        assert overrun(judged.actions[0].action) is None


@given(st.integers(0, 10**9))
def test_a_length_of_time_reads_as_what_it_was(seconds):
    assert DURATION.read(lasting(seconds)).least == seconds
