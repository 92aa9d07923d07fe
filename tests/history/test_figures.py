"""The figures of three versions, worked out by hand."""

from blueprint_cli.history import history_of
from blueprint_cli.ranges import Range
from blueprint_cli.report.versions import Figures
from tests.history.repos import Repo

FIRST = """\
blueprint: Phone repair
currency: EUR
lanes:
  - {id: customer, name: Customer, role: customer}
  - {id: desk, name: Desk, role: frontstage, cost_rate: 30}
  - {id: bench, name: Bench, role: backstage}
steps:
  - name: Bring the phone
    importance: 5
    actions:
      customer: Hands over the phone
      desk:
        id: take
        name: Takes the phone
        time: 4m
        wait: 10m
        pain_points: {name: One queue for all, severity: 4, frequency: 0.5}
  - name: Repair
    actions:
      bench: {name: Mends the phone, needs: take, time: 20m..30m, cost: 15}
"""
# The desk is quicker, which somebody measured; there are ideas and a question; fetching hurts.
SECOND = (
    FIRST.replace("time: 4m", "time: 2m\n        sources: A morning at the desk")
    + """\
  - name: Fetch the phone
    questions: Who calls the customer?
    opportunities: [{name: A text when it is ready, impact: 4, effort: 1}, Lockers]
    pain_points: Nobody knows when it is ready
    actions: {customer: Pays}
"""
)
# The text is sent, which ends the pain; lockers are dropped; mending takes from 15 to 40 minutes.
THIRD = (
    SECOND.replace(
        "effort: 1}, Lockers", "effort: 1, status: done}, {name: Lockers, status: dropped}"
    )
    .replace("Nobody knows when it is ready", "{name: Nobody knows when it is ready, status: done}")
    .replace("20m..30m", "15m..40m")
    .replace("    questions: Who calls the customer?\n", "")
)


def test_three_versions(tmp_path):
    repo = Repo(tmp_path)
    path = repo.save("shop.yaml", FIRST, "As it is")
    repo.save("shop.yaml", SECOND, "What we saw")
    repo.save("shop.yaml", THIRD, "A text message")
    first, second, third = history_of(path)
    assert first.figures == Figures(
        steps=2,
        actions=3,
        severity_sum=4,
        pain_weight=10.0,  # 4 × 0.5 × 5
        work=Range(1440, 2040),  # 4 + 20 and 4 + 30 minutes
        elapsed=Range(2040, 2640),  # 10 of waiting, then these
        wait=Range(600, 600),
        cost=Range(17, 17),  # 15, and 4 minutes at 30 an hour
        assumptions=3,  # two times and a pain point, none with a source
        opportunities=None,
        opportunities_done=None,
        questions=0,
        currency="EUR",
    )
    assert second.figures == Figures(
        steps=3,
        actions=4,
        severity_sum=7,  # 4 + 3, what no severity is written for
        pain_weight=19.0,  # 10 + 3 × 1 × 3, what no frequency and importance are written for
        work=Range(1320, 1920),  # 2 + 20 and 2 + 30 minutes
        elapsed=Range(1920, 2520),
        wait=Range(600, 600),
        cost=Range(16, 16),  # 15, and 2 minutes at 30 an hour
        assumptions=2,  # the time of mending, and that nobody knows; the desk has a source
        opportunities=2,
        opportunities_done=0,
        questions=1,
        currency="EUR",
    )
    assert third.figures == second.figures._replace(
        severity_sum=4,
        pain_weight=10.0,
        work=Range(1020, 2520),  # 2 + 15 and 2 + 40 minutes
        elapsed=Range(1620, 3120),
        opportunities=1,  # what is dropped is none
        opportunities_done=1,
        questions=0,
    )
    assert effects(first) == {}
    assert effects(second) == {
        "steps": "more",
        "actions": "more",
        "severity_sum": "more, worse",
        "pain_weight": "more, worse",
        "work": "less, better",
        "elapsed": "less, better",
        "cost": "less, better",
        "assumptions": "less, better",
        "questions": "more",
    }
    assert effects(third) == {
        "severity_sum": "less, better",
        "pain_weight": "less, better",
        "work": "",  # from 15 to 40 is neither more nor less than from 20 to 30
        "elapsed": "",
        "opportunities": "less",
        "opportunities_done": "more, better",
        "questions": "less",
    }


def effects(version):
    return {
        each.figure.key: ", ".join(filter(None, (each.way, each.effect))) for each in version.moved
    }


def test_costs_in_two_currencies_are_not_compared(tmp_path):
    repo = Repo(tmp_path)
    path = repo.save("shop.yaml", FIRST)
    repo.save("shop.yaml", FIRST.replace("EUR", "CHF").replace("cost: 15", "cost: 20"))
    repo.save("shop.yaml", FIRST.replace("EUR", "CHF").replace("cost: 15", "cost: 18"))
    _, second, third = history_of(path)
    assert effects(second) == {}
    assert effects(third) == {"cost": "less, better"}


def test_no_figure_is_a_zero_that_nobody_wrote(tmp_path):
    text = "blueprint: Shop\nlanes: {name: Desk, role: frontstage}\nsteps: Opens\n"
    path = Repo(tmp_path).save("shop.yaml", text)
    (version,) = history_of(path)
    assert version.figures == Figures(1, 0, *[None] * 9, questions=0)
