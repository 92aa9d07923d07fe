"""Assumptions, questions, reviews and owners, each counted by hand; and what always holds."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.trust import MEASURES
from blueprint_cli.facts.reviews import fresh_until
from blueprint_cli.service import Service
from blueprint_cli.times import INTERVAL
from tests.analysis.hurting import hurting
from tests.analysis.services import random_service, sample, service

SHOP = """\
blueprint: Bicycle repair
resources:
  - {id: till, name: Till, owner: Boss}
  - {id: stand, name: Stand, kind: other}
lanes:
  - {id: bell, name: Bell, role: evidence}
  - {id: rider, name: Rider, role: customer}
  - {id: shop, name: Shop, role: frontstage, owner: Boss}
  - {id: cellar, name: Cellar, role: backstage}
steps:
  - id: bring
    name: Brings the bicycle
    emotion: -1
    questions:
      - {name: Who may test the brakes?, since: 2026-05-01, owner: Boss}
      - Is there a spare bicycle?
    pain_points: {id: wet, name: One stands in the rain, severity: 4}
    actions:
      rider: {id: ring, name: Rings, wait: 2m}
      shop:
        id: take
        name: Takes it in
        time: 5m
        sources: A day in the shop
        pain_points: {name: Oily hands, severity: 5}
        opportunities: [Gloves, {name: Soap, status: dropped}]
  - id: mend
    name: Waits
    sources: Diary of a rider
    emotion: 0
    actions:
      shop: {id: ask, name: Asks for parts, questions: {name: Which wheel?, since: 2026-03-10}}
      cellar:
        id: mend
        name: Mends it
        time: 1h
        wait: 1d
        pain_points: {name: No light, severity: 4, sources: Mechanic}
  - id: fetch
    name: Fetches it
    actions:
      cellar:
        - {id: carry, name: Carries it up, wait: 1m, pain_points: {name: Stairs, severity: 4, owner: Landlord}}
        - {id: wipe, name: Wipes it}
