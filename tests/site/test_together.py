"""What is told of all blueprints together, against cases worked by hand."""

from datetime import date

import pytest

from blueprint_cli.analysis.places import Place
from blueprint_cli.ranges import Range
from blueprint_cli.report.telling import spoken, told
from blueprint_cli.site import blueprint_map, concerns, losses, manifest, people, resources
from blueprint_cli.site.web import Known, Spot, Web, titles

HOTEL = """\
blueprint: Hotel
owner: Front office
tags: [evening]
resources:
  - {id: pms, name: Booking system, owner: IT}
  - {id: floor, name: Floor, kind: space}
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: desk, name: Front desk, role: frontstage, owner: Front office}
steps:
  - id: booking
    name: Books
    moment_of_truth: true
    importance: 5
    actions:
      guest: {id: sign, name: Signs, needs: book}
      desk:
        id: book
        name: Books room
        uses: pms
        owner: IT
        pain_points: {name: Slow, severity: 4, frequency: 0.5}
  - id: room
    name: Goes up
    actions:
      guest: {id: go, name: Goes up}
      desk:
        id: key
        name: Gives key
        uses: floor
        opportunities: {name: A sign, impact: 5, effort: 1}
"""
DINNER = """\
blueprint: Dinner
lanes:
  - {id: guest, name: guest, role: customer}
  - {id: cooks, name: Cooks, role: backstage}
steps:
  - id: table
    name: Sits down
    importance: 1
    actions:
      guest: {id: sit, name: Sits down, needs: plan}
      cooks:
        - {id: plan, name: Plans, needs: hotel.yaml#book}
        - id: cook
          name: Cooks
          pain_points: {name: Hot, severity: 5}
          opportunities:
            - {name: A fan, impact: 2, effort: 1, owner: it, due: 2027-01-31}
            - Ideas
"""
EVENING = """\
blueprint: Evening
resources: [{id: register, name: booking  SYSTEM, owner: Office}]
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: staff, name: Staff, role: support}
steps:
  - id: dine
    name: Dines
    details: dinner.yaml
    actions: {guest: {id: dine, name: Dines}, staff: {id: count, name: Counts, uses: register}}
  - id: sleep
    name: Sleeps
    actions:
      guest: {id: sleep, name: Sleeps, details: hotel.yaml}
      staff: {id: clean, name: Cleans, triggers: hotel.yaml#room.desk}
"""


@pytest.fixture
def known(place):
    place.put(hotel_yaml=HOTEL, dinner_yaml=DINNER, evening_yaml=EVENING)
    outcome = place.made()
    assert outcome.errors == ()
    remembered = manifest.recalled(place.output)
    return [
        Known(path, remembered[path].page, remembered[path].facts) for path in sorted(remembered)
    ]


def rows(table):
    """Each row as texts; places as their names."""
    return [
        tuple(
            ", ".join(each.name for each in cell)
            if isinstance(cell, tuple) and not isinstance(cell, Range)
            else told(column.sort, cell)
            for column, cell in zip(table.columns, row, strict=True)
        )
        for row in table.rows
    ]


DINNER_AT, EVENING_AT, HOTEL_AT = 0, 1, 2


def test_what_is_lost_follows_needs_and_details_from_file_to_file(known):
    """Without `book`: `sign` needs it; `plan` in dinner.yaml needs it; `sit` needs that.

    Hotel is the detail of the action `sleep` of the evening, dinner that of its step `dine`.
    """
    lost = Web(known).lost([Spot(HOTEL_AT, "booking.desk.book")])
    assert set(lost) == {
        Spot(HOTEL_AT, "booking.desk.book"),
        Spot(HOTEL_AT, "booking.guest.sign"),
        Spot(DINNER_AT, "table.cooks.plan"),
        Spot(DINNER_AT, "table.guest.sit"),
        Spot(HOTEL_AT, ""),
        Spot(DINNER_AT, ""),
        Spot(EVENING_AT, "sleep.guest.sleep"),
        Spot(EVENING_AT, "dine"),
    }
    assert lost[0] == Spot(HOTEL_AT, "booking.desk.book")


def test_nothing_is_lost_without_nothing(known):
    assert Web(known).lost([]) == ()


