"""JSON: it fits the published schema, and what the file does not say is null and never 0."""

import json
import re

import jsonschema
import pytest

from blueprint_cli.report.figures import FIGURES
from blueprint_cli.report_schema import SORTS, report_schema
from blueprint_cli.reporters.programs import programs
from blueprint_cli.reporting import Choice, report_for
from tests.report.nasty import NASTY, analysis_of, nasty_blueprint
from tests.report.sample import REPORT

SCHEMA = json.loads(report_schema())
VALID = jsonschema.Draft202012Validator(SCHEMA)
TINY = "{blueprint: Tiny, lanes: [{name: Desk, role: frontstage}], steps: [One]}"


def shape(sort: str):
    return jsonschema.Draft202012Validator(
        {"anyOf": [SORTS[sort], {"type": "null"}], "$defs": SCHEMA["$defs"]}
    )


def told(text: str):
    analysis = analysis_of(text)
    return json.loads(programs(analysis, report_for(analysis, Choice())))


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert list(SCHEMA["properties"]) == ["blueprint", *(each.key for each in FIGURES), "sections"]
    assert all(each.about.endswith(".") for each in FIGURES)


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_it_fits_its_schema_whatever_the_texts_are(text):
    found = told(nasty_blueprint(text))
    VALID.validate(found)
    assert found["blueprint"]["name"] == text
    assert_values_fit(found)


def assert_values_fit(found):
    """Each value is of its own sort, not only of any."""
    for section in found["sections"]:
        for fact in section["facts"]:
            shape(fact["sort"]).validate(fact["value"])
        for table in section["tables"]:
            fitting = {column["key"]: shape(column["sort"]) for column in table["columns"]}
            for row in table["rows"]:
                assert list(row) == list(fitting)
                for key, value in row.items():
                    fitting[key].validate(value)


def test_every_sort_of_value():
    analysis = analysis_of(TINY)
    found = json.loads(programs(analysis, REPORT))
    VALID.validate(found)
    assert_values_fit(found)
    _, table, _ = (None, *found["sections"][0]["tables"])
    assert table["rows"][0] == {
        "what": "two | screens",
        "count": 12345,
        "number": 2.3456,
        "share": 0.7,
        "busy": [0.45, 1.25],
        "time": [180, 300],
        "cost": [0.8, 12.5],
        "rate": [40, 50],
        "severity": 4,
        "emotion": -2,
        "since": "2026-09-01",
        "where": [
            {"kind": "action", "key": "booking.desk.book", "name": "Books room"},
            {"kind": "lane", "key": "desk", "name": "Reception"},
        ],
        "way": [
            {"kind": "action", "key": "booking.desk.book", "name": "Books room"},
            {"kind": "action", "key": "booking.it.record", "name": "Provides record"},
        ],
        "open": True,
    }
    assert table["rows"][1]["rate"] == [40, None]
    assert set(table["rows"][2].values()) == {"unsaid", None}


def test_what_a_tiny_blueprint_does_not_say_is_null_or_absent():
    found = told(TINY)
    VALID.validate(found)
    nothing = {"total": None, "per_step": {}, "per_lane": {}}
    for key in ("work", "wait", "cost", "direct_cost", "labour_cost"):
        assert found[key] == nothing
    for key in ("elapsed", "bottleneck", "overloaded_at_worst"):
        assert found[key] is None
    assert found["utilisation"] == found["resource_utilisation"] == {}
    assert found["pain_points"]["severity_sum"] is None
    assert found["pain_points"]["worst"] is None


def test_the_schema_refuses_what_is_no_report():
    found = told(TINY)
    for key in found:
        assert not VALID.is_valid({name: found[name] for name in found if name != key}), key
    assert not VALID.is_valid(found | {"more": 1})
    assert not VALID.is_valid(found | {"elapsed": 3})
    assert not VALID.is_valid(found | {"elapsed": [1, 2, 3]})


def test_no_number_is_none():
    text = programs(analysis_of(TINY), REPORT)
    assert not re.search(r"NaN|Infinity", text)


