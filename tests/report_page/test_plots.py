"""Every plot shows what its table says, in words and as a shape."""

import pytest

from tests.report_page.conftest import table


def plot(page, key):
    return page.locator(f"#table-{key} figure")


def words(locator):
    return [" ".join(text.split()) for text in locator.all_text_contents()]


def widths(page, key, part, of="svg"):
    """How long shapes are, as a share of the whole width."""
    return page.evaluate(
        f"""() => [...document.querySelectorAll('#table-{key} {part}')].map((shape) =>
          shape.getBoundingClientRect().width / shape.closest('{of}').clientWidth)"""
    )


def test_the_curve_leaps_over_what_is_not_known(opened):
    """0 at the first of three steps, +2 at the last: one line, from a sixth to five sixths."""
    page = opened()
    steps = plot(page, "feelings").locator("li:has(.name)")
    assert words(steps) == [
        "0Arrives at the hotel neutral (0)",
        "Books the room not known",
        "+2Comes down to dinner very good (+2)",
    ]
    lines = plot(page, "feelings").locator("line.way")
    ends = [lines.get_attribute(name) for name in ("x1", "y1", "x2", "y2")]
    assert ends == ["16.667%", "90", "83.333%", "18"]


def test_points_stand_on_their_lines(opened):
    page = opened()
    offsets = page.evaluate(
        """() => [...document.querySelectorAll('#table-feelings .point')].map((point) => {
          const box = point.getBoundingClientRect();
          const steps = point.closest('.steps').getBoundingClientRect();
          return [box.x + box.width / 2 - steps.x, box.y + box.height / 2 - steps.y, steps.width];
        })"""
    )
    assert [(x / width, y) for x, y, width in offsets] == [
        (pytest.approx(1 / 6, abs=0.01), pytest.approx(90, abs=1)),
        (pytest.approx(5 / 6, abs=0.01), pytest.approx(18, abs=1)),
    ]


def test_bars_end_at_the_least_and_the_most_and_tell_what_is_over(opened):
    """The longest is 200 %: it takes 1 / 1.02 of the width, and the limit stands at half of it."""
    page = opened()
    assert words(plot(page, "load").locator("li .said")) == [
        "50–125 % over the limit at worst",
        "not known",
        "150–200 % over the limit",
        "100 % at the limit",
    ]
    least = widths(page, "load", ".sure")
    most = widths(page, "load", ".range")
    assert least == pytest.approx([0.5 / 2.04, 0, 1.5 / 2.04, 1 / 2.04], abs=0.01)
    assert most == pytest.approx([1.25 / 2.04, 0, 2 / 2.04, 1 / 2.04], abs=0.01)
    limit = plot(page, "load").locator("line").first.get_attribute("x1")
    assert float(limit.strip("%")) == pytest.approx(100 / 2.04, abs=0.01)


def test_stacks_add_their_parts_up(opened):
    """1 min of waiting in the middle and 1 min of work, against 4 min of work in the middle."""
    page = opened()
    assert words(plot(page, "times").locator("li .said")) == [
        "Waiting 0–2 minWork 1 min",
        "Work 3–5 min",
    ]
    assert widths(page, "times", ".bars rect") == pytest.approx([0.25, 0.25, 1], abs=0.01)
    looks = [
        each.get_attribute("class") for each in plot(page, "times").locator(".bars rect").all()
    ]
    assert looks == ["wait", "work", "work"]


def test_the_square_has_each_in_its_cell_and_names_the_others(opened):
    page = opened()
    square = plot(page, "chances").locator("table")
    assert words(square.locator("tr").nth(1).locator("td")) == ["", "1", "", "", "2"]
    sizes = [dot.get_attribute("class") for dot in square.locator(".dot").all()]
    assert sizes == ["dot s4", "dot s3"]  # a quarter of the weight is half as wide: 1 + 3 × 0.5
    assert words(plot(page, "chances").locator("ol li")) == [
        "1 One screen impact 4, effort 2",
        "2 Second lift impact 4, effort 5",
    ]
    caption = words(plot(page, "chances").locator("figcaption"))[0]
    assert caption.endswith("not known: Own laundry.")


def test_paths_that_begin_alike_share_their_beginning(opened):
    page = opened()
    assert plot(page, "ways").aria_snapshot().splitlines() == [
        '- figure "From pain to cause":',
        "  - list:",
        "    - listitem:",
        '      - link "Books room":',
        '        - /url: "#action:booking.reception.book"',
        "      - list:",
        "        - listitem:",
        '          - link "Room record":',
        '            - /url: "#action:booking.it.room-record"',
        '          - text: "7"',
        "          - list:",
        "            - listitem: Property management system 14",
        "    - listitem:",
        '      - link "Laundry":',
        '        - /url: "#lane:linen"',
        '      - text: "3.5"',
        '  - text: "The bars show: weight."',
    ]


def test_lines_go_from_the_first_day_to_the_last(opened):
    """31 of 62 days lie between the first and the second day: the middle."""
    page = opened()
    trends = plot(page, "versions").locator("li")
    assert words(trends) == [
        "Pain 2026-01-01: 20 2026-02-01: 12 2026-03-04: 14 from 20 to 14",
        "Cost of a case 2026-02-01: 30–40 EUR 2026-03-04: 28–36 EUR from 30–40 EUR to 28–36 EUR",
    ]
    spots = [
        (spot.get_attribute("cx"), spot.get_attribute("cy"))
        for spot in trends.first.locator("circle").all()
    ]
    assert spots == [("2%", "8"), ("50%", "72"), ("98%", "56")]


def test_every_plot_has_its_table(opened):
    page = opened()
    for key in ("feelings", "ways", "times", "load", "chances", "versions"):
        behind = page.locator(f"#table-{key} details")
        assert not behind.locator("table").is_visible()
        behind.locator("summary").click()
        assert len(table(page, key)) >= 2


def test_what_is_not_known_is_said_and_what_is_missing_for_it(opened):
    page = opened()
    facts = words(page.locator(".figures > div"))
    assert facts == [
        "Sum of pain 24.8 Books the room",
        "From start to end 72–112 min",
        "Delight not known",
        facts[3],
    ]
    missing = page.get_by_role("complementary")
    assert words(missing.get_by_role("listitem")) == ["Delight: an emotion above 0"]
    assert missing.locator("code").text_content() == "emotion"