def test_shared_resources(known):
    """One resource by its name: `pms` and `register`. `floor` is used in one blueprint.

    The evening hangs on the floor, too: hotel.yaml is the detail of its `sleep`.
    Booking system: book, sign, plan, sit, count and sleep are hit (6 actions), so are the steps
    booking, table, dine and sleep (4); sign, sit and sleep are the customer's (3); booking is a
    moment of truth (1). Floor: key and sleep (2) at the steps room and sleep (2); sleep is the
    customer's (1).
    """
    section = resources.section(Web(known))
    table = section.blocks[0]
    assert rows(table) == [
        (
            "booking  SYSTEM",
            "system",
            "IT, Office",
            "2",
            "Evening, Hotel",
            "2",
            "3",
            "6",
            "4",
            "3",
            "1",
        ),
        ("Floor", "space", "", "1", "Hotel", "1", "2", "2", "2", "1", "0"),
    ]
    assert spoken(section.lead[0]) == (
        "Most hangs on booking  SYSTEM: without it 3 blueprints and 6 actions are hit."
    )
    first = section.blocks[2]
    assert first.title == "Without booking  SYSTEM"
    assert [(entry.term, [spoken(each) for each in entry.phrases]) for entry in first.entries] == [
        ("Dinner", ["steps: Sits down", "then: Plans, Sits down"]),
        ("Evening", ["steps: Dines, Sleeps", "uses it: Counts", "then: Sleeps"]),
        ("Hotel", ["steps: Books", "uses it: Books room", "then: Signs"]),
    ]


def test_actions_that_other_blueprints_need(known):
    """Without `book`: book, sign, plan, sit and sleep (5) at booking, table, sleep and dine (4).

    The dinner is the detail of `dine`. Sign, sit and sleep are the customer's, booking is a moment
    of truth. A trigger from another file is no need.
    """
    table = losses.needed_elsewhere(Web(known))
    assert rows(table) == [("Books room", "Hotel", "Plans", "3", "5", "4", "3", "1")]


def test_a_resource_of_one_blueprint_alone_is_not_shared(place):
    place.put(hotel_yaml=HOTEL)
    place.made()
    one = manifest.recalled(place.output)["hotel.yaml"]
    section = resources.section(Web([Known("hotel.yaml", one.page, one.facts)]))
    assert section.blocks[0].rows == ()
    assert spoken(section.lead[0]) == "No resource is used by more than one blueprint."


def test_lanes_are_one_by_name_and_role(known):
    """Guests act 2 + 1 + 2 times in three blueprints; pain is at the desk and with the cooks."""
    table = people.lanes_section(known).blocks[0]
    assert rows(table) == [
        ("guest", "customer", "3", "Dinner, Evening, Hotel", "5", "0", "0", ""),
        ("Cooks", "backstage", "1", "Dinner", "2", "1", "5", ""),
        ("Front desk", "frontstage", "1", "Hotel", "2", "1", "4", "Front office"),
        ("Staff", "support", "1", "Evening", "2", "0", "0", ""),
    ]


def test_owners(known):
    """Front office: the blueprint Hotel and its desk; it answers for the opportunity there.

    IT: a resource and an action of Hotel, whose pain is its own (4); written `it`, the fan of
    Dinner, and so the pain beside that (5).
    """
    owners, owned = people.owners_section(known).blocks
    assert rows(owners) == [
        ("Front office", "2", "1", "Hotel", "1", "1", "0", "0", "0", "0", "0", "1"),
        ("IT", "2", "1", "Hotel", "0", "0", "0", "1", "1", "2", "9", "1"),
        ("Office", "1", "1", "Evening", "0", "0", "0", "0", "1", "0", "0", "0"),
    ]
    assert rows(owned) == [
        ("Front office", "blueprint", "Hotel", "Hotel"),
        ("Front office", "lane", "Front desk", "Hotel"),
        ("IT", "resource", "Booking system", "Hotel"),
        ("IT", "action", "Books room", "Hotel"),
        ("Office", "resource", "booking  SYSTEM", "Evening"),
    ]


def test_pain_of_all_in_one_list(known):
    """Weight: severity × frequency × importance: Slow 4 × 0.5 × 5 = 10, Hot 5 × 1 × 1 = 5."""
    section = concerns.pain_section(known)
    assert [row[:5] for row in rows(section.blocks[0])] == [
        ("Slow", "1", "10", "4 of 5", "50\N{NO-BREAK SPACE}%"),
        ("Hot", "2", "5", "5 of 5", "100\N{NO-BREAK SPACE}%"),
    ]
    (place,) = section.blocks[0].rows[0][0]
    assert place.at == "blueprints/hotel.html#action%3Abooking.desk.book"
    assert (
        spoken(section.lead[0])
        == "The worst of all is Slow at Books room in Hotel; IT answers for it."
    )


