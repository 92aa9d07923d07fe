"""What a report says of dependencies, of what breaks and of gaps, and what it cannot say."""

from collections import Counter

from hypothesis import given, settings

from blueprint_cli.analysis import Analysis
from blueprint_cli.report.content import Listing, Table
from blueprint_cli.report.sections import dependencies, gaps, what_if
from blueprint_cli.report.telling import spoken
from tests.analysis.services import kiosk, random_service, sample, service, small_blueprints

SECTIONS = (dependencies.section, what_if.section, gaps.section)


def lead(section):
    return [spoken(phrase) for phrase in section.lead]


def table(section, key):
    return next(each for each in section.blocks if isinstance(each, Table) and each.key == key)


def test_what_hangs_on_what_in_the_hotel():
    assert lead(dependencies.section(Analysis(sample("hotel-full.yaml")))) == [
        # its 4 users, and offer and sign; seen are look-up, offer, book and sign
        (
            "Most hangs on “Property management system”: 6 of 26 actions, 4 of which customers "
            "see; IT answers for it."
        ),
        (
            "There is no single point of failure: "
            "nothing unseen stops at once more than 5 actions that customers see, without a "
            "recovery."
        ),
        # 9 triggers, 6 needs, 1 agreement; 3 + 3 + 1 across the line
        (
            "Work changes hands 16 times, most often from Guest to Reception (4); "
            "7 links cross the line of visibility."
        ),
        # book, tell-floor, greet-by-mail, prepare, room-record and fresh-linen
        (
            "What reaches furthest behind the lines is “Accepts one of the two rooms”: 6 actions, "
            "4 of them unseen, down to “Brings fresh linen each noon”, 4 links away."
        ),
    ]


def test_what_breaks_in_the_hotel():
    section = what_if.section(Analysis(sample("hotel-full.yaml")))
    assert lead(section) == [
        (
            "Without the Property management system 6 actions fail in 2 of 5 steps, among them the "
            "moment of truth “Books the room”; that hits at least 6 customers an hour."
        ),
        (
            "Without the IT system 11 actions fail in 4 of 5 steps, among them the moment of truth "
            "“Books the room”; that hits at least 6 customers an hour."
        ),
        "5 of 11 losses reach nothing that customers see.",
    ]
    assert [row[0][0].key for row in table(section, "what-if").rows][:3] == [
        "it",
        "pms",
        "night-porter",
    ]
    told = [each.title for each in section.blocks if isinstance(each, Listing)]
    assert told[:2] == ["Without IT system", "Without Property management system"]


def test_gaps_of_the_hotel():
    section = gaps.section(Analysis(sample("hotel-full.yaml")))
    assert lead(section) == [
        "1 step at which customers see and hold nothing: “Reserves a table for dinner”."
    ]


def test_single_points_are_named():
    users = ", ".join(f"{{name: Does {number}, uses: till}}" for number in range(6))
    of = kiosk(f"  - {{name: Order, actions: {{clerk: [{users}]}}}}\n", "resources: [Till]\n")
    said = lead(dependencies.section(Analysis(of)))
    assert said[1] == (
        "“Till” is a single point of failure: "
        "it stops at once more than 5 actions that customers see, without a recovery."
    )


def test_a_blueprint_that_says_little_gets_no_figures():
    tiny = Analysis(service("blueprint: A\nlanes: [{name: L, role: frontstage}]\nsteps: [S]\n"))
    depending, breaking, missing = (section(tiny) for section in SECTIONS)
    assert (depending.lead, depending.blocks) == ((), ())
    assert [each.figure for each in depending.missing] == [
        "hand-offs and reach",
        "what hangs on which resource",
        "how far the customer's actions reach",
    ]
    assert (breaking.lead, breaking.blocks) == ((), ())
    assert [each.needs for each in breaking.missing] == [
        "`resources`, and `uses` of actions",
        "`needs` of actions",
        "`arrivals`",
    ]
    assert lead(missing) == [
        "1 step at which nobody acts: “S”.",
    ]


def test_without_needs_it_is_said_that_they_are_missing():
    of = kiosk("  - {name: Order, actions: {guest: {name: Asks, triggers: take},\n"
               "    clerk: {id: take, name: Takes it}}}\n")  # fmt: skip
    assert [each.needs for each in dependencies.section(Analysis(of)).missing] == [
        "`needs` of actions",
        "`resources`, and `uses` of actions",
    ]


@settings(max_examples=40)
@given(small_blueprints())
def test_every_table_is_whole(text):
    analysis = Analysis(random_service(text))
    for section in (make(analysis) for make in SECTIONS):
        for each in section.blocks:
            if isinstance(each, Table):
                titles = Counter(column.title for column in each.columns)
                keys = Counter(column.key for column in each.columns)
                assert set(titles.values()) == set(keys.values()) == {1}
                assert {len(row) for row in each.rows} <= {len(each.columns)}
                assert each.plot is None or set(each.plot.columns) <= keys.keys()


def test_without_needs_nothing_is_said_of_whom_a_loss_reaches():
    of = kiosk("  - {name: Order, actions: {guest: Asks, clerk: Answers, cook: Fries}}\n",
               "arrivals: 40/h\n")  # fmt: skip
    section = what_if.section(Analysis(of))
    assert lead(section) == ["Without the Cook 1 action fails in 1 of 1 step."]
    columns = [each.key for each in table(section, "what-if").columns]
    assert dict(zip(columns, table(section, "what-if").rows[0], strict=True))["customers"] is None
