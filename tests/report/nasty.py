"""A blueprint with one text wherever the format takes a text, and texts as bad as they can be."""

import json
from datetime import date

from blueprint_cli.figures import COUNT, EMOTION, MONEY, NUMBER, SCALE, SHARE
from blueprint_cli.kinds import ADDRESS, CURRENCY, FLAG, MARKDOWN, TEXT
from blueprint_cli.model import Action, Blueprint, Lane, Link, Resource, Step
from blueprint_cli.parse import read
from blueprint_cli.record import Many, One, Record
from blueprint_cli.reporting import analysed
from blueprint_cli.times import DATE, DURATION, INTERVAL, RATE

NASTY = (
    '=HYPERLINK("https://bad.example","click")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "＝1+1",
    "'=1+1",
    'a, "b"\r\n; c',
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></tr></table><b>bold</b>",
    "a | b || c \\| d \\",
    "# heading\n\n- list\n\n> quote\n\n    code",
    "1. one",
    "12) twelve",
    "---",
    "===",
    "**bold** _it_ ~~gone~~ `code` ``two`` $x^2$ {+ in +}",
    "[click](https://bad.example) ![i](javascript:alert(1)) [^1] [[_TOC_]]",
    "@team #12 !34 GH-56 org/repo#7 :tada: %v1 ~bug &8 $9 a@b.example",
    "https://bad.example www.bad.example <https://bad.example>",
    "&amp; &lt;b&gt; &#65; &nbsp;",
    "{{ 7*7 }} {% x %} ${x} %s {0}",
    "]]> <!-- --> <?xml?> _x0041_",
    "null None nan inf true 1e9 0x10 00123",
    "1/2 2026-01-01 3:30",
    "\u202eright to left\u202c \u2067isolated\u2069",
    "\u200fשלום\u200e غرفة 接客 👩‍👩‍👧‍👦",
    "x" * 1_000,
    "😀" * 500,
    "History",
)  # fmt: skip
_SAMPLES = {
    DURATION: "1m..2m",
    RATE: "6/h",
    INTERVAL: "6 months",
    DATE: "2026-01-01",
    SCALE: 4,
    SHARE: 0.5,
    MONEY: 2.5,
    NUMBER: 3.25,
    COUNT: 2,
    EMOTION: -1,
    FLAG: True,
    CURRENCY: "EUR",
    ADDRESS: "https://example.org",
}
TODAY = date(2026, 10, 1)


def nasty_blueprint(text: str) -> str:
    """The blueprint as JSON, which is YAML; every element is called so and says so."""
    action = {**_filled(Action, text), "fail_point": _filled_one(text)}
    asks = {**action, "id": "asks", "triggers": [{"action": "books", **_link(text)}]}
    books = {
        **action,
        "id": "books",
        "uses": ["pms"],
        "needs": [{"action": "room", **_link(text)}],
        "agrees_with": [{"action": "asks", **_link(text)}],
    }
    books["pain_points"] = {**books["pain_points"][0], "id": "slow", "causes": ["room", "pms"]}
    books["opportunities"] = {**books["opportunities"][0], "solves": ["slow"]}
    lanes = [
        {**_filled(Lane, text), "id": key, "role": role, "color": "#123456"}
        for key, role in (("guest", "customer"), ("desk", "frontstage"), ("it", "support"))
    ]
    cells = {"guest": asks, "desk": books, "it": {**action, "id": "room", "uses": "pms"}}
    return json.dumps(
        {
            **_filled(Blueprint, text),
            "blueprint": text,
            "resources": {**_filled(Resource, text), "id": "pms"},
            "lanes": lanes,
            "steps": [
                {**_filled(Step, text), "id": "one", "actions": cells},
                {**_filled(Step, text), "id": "two"},
            ],
        },
        ensure_ascii=False,
    )


def _filled_one(text: str) -> dict[str, object]:
    return {"name": text, "recovery": text, "owner": text, "note": text}


def _link(text: str) -> dict[str, object]:
    return {"name": text, "when": text, "share": 0.5}


def _filled(record: type[Record], text: str) -> dict[str, object]:
    """A record with the text under every key that takes one, and samples under the others."""
    found = {key.written or word: _sample(key.kind, text) for word, key in record.keys.items()}
    return {word: sample for word, sample in found.items() if sample is not None}


def _sample(kind: object, text: str) -> object:
    """None for what is left out: ids, choices, references, steps, lanes."""
    if kind in {TEXT, MARKDOWN}:
        return text
    if isinstance(kind, Many):
        one = _sample(kind.of, text)
        return None if one is None else [one]
    if isinstance(kind, One) and kind.record not in {Lane, Step, Action, Resource, Link}:
        return _filled(kind.record, text)
    return _SAMPLES.get(kind)


def analysis_of(text: str, path: str = "nasty.yaml"):
    """What follows from a blueprint as text, in which there is no error."""
    document = read(text.encode(), path)
    assert [each.message for each in document.problems if each.severity == "error"] == []
    return analysed(document, TODAY)
