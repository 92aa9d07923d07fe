"""What lanes do, bear and have, each worked out by hand; and what holds for every blueprint."""

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.pain import Tally
from blueprint_cli.analysis.people import MEASURES, SORTS
from tests.analysis.hurting import hurting
from tests.analysis.services import random_service, sample, service, shuffled

CLINIC = """\
blueprint: Vaccination
arrivals: 90/h
resources:
  - {id: file, name: Patient file}
  - {id: robot, name: Fridge robot, owner: Pharmacy}
  - {id: lamp, name: Lamp, kind: other}
  - {id: spare, name: Spare system}
lanes:
  - {id: sign, name: Signs, role: evidence}
  - {id: child, name: Child, role: customer}
  - {id: gate, name: Gate, role: frontstage, actor: system}
  - id: nurse
    name: Nurse
    role: frontstage
    owner: Ward
    enablers: {training: [First aid, Children], decisions: {name: May call the doctor}}
  - {id: store, name: Store, role: backstage, enablers: {technology: Scanner}}
  - {id: rider, name: Rider, role: support, actor: partner}
  - {id: cloud, name: Cloud, role: support, actor: system, owner: IT}
steps:
  - id: in
    name: Comes in
    pain_points: It smells
    actions:
      child: {name: Comes in, time: 1m}
      gate: {id: open, name: Opens, time: 5s, fail_point: It jams}
      cloud: {id: keep, name: Keeps the file, uses: [file, robot]}
  - id: jab
    name: Gets the jab
    importance: 5
    actions:
      nurse:
        - {id: look, name: Looks, time: 1m..2m, uses: file}
        - id: jab
          name: Gives the jab
          time: 2m
          pain_points:
            - {name: It hurts, severity: 4, frequency: 0.5}
            - {name: It is cold, severity: 2, status: done}
      store: {id: fetch, name: Fetches the dose, time: 90s, uses: lamp}
  - id: out
    name: Goes home
    actions:
      nurse: Waves
      rider: {name: Brings new doses, pain_points: Late}
"""


def people(text):
    return Analysis(service(text)).people


def test_who_works_at_what():
    lanes = people(CLINIC).lanes
    assert [each.place.key for each in lanes] == ["gate", "nurse", "store", "rider", "cloud"]
    gate, nurse, store, rider, cloud = lanes
    assert (gate.role, gate.actor, rider.actor) == ("frontstage", "system", "partner")
    assert (nurse.actions, nurse.steps, nurse.untimed) == (3, 2, 1)
    assert (rider.actions, rider.steps, rider.untimed) == (1, 1, 1)
    # 60..120 for the look and 120 for the jab; waving has no time
    assert nurse.work == (180, 240)
    # 90 an hour: 180 s × 90 = 16200 s, 240 s × 90 = 21600 s
    assert nurse.work_an_hour == (16200, 21600)
    # 90 s × 90 = 8100 s
    assert (store.work, store.work_an_hour) == ((90, 90), (8100, 8100))
    assert (rider.work, rider.work_an_hour) == (None, None)
    assert [each.owner for each in lanes] == ["", "Ward", "", "", "IT"]
    assert cloud.work is None


def test_what_they_bear():
    gate, nurse, _, rider, _ = people(CLINIC).lanes
    # 4 × 0.5 × importance 5 = 10; what is done counts nowhere, nor what the step itself carries
    assert nurse.pain == Tally(1, 4, 10)
    # severity 3 unless written × 1 × importance 3 unless written
    assert rider.pain == Tally(1, 3, 9)
    assert gate.pain == Tally(0, 0, 0)


def test_what_they_have():
    gate, nurse, store, rider, _ = people(CLINIC).lanes
    assert nurse.enablers == {
        "decisions": ("May call the doctor",),
        "training": ("First aid", "Children"),
    }
    assert nurse.missing == ("policies", "procedures", "technology", "insights")
    assert store.missing == tuple(sort for sort in SORTS if sort != "technology")
    assert rider.missing == SORTS
    assert gate.missing is None  # a machine is given no enablers


def test_technology_without_people():
    lonely = people(CLINIC).lonely
    assert [(each.place.kind, each.place.key, each.why) for each in lonely] == [
        # the nurse uses the file too; nothing uses the spare; the lamp is no system
        ("resource", "robot", "unused by people"),
        # the cloud has an owner
        ("lane", "gate", "nobody owns it"),
        ("lane", "store", "nothing but technology"),
        # it jams, nobody stands frontstage there, and no link leads to people
        ("action", "in.gate.open", "nobody to turn to"),
    ]


def test_the_owner_of_the_whole_owns_its_machines():
    lonely = people(f"owner: Head\n{CLINIC}").lonely
    assert "nobody owns it" not in [each.why for each in lonely]


def test_without_arrivals_there_is_no_work_an_hour():
    lanes = people(CLINIC.replace("arrivals: 90/h\n", "")).lanes
    assert [each.work for each in lanes][1:3] == [(180, 240), (90, 90)]
    assert {each.work_an_hour for each in lanes} == {None}


def test_the_hotel():
    found = Analysis(sample("hotel-full.yaml")).people
    reception, rooms, restaurant, it, linen = found.lanes
    # 30 + 60..120 + 60 + 180..300 + 60 + 60..180 seconds
    assert reception.work == (450, 750)
    # × 6 an hour
    assert reception.work_an_hour == (2700, 4500)
    assert (reception.actions, reception.steps, reception.missing) == (6, 4, ())
    assert reception.pain == Tally(1, 4, 14)  # 4 × 0.7 × 5
    assert rooms.work == (1500, 1800)  # 20..25 min + 5 min
    assert restaurant.work == (3840, 5640)  # 4 min + 60..90 min
    assert (it.missing, it.untimed) == (None, 3)
    assert (linen.actor, linen.work) == ("partner", None)
    assert found.lonely == ()


def test_keys_of_measures_are_unique():
    assert len({each.key for each in MEASURES}) == len(MEASURES)


@settings(max_examples=40)
@given(hurting(), st.integers(0, 2**32))
def test_the_order_of_lanes_changes_nothing(text, seed):
    found, mixed = (people_of(each) for each in (text, shuffled(text, seed)))
    by_key = {each.place.key: each for each in mixed.lanes}
    assert {each.place.key: each for each in found.lanes} == by_key
    assert sorted(found.lonely) == sorted(mixed.lonely)


def people_of(text):
    return Analysis(random_service(text)).people


@settings(max_examples=40)
@given(hurting())
def test_lanes_bear_all_pain_of_actions_and_no_other(text):
    analysis = Analysis(random_service(text))
    at_work = {each.place.key for each in analysis.people.lanes}
    borne = sum(each.pain.severity for each in analysis.people.lanes)
    sores = [each for each in analysis.pain.ranked if each.lane and each.lane.key in at_work]
    assert borne == sum(each.pain_point.severity for each in sores)