def test_opportunities_of_all_in_one_list(known):
    """Priority: impact ÷ effort, as none solves anything: 5 ÷ 1, a quick win; 2 ÷ 1, a fill-in."""
    table = concerns.opportunities_section(known).blocks[0]
    assert [row[:6] for row in rows(table)] == [
        ("A sign", "1", "quick win", "5", "5 of 5", "1 of 5"),
        ("A fan", "2", "fill-in", "2", "2 of 5", "1 of 5"),
        ("Ideas", "3", "", "", "", ""),
    ]
    assert table.rows[1][-1] == date(2027, 1, 31)


def test_every_way_between_blueprints(known):
    table = blueprint_map.section(Web(known)).blocks[0]
    assert rows(table) == [
        ("Dinner", "Plans", "needs", "Hotel", "Books room"),
        ("Evening", "Dines", "in detail", "Dinner", ""),
        ("Evening", "Sleeps", "in detail", "Hotel", ""),
        ("Evening", "Cleans", "triggers", "Hotel", "Gives key"),
    ]


def test_the_map_has_a_box_for_each_and_an_arrow_for_each_kind(known):
    svg = blueprint_map.drawn(Web(known))
    assert svg.count('class="node"') == 3
    assert [svg.count(f'class="edge {kind}"') for kind in ("details", "needs", "triggers")] == [
        2,
        1,
        1,
    ]
    assert 'xlink:href="blueprints/dinner.html"' in svg


def test_where_nothing_leads_anywhere_there_is_no_map(place):
    place.put(hotel_yaml=HOTEL)
    place.made()
    assert "No blueprint leads to another one." in place.read("map.html")
    assert '<svg class="map"' not in place.read("map.html")


def test_an_empty_site_says_so(place):
    place.put(a_yaml="blueprint: 7\n")
    outcome = place.made()
    assert outcome.errors
    assert place.pages() == set()
    index = place.read("index.html")
    assert "1 blueprint has errors and so no page." in index
    assert "a.yaml" in index
    assert all(f"({error.code})" in index for error in outcome.errors)


def test_two_blueprints_of_one_name_are_told_apart(place):
    place.write("north/hotel.yaml", HOTEL)
    place.write("south/hotel.yaml", HOTEL)
    place.made()
    assert place.pages() == {"north/hotel.html", "south/hotel.html"}
    index = place.read("index.html")
    assert "<small>north/hotel.yaml</small>" in index
    assert "<small>south/hotel.yaml</small>" in index


def test_resources_are_one_through_a_third(place):
    """`a` and `b` share no id and no name; `c` has the id of one and the name of the other."""
    text = (
        "blueprint: {0}\nresources: [{{id: {1}, name: {2}}}]\n"
        "lanes: [{{id: it, name: IT, role: support}}]\n"
        "steps: [{{name: One, actions: {{it: {{name: Works, uses: {1}}}}}}}]\n"
    )
    place.put(
        a_yaml=text.format("A", "x", "Ledger"),
        b_yaml=text.format("B", "y", "Book"),
        c_yaml=text.format("C", "x", "Book"),
    )
    place.made()
    remembered = manifest.recalled(place.output)
    known = [Known(each, remembered[each].page, remembered[each].facts) for each in remembered]
    (one,) = resources.shared(Web(known))
    assert (one.name, one.listed, len(one.lost)) == ("Ledger", (0, 1, 2), 3)


def test_places_lead_into_the_pages(known):
    hotel = known[HOTEL_AT]
    assert hotel.place == Place("blueprint", "hotel.yaml", "Hotel", "blueprints/hotel.html")
    assert hotel.step(0).at == "blueprints/hotel.html#step%3Abooking"


def test_many_blueprints_are_counted_and_some_named(place):
    """Nine blueprints with one lane: eight are named. All are called alike, so their files are."""
    for number in range(9):
        place.write(f"{number}.yaml", HOTEL.replace("blueprint: Hotel", "blueprint: Inn"))
    place.made()
    remembered = manifest.recalled(place.output)
    known = [Known(each, remembered[each].page, remembered[each].facts) for each in remembered]
    row = people.lanes_section(known).blocks[0].rows[0]
    assert row[2] == 9
    assert [each.name for each in row[3]] == ["Inn"] * 8 + ["and 1 more"]
    assert titles(known)[0] == "Inn (0.yaml)"
    assert "and 1 more" in place.read("people.html")
