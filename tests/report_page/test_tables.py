"""Tables are sorted by their headers and filtered by words."""

import pytest

from tests.report_page.conftest import table


def names(page):
    return [row[0] for row in table(page, "pain")]


def head(page, title):
    return page.locator("#table-pain thead").get_by_role("button", name=title)


def test_figures_begin_with_the_greatest_and_the_unknown_is_last_both_ways(opened):
    page = opened()
    head(page, "Severity").click()
    assert [row[2] for row in table(page, "pain")] == [
        *("5 of 5", "4 of 5", "3 of 5"), *("2 of 5",) * 3, "1 of 5", "",
    ]  # fmt: skip
    head(page, "Severity").click()
    assert names(page)[0] == "Bar is loud"
    assert names(page)[-1] == "Nobody is there"


def test_equals_keep_their_order(opened):
    page = opened()
    head(page, "Severity").click()
    assert names(page)[3:6] == ["Linen is late", "A 10", "A 9"]


def test_words_are_sorted_as_people_do(opened):
    """Numbers in them by their size, accents beside their letters."""
    page = opened()
    head(page, "Pain point").click()
    assert names(page)[:4] == ["A 9", "A 10", "Bar is loud", "Émile's key"]


def test_days_by_time(opened):
    page = opened()
    head(page, "Since").click()
    assert [row[4] for row in table(page, "pain")][:3] == ["2026-03-01", "2026-01-01", "2025-12-01"]


def test_one_column_says_how_it_is_sorted(opened):
    page = opened()
    head(page, "Severity").click()
    head(page, "Customers").focus()
    page.keyboard.press("Enter")
    sorted_by = page.locator("#table-pain [aria-sort]")
    assert sorted_by.all_text_contents() == ["Customers"]
    assert sorted_by.get_attribute("aria-sort") == "descending"
    page.keyboard.press("Space")
    assert sorted_by.get_attribute("aria-sort") == "ascending"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("emile", ["Émile's key"]),
        ("LAUNDRY", ["Linen is late"]),
        ("books room", ["Two screens", "Zimmer zu laut", "Émile's key", "A 10", "A 9"]),
        ("zebra", []),
    ],
)
def test_a_filter_shows_rows_with_all_its_words(opened, words, found):
    page = opened()
    page.get_by_role("searchbox", name="Filter Pain points").fill(words)
    assert names(page) == found
    assert page.locator("#table-pain output").text_content() == f"{len(found)} of 8 rows"


def test_a_filter_that_is_emptied_shows_all_again(opened):
    page = opened()
    box = page.get_by_role("searchbox", name="Filter Pain points")
    box.fill("zebra")
    box.fill("")
    assert len(names(page)) == 8
    assert page.locator("#table-pain output").text_content() == "8 rows"


def test_short_tables_have_no_filter_and_one_row_nothing_to_sort(opened):
    page = opened()
    assert page.get_by_role("searchbox").count() == 2  # the pain points and the picture


def test_cells_are_coloured_by_their_share_of_the_greatest(opened):
    page = opened()
    cells = page.locator("#table-heat td")
    assert cells.all_text_contents() == ["", "1", "10", "5"]
    classes = [cell.get_attribute("class") for cell in cells.all()]
    assert classes == ["cell", "cell h1", "cell h5", "cell h3"]
