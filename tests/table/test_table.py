"""The table says what the blueprint says, each thing where its headings are."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings

from blueprint_cli.exporters.table import table
from blueprint_cli.languages import LANGUAGES
from blueprint_cli.look import PARTS, PLAIN, Look
from blueprint_cli.parse import parse
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace
from tests.layout.blueprints import blueprints
from tests.picture.test_hostile_texts import HOSTILE, UNWRITABLE
from tests.table.pages import listing, parsed, spots

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KIOSK = HERE / "cases" / "kiosk.yaml"
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
BOTH = pytest.mark.parametrize("direction", ["lr", "tb"])
each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


def read(path):
    workspace = Workspace(ROOT) if path.parent.name == "samples" else None
    found = parse(Source(str(path), path.read_text(encoding="utf-8")), workspace)
    assert not [problem for problem in found.problems if problem.severity == "error"]
    return found


def page_of(path, look=PLAIN):
    found = read(path)
    return table(found.blueprint, found.index, look)


def text_of(text, look=PLAIN):
    found = parse(Source("case.yaml", text), None)
    return table(found.blueprint, found.index, look)


@BOTH
def test_cells(direction, accept):
    expected = KIOSK.with_suffix(f".{direction}.txt")
    found = listing(parsed(page_of(KIOSK, Look(direction=direction))))
    if accept:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@each_sample
@BOTH
def test_every_action_is_in_its_cell(path, direction):
    found = read(path)
    root = parsed(table(found.blueprint, found.index, Look(direction=direction)))
    where = {}
    for spot in spots(root):
        headings = [heading.attributes.get("id") for heading in (*spot.row, *spot.column)]
        for item in spot.cell.all("li"):
            if "action" in item.classes:
                name = next(item.all("strong")).text
                where[item.attributes["id"]] = (name, {each for each in headings if each})
    assert len(where) == len(found.index.actions)
    for placed in found.index.actions:
        name, headings = where[f"action:{placed.key}"]
        assert name == " ".join(placed.action.name.split())
        assert f"step:{found.index.step_keys[placed.step]}" in headings
        assert f"lane:{found.index.lane_keys[placed.lane]}" in headings


@each_sample
def test_both_directions_say_the_same(path):
    def said(direction):
        root = parsed(page_of(path, Look(direction=direction)))
        return {
            (*sorted(spot.names(spot.row) + spot.names(spot.column)), spot.cell.text)
            for spot in spots(root)
        }

    assert said("lr") == said("tb")


@each_sample
def test_links_are_told_at_both_ends_and_lead_there(path):
    found = read(path)
    root = parsed(table(found.blueprint, found.index))
    ids = [node.attributes["id"] for node in root.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    told = {
        (item.attributes["id"], link.attributes["href"])
        for item in root.all("li")
        if "action" in item.classes
        for link in item.all("a")
    }
    inner = [joined for joined in found.index.links if not joined.external]
    assert told >= {(f"action:{each.start}", f"#action:{each.end}") for each in inner}
    assert told >= {(f"action:{each.end}", f"#action:{each.start}") for each in inner}
    assert {href for _, href in told} <= {f"#{each}" for each in ids}


@settings(deadline=None, max_examples=12)
@given(blueprints())
def test_every_table_is_sound(text):
    found = parse(Source("case.yaml", text), None)
    for direction in ("lr", "tb"):
        root = parsed(table(found.blueprint, found.index, Look(direction=direction)))
        seen = [item for spot in spots(root) for item in spot.cell.all("li")]
        assert sum("action" in item.classes for item in seen) == len(found.index.actions)


HANGING = {("marks", "notes"), ("links", "labels")}
"""What goes with another part."""
GONE = {
    "title": "Two counters from June.",
    "phases": "Counter",
    "emotion": "very good",
    "thoughts": "“Will it last?”",
    "evidence": "Board",
    "marks": "Moment of truth",
    "notes": "The queue blocks the door",
    "details": "Importance 4 of 5",
    "time": "Takes 20–40 s",
    "links": "set off by: Asks for coffee",
    "labels": "when cup is paid",
    "legend": "",
}


@pytest.mark.parametrize("part", sorted(PARTS))
def test_parts_are_left_out(part):
    whole, less = (
        listing(parsed(page_of(KIOSK, Look(shown=shown)))) for shown in (PARTS, PARTS - {part})
    )
    assert GONE[part] in whole
    assert not GONE[part] or GONE[part] not in less
    for other, text in GONE.items():
        assert other == part or text in less or (part, other) in HANGING


def test_without_their_texts_marks_are_counted():
    less = listing(parsed(page_of(KIOSK, Look(shown=PARTS - {"notes"}))))
    assert "    (5) Pain point: 2, severity 5 of 5\n" in less


def test_remarks_stay_when_the_title_goes():
    look = Look(shown=PARTS - {"title"}, remarks=("Shown: 2 of 4 lanes",))
    (header,) = parsed(page_of(KIOSK, look)).all("header")
    assert [node.text for node in header.all("h1", "p")] == [
        "Kiosk at the station",
        "Shown: 2 of 4 lanes",
    ]


@pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.code)
def test_it_speaks_the_language(words):
    root = parsed(page_of(KIOSK, Look(words=words)))
    (html,) = root.all("html")
    assert (html.attributes["lang"], html.attributes["dir"]) == (
        words.code,
        "rtl" if words.rtl else "ltr",
    )
    assert words.lines["visibility"] in listing(root)
    assert words.linked_from["triggers"] in listing(root)


@BOTH
def test_hostile_texts_are_never_markup(direction):
    plain = [f"text {at}" for at in range(len(HOSTILE))]
    tags = [
        [(node.tag, sorted(node.attributes)) for node in parsed(hostile(words, direction)).all()]
        for words in (plain, HOSTILE)
    ]
    assert tags[0] == tags[1]
    shown = parsed(hostile(HOSTILE, direction)).text
    for text in HOSTILE:
        assert " ".join(text.split()) in shown


def hostile(words, direction):
    """A page with each of the texts wherever a text can stand."""
    import json

    steps = [
        {
            "name": text, "phase": text, "thinks": text, "feels": text, "touchpoint": text,
            "actions": {"desk": {
                "id": f"a{at}", "name": text, "note": text, "owner": text,
                "pain_points": {"name": text, "quote": text},
                "fail_point": {"name": text, "recovery": text},
                "needs": {"action": f"a{at - 1}", "name": text, "when": text} if at else [],
                "triggers": {"action": f"other.yaml#{at}", "name": text},
                "metrics": {"name": text, "value": 1, "unit": text},
            }},
        }
        for at, text in enumerate(words)
    ]  # fmt: skip
    whole = {
        "blueprint": words[0], "scenario": words[0], "description": words[1], "note": words[2],
        "owner": words[3], "personas": [{"name": text, "quote": text} for text in words],
        "lanes": [{"id": "desk", "name": words[4], "role": "frontstage", "note": words[5]}],
        "steps": steps,
    }  # fmt: skip
    return text_of(json.dumps(whole, ensure_ascii=False), Look(direction=direction))


@pytest.mark.parametrize("sign", UNWRITABLE)
def test_what_html_cannot_hold_is_replaced(sign):
    shown = parsed(page_of(KIOSK, Look(remarks=(f"a{sign}b",)))).text
    assert not {"\0", "\x01", "\x1b", "\ud800", "\ufffe"} & set(shown)
    assert re.search("a[\ufffd\x7f\x86].*b", shown)


def test_nothing_but_its_own_style_is_allowed():
    page = page_of(KIOSK).decode()
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not re.search(r"<script|<link|<img|\sstyle=|\son\w+=|url\(|@import|https?:", page)


def test_the_same_bytes_each_time():
    assert page_of(KIOSK) == page_of(KIOSK)
