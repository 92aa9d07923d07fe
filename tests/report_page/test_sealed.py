"""The page asks for nothing, runs nothing but its own script, and takes no text for markup."""

import re

import pytest

from blueprint_cli.reporters.page import Way, page
from tests.page.test_sealed import HOSTILE
from tests.report_page.conftest import made
from tests.report_page.reports import FULL, full_of

NASTY = [
    *HOSTILE,
    "javascript:alert(1)",
    "{% raw %}{{ 7 * 7 }}",
    "` `code` &amp; \u202eleft\u200b",
    "\x00\x1b[31m\x07",
    "Wort" * 200,
]


def test_nothing_is_asked_for_and_nothing_said(opened):
    page = opened()
    for summary in page.locator("details.behind summary").all():
        summary.click()
    page.locator("#table-pain thead button").first.click()
    page.get_by_role("searchbox", name="Filter").fill("room")
    page.locator("main a[href^='#action']").first.click()
    page.get_by_role("button", name="Fill the window").click()
    assert [url for url in page.asked if not url.startswith("data:")] == [page.asked[0]]
    assert page.said == []


@pytest.mark.parametrize("text", NASTY)
def test_no_text_is_markup(opened, text):
    page = opened(full_of(text))
    page.get_by_role("searchbox", name="Filter").fill(text)
    page.locator("table.values thead button").first.click()
    assert page.evaluate("() => window.broken") is None
    assert page.locator("main img").count() == 0
    assert page.locator("script").count() == 2
    assert page.said == []
    addresses = page.locator("a[href]").evaluate_all(
        "(links) => links.map((link) => link.getAttribute('href'))"
    )
    assert {address[0] for address in addresses} == {"#"}
    shown = re.sub("[\x00-\x1f]", "\ufffd", text)
    assert page.title().strip() == shown.strip()
    assert page.locator("h1").text_content() == shown
    assert page.evaluate("() => document.documentElement.scrollWidth") == 1280


def test_what_is_not_of_the_page_cannot_run(opened):
    page = opened()
    page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.broken = 1';
          document.body.append(script);
        }"""
    )
    assert page.evaluate("() => window.broken") is None


def test_the_same_report_gives_the_same_bytes():
    first = page(FULL, made())
    assert first == page(FULL, made())
    assert b"unsafe" not in first
    assert b" style=" not in first


def test_ways_lead_back():
    text = page(FULL, None, (Way("All blueprints", "../index.html"),)).decode()
    assert '<a href="../index.html">All blueprints</a>' in text