CAFE = """
blueprint: Café
currency: EUR
arrivals: 30/h
resources: {id: grinder, name: Coffee grinder, capacity: 1}
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: counter, name: Counter, role: frontstage, capacity: 1, cost_rate: 18}
  - {id: bar, name: Bar, role: backstage, capacity: 2}
  - {id: roaster, name: Roaster, role: support, actor: partner}
steps:
  - id: order
    name: Order
    actions:
      guest: {id: asks, name: Asks, triggers: takes}
      counter:
        id: takes
        name: Takes the order
        time: 1m..2m
        wait: 0m..3m
        tolerance: 2m
        cost: 0.1
        triggers: brews
        pain_points:
          - {id: queue, name: The queue is long, severity: 4, causes: [brews, grinder]}
          - {id: old, name: No cups, severity: 5, status: done, causes: grinder}
  - id: coffee
    name: Coffee
    pain_points: {id: loud, name: It is loud, severity: 2}
    actions:
      guest: {id: drinks, name: Drinks, needs: brews}
      bar:
        id: brews
        name: Brews
        time: 3m
        tolerance: 1m
        uses: grinder
        needs: beans
        agrees_with: takes
        pain_points: {id: cold, name: It is cold, severity: 3, causes: grinder}
      roaster: {id: beans, name: Brings beans}
"""


def test_hand_worked_figures():
    """One customer in two minutes: 30/h = 1/120 s.

    Work: takes 60..120 s, brews 180 s, together 240..300. Wait: 0..180.
    Labour: the counter's 60..120 s at 18/h are 0.30..0.60; with 0.10 a cost of 0.40..0.70.
    Elapsed, as docs/analysis.md defines it: wait and taking the order, then brewing, which it
    triggers: 60..300 and 180 more, 240..480. Tolerance: takes 60..300 s against 120: at worst;
    brews 180 against 60: always. Utilisation: counter 60/120..120/120 = 0.5..1; bar 180/120/2 =
    0.75; grinder 180/120 = 1.5. At best the bar is busiest, at worst the counter, which is full
    but not over. Links between lanes: asks>takes and takes>brews trigger, drinks needs brews
    (bar>guest), brews needs beans (roaster>bar), brews agrees with takes (bar>counter). Across the
    line of visibility: takes>brews, brews>drinks, brews-takes. Open pain: 4 + 2 + 3 = 9, of which 4
    at the order and 5 at the coffee. The grinder is named by 4 and 3, the brewing by 4.
    """
    found = told(CAFE)
    VALID.validate(found)
    del found["sections"]
    assert found == {
        "blueprint": {
            "id": "nasty",
            "name": "Café",
            "state": "current",
            "owner": None,
            "reviewed": None,
            "currency": "EUR",
        },
        "work": {
            "total": [240, 300],
            "per_step": {"order": [60, 120], "coffee": [180, 180]},
            "per_lane": {"counter": [60, 120], "bar": [180, 180]},
        },
        "wait": {
            "total": [0, 180],
            "per_step": {"order": [0, 180]},
            "per_lane": {"counter": [0, 180]},
        },
        "cost": {
            "total": [0.4, 0.7],
            "per_step": {"order": [0.4, 0.7]},
            "per_lane": {"counter": [0.4, 0.7]},
        },
        "direct_cost": {
            "total": [0.1, 0.1],
            "per_step": {"order": [0.1, 0.1]},
            "per_lane": {"counter": [0.1, 0.1]},
        },
        "labour_cost": {
            "total": [0.3, 0.6],
            "per_step": {"order": [0.3, 0.6]},
            "per_lane": {"counter": [0.3, 0.6]},
        },
        "elapsed": [240, 480],
        "over_tolerance": {
            "always": ["coffee.bar.brews"],
            "at_worst": ["order.counter.takes"],
            "never": [],
        },
        "utilisation": {"counter": [0.5, 1], "bar": [0.75, 0.75]},
        "resource_utilisation": {"grinder": [1.5, 1.5]},
        "bottleneck": {"best": "bar", "worst": "counter"},
        "overloaded_at_worst": [],
        "handoffs": {"triggers": 2, "needs": 2, "agrees_with": 1},
        "handoffs_between": {
            "triggers": {"counter>bar": 1, "guest>counter": 1},
            "needs": {"bar>guest": 1, "roaster>bar": 1},
            "agrees_with": {"bar>counter": 1},
        },
        "crossing_visibility": {"triggers": 1, "needs": 1, "agrees_with": 1},
        "single_points_of_failure": [],
        "pain_points": {
            "count": 3,
            "severity_sum": 9,
            "per_step": {"order": 4, "coffee": 5},
            "per_lane": {"counter": 4, "bar": 3},
            "without_cause": ["It is loud"],
            "worst": "The queue is long",
        },
        "root_causes": [
            {
                "cause": "grinder",
                "kind": "resource",
                "severity": 7,
                "pain_points": 2,
                "path": ["order.counter.takes", "grinder"],
            },
            {
                "cause": "coffee.bar.brews",
                "kind": "action",
                "severity": 4,
                "pain_points": 1,
                "path": ["order.counter.takes", "coffee.bar.brews"],
            },
        ],
    }
