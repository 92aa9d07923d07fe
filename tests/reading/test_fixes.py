"""A fix that reading offers mends what it is offered for, and what it says can be read again."""

import re
from pathlib import Path

import pytest

from blueprint_cli.parse import parse
from blueprint_cli.source import Source

HERE = Path(__file__).parent
SAMPLES = sorted((HERE.parents[1] / "samples").glob("*.yaml"))
CASES = [
    pytest.param(text, id=f"{path.stem}: {title}")
    for path in sorted((HERE / "cases").glob("*.txt"))
    for title, text in re.findall(
        r"^=== (.*)\n((?s:.*?))^(?:~~~|\+\+\+ )", path.read_text(encoding="utf-8"), re.MULTILINE
    )
]


def told(text):
    return parse(Source("main.yaml", text)).problems


@pytest.mark.parametrize("text", CASES)
def test_each_fix_mends_what_it_is_offered_for(text):
    problems = told(text)
    for problem in problems:
        if problem.fix:
            left = told(problem.source.edited(problem.fix.edits))
            said = [each.message for each in problems].count(problem.message)
            assert [each.message for each in left].count(problem.message) < said
            assert len(left) <= len(problems), "at most, another mistake comes to light"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_right_word_takes_the_place_of_any_slip(path):
    text = path.read_text(encoding="utf-8")
    for word in ("frontstage", "customer", "triggers", "actions", "emotion"):
        for wrong in (word[:-1], word.capitalize(), word + "x"):
            slipped = text.replace(word, wrong, 1)
            for problem in told(slipped):
                if problem.fix and problem.fix.title == f"write `{word}`":
                    mended = problem.source.edited(problem.fix.edits)
                    assert mended == text


QUOTED = """
blueprint: X
lanes: {{name: L, role: support}}
steps: {{name: S, actions: {{l: {{name: a, time: {0}}}}}}}
"""


@pytest.mark.parametrize(
    ("written", "safety", "right"),
    [
        ("5m..2m", "safe", "2m..5m"),
        ('"5m..2m"', "safe", '"2m..5m"'),
        ("'5m .. 2m'", "safe", "'2m..5m'"),
        ("1h 30m..5 min", "safe", "5 min..1h 30m"),
        ("2m - 5m", "safe", "2m..5m"),
        ("5m-2m", None, None),
        ("5", "unsafe", "5m"),
        ("&same 5m..2m", "unsafe", "&same 2m..5m"),
    ],
)
def test_a_text_stays_in_its_quotes(written, safety, right):
    (problem,) = told(QUOTED.format(written))
    if right is None:
        assert problem.fix is None
    else:
        assert problem.fix.safety == safety
        assert problem.source.edited(problem.fix.edits) == QUOTED.format(right)


SLIPS = """
blueprint: X
lanes:
  - &l {nmae: L, naem: M, role: support}
  - *l
  - {name: Desk, role: support}
steps: {name: S, actions: {l: a, dsk: b, desc: c}}
"""


def test_a_key_is_not_written_twice():
    given = [(each.message, each.fix and each.fix.title) for each in told(SLIPS)]
    assert given == [
        ("unknown key 'nmae' of a lane", "write `name`"),
        ("unknown key 'naem' of a lane", None),
    ]
    given = [(each.message, each.fix and each.fix.title) for each in told(NAMED)]
    assert given == [
        ("unknown lane 'dsk'", "write `desk`"),
        ("unknown lane 'desc'", None),
    ]


NAMED = SLIPS.replace("nmae: L, naem: M", "name: L").replace("  - *l\n", "")
