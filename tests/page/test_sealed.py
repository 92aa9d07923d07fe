"""The page asks for nothing, runs nothing but its own script, and takes no text for markup."""

import json

import pytest

from blueprint_cli.look import PLAIN
from tests.page.conftest import NARROW, rest, written

HOSTILE = [
    "</script><script>window.broken = 1</script>",
    "<img src=x onerror='window.broken = 1'>",
    "</svg></main><b>bold</b>",
    "\"quotes\" & 'more' {{ words }}",
    "<!-- <script>",
    "]]>",
]


def hostile():
    steps = [
        {
            "name": text,
            "actions": {"guest": [{"name": text, "questions": [text], "touchpoint": text}]},
        }
        for text in HOSTILE
    ]
    lanes = [{"id": "guest", "name": HOSTILE[0], "role": "customer"}]
    return json.dumps({"blueprint": HOSTILE[1], "steps": steps, "lanes": lanes}, indent=1)


@pytest.mark.parametrize("size", [NARROW, {"width": 1280, "height": 800}], ids=["390", "1280"])
def test_nothing_is_asked_for_and_nothing_said(opened, size):
    page = opened(size=size)
    page.keyboard.press("0")
    page.keyboard.press("/")
    page.keyboard.type("table")
    page.keyboard.press("Enter")
    rest(page)
    assert [url for url in page.asked if not url.startswith("data:")] == [page.url]
    assert page.said == []


def test_no_text_is_markup(opened):
    page = opened(hostile())
    page.get_by_role("searchbox").fill("window")
    page.mouse.wheel(100, 300)
    rest(page)
    page.evaluate("() => shown.choose(shown.cards.groups[0])")
    rest(page)
    assert page.evaluate("() => window.broken") is None
    assert page.locator("b, img").count() == 0
    assert page.locator("script").count() == 2
    assert page.title() == HOSTILE[1]
    shown = page.locator("g.step").evaluate_all(
        "(steps) => steps.map((step) => step.querySelector('title').textContent)"
    )
    assert shown == [f"Step: {text}" for text in HOSTILE]


def test_what_is_not_of_the_page_cannot_run_or_load(opened):
    page = opened("hotel")
    page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.broken = 1';
          document.body.append(script);
          document.body.setAttribute('style', 'opacity: 0.5');
          const image = new Image();
          image.src = 'http://127.0.0.1:9/x.png';
          document.body.append(image);
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("() => window.broken") is None
    assert page.evaluate("() => getComputedStyle(document.body).opacity") == "1"
    assert sum("Content Security Policy" in text for text in page.said) == 3


def test_the_same_picture_gives_the_same_bytes():
    page = written("hotel", PLAIN)
    assert page == written("hotel", PLAIN)
    assert b"unsafe" not in page