"""  # noqa: E501 - a line of YAML


def trust(text, today=None):
    found = service(text)
    return Analysis(Service(found.source, found.blueprint, found.index, today)).trust


def test_what_is_assumed():
    found = trust(SHOP)
    # bring: emotion, rain, ring; taking in and oily hands are known from a day in the shop
    # mend: emotion, mending, no light are known from the diary
    # fetch: carrying, stairs
    assert (found.basis.told, found.basis.assumed) == (10, 5)
    assert found.basis.share == 0.5
    steps = [(each.place.key, each.told, each.assumed) for each in found.per_step]
    assert steps == [("bring", 5, 3), ("mend", 3, 0), ("fetch", 2, 2)]
    lanes = [(each.place.key, each.told, each.assumed) for each in found.per_lane]
    # what steps say themselves is in no lane: rider ring; shop take, oily hands; cellar mend, no
    # light, carry, stairs
    assert lanes == [("rider", 1, 1), ("shop", 2, 0), ("cellar", 4, 2)]
    assert [(each.kind, each.place.key) for each in found.assumptions] == [
        ("emotion", "bring"),
        ("pain", "bring.pain_points.wet"),
        ("time", "bring.rider.ring"),
        ("time", "fetch.cellar.carry"),
        ("pain", "fetch.cellar.carry.pain_points.stairs"),
    ]


def test_a_source_of_the_whole_holds_for_all():
    found = trust(f"sources: Three days of watching\n{SHOP}")
    assert (found.basis.told, found.basis.assumed, found.assumptions) == (10, 0, ())


def test_where_nothing_is_told_nothing_is_assumed():
    bare = "blueprint: Bare\nlanes: {name: Shop, role: frontstage}\n"
    found = trust(f"{bare}steps: {{name: Buy, actions: {{shop: Sells}}}}\n")
    assert (found.basis, found.per_step, found.per_lane) == (None, (), ())


def test_questions_from_the_oldest():
    # March: 21 + 30 + 31 + 14 = 96 days; May: 30 + 14 = 44
    found = trust(SHOP, date(2026, 6, 14)).questions
    assert [(each.place.name, each.days, each.owner) for each in found] == [
        ("Which wheel?", 96, "Boss"),  # of the shop, whose lane it stands in
        ("Who may test the brakes?", 44, "Boss"),
        ("Is there a spare bicycle?", None, ""),
    ]
    assert [each.days for each in trust(SHOP).questions] == [None, None, None]


def test_a_review_holds_for_half_a_year_unless_something_else_is_written():
    found = trust(f"reviewed: 2026-08-31\n{SHOP}", date(2027, 3, 3)).review
    # six months after the last of August: the last of February
    assert found.fresh_until == date(2027, 2, 28)
    assert found.days_overdue == 3
    assert trust(f"reviewed: 2026-08-31\n{SHOP}", date(2027, 2, 28)).review.days_overdue == 0
    assert trust(f"reviewed: 2026-08-31\n{SHOP}").review.days_overdue is None
    assert trust(SHOP, date(2027, 3, 3)).review == (None, "6 months", None, None)


@pytest.mark.parametrize(
    ("reviewed", "every", "until"),
    [
        ("2023-08-30", "6 months", "2024-02-29"),  # a leap year
        ("2026-12-15", "1 months", "2027-01-15"),
        ("2026-01-31", "13 months", "2027-02-28"),
        ("2026-01-01", "2w", "2026-01-15"),
        ("2026-01-01", "36h", "2026-01-02"),  # half of the day after is over
        ("9999-12-01", "6 months", "9999-12-31"),  # there is no later day
        ("2026-01-01", "999999999w", "9999-12-31"),
    ],
)
def test_the_last_fresh_day(reviewed, every, until):
    found = fresh_until(date.fromisoformat(reviewed), INTERVAL.read(every))
    assert found.isoformat() == until


def test_who_answers_for_what():
    owners = trust(SHOP).owners
    assert [(each.place.name, each.owner, each.written) for each in owners] == [
        ("Bicycle repair", "", False),
        ("Shop", "Boss", True),
        ("Cellar", "", False),
        ("Till", "Boss", True),
        ("Stand", "", False),
        ("One stands in the rain", "", False),
        ("Oily hands", "Boss", False),
        ("No light", "", False),
        ("Stairs", "Landlord", True),
        ("Gloves", "Boss", False),  # soap was dropped
    ]
    nobody = [each.place.name for each in trust(SHOP).without_owner]
    assert nobody == ["Bicycle repair", "Cellar", "Stand", "One stands in the rain", "No light"]
    assert trust(f"owner: Boss\n{SHOP}").without_owner == ()


def test_the_hotel():
    found = Analysis(sample("hotel-full.yaml")).trust
    # arrival: emotion, greeting; asking: emotion, looking up, offering; booking: emotion, booking,
    # screens, telling, preparing, mail, linen; table: emotion, telling, planning; dinner: emotion,
    # the bar, beds, serving
    assert [each.told for each in found.per_step] == [2, 3, 7, 3, 4]
    assert (found.basis.told, found.basis.assumed) == (19, 0)  # the whole has a source
    assert found.review.fresh_until == date(2027, 3, 1)
    assert found.without_owner == ()
    screens = next(each for each in found.owners if each.place.kind == "pain_point")
    assert screens.owner == "IT"  # by the opportunity that solves it


def test_keys_of_measures_are_unique():
    assert len({each.key for each in MEASURES}) == len(MEASURES)


@settings(max_examples=40)
@given(hurting())
def test_steps_add_up_to_the_whole_and_lanes_never_to_more(text):
    found = Analysis(random_service(text)).trust
    told, assumed = (found.basis.told, found.basis.assumed) if found.basis else (0, 0)
    assert sum(each.told for each in found.per_step) == told
    assert sum(each.assumed for each in found.per_step) == assumed == len(found.assumptions)
    assert sum(each.told for each in found.per_lane) <= told
    assert all(0 <= each.share <= 1 for each in (*found.per_step, *found.per_lane))


@settings(max_examples=40)
@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.integers(1, 9999))
def test_more_months_never_end_sooner(reviewed, months):
    one, more = (INTERVAL.read(f"{each} months") for each in (months, min(months + 1, 9999)))
    assert reviewed <= fresh_until(reviewed, one) <= fresh_until(reviewed, more)
