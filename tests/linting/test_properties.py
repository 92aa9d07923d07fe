"""Whatever is linted and mended: nothing raises, every place lies in the file, nothing gets worse.

`EXAMPLES=10000 pytest tests/linting` tries as many blueprints and as many damaged ones.
"""

import os
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.checking import Task, check, judge_of
from blueprint_cli.checking.choosing import options
from blueprint_cli.checking.ignoring import silenced
from blueprint_cli.files import Input
from blueprint_cli.lint.choice import Choice
from blueprint_cli.lint.suppressions import ABOUT_COMMENTS
from blueprint_cli.problems import Problem
from blueprint_cli.rules.every import RULES
from tests.formatting.messy import write as messy
from tests.layout.blueprints import write as linked

EXAMPLES = int(os.environ.get("EXAMPLES", "150"))
SAMPLES = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))
]
EVERYTHING = Choice({rule.code: rule.severity for rule in RULES}, options({}), date(2026, 11, 22))
NEW = "# bp: ignore[BP201, BP108] so\n"

texts = st.one_of(
    st.integers(0, 2**32).map(messy),
    st.sampled_from(SAMPLES),
    st.builds(
        linked,
        st.integers(0, 2**32),
        steps=st.integers(1, 6),
        lanes=st.integers(1, 5),
        filling=st.sampled_from((0.1, 0.6, 0.9)),
        links=st.sampled_from((0, 5, 40)),
        roles=st.just({"customer", "frontstage", "backstage", "support"}),
    ),
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A blueprint in which something was lost, doubled, exchanged or typed by a cat."""
    text = draw(texts)
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311 - no secret depends on it
    for _ in range(random.choice((1, 1, 2, 5))):
        text = _hurt(text, random)
    return text


def _hurt(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    here = random.randrange(len(lines))
    at = random.randrange(len(text) + 1)
    match random.randrange(7):
        case 0:
            del lines[here]
        case 1:
            lines.insert(random.randrange(len(lines) + 1), lines[here])
        case 2:
            lines.insert(here, NEW)
        case 3:
            lines[here] = " " * random.choice((1, 2)) + lines[here]
        case 4:
            return text[:at] + random.choice("{}[],:#'\"&*!|>-\t\n é房\u2028") + text[at:]
        case 5:
            return text[:at] + text[at + random.choice((1, 3, 30)) :]
        case _:
            words = text.split(" ")
            one, two = random.randrange(len(words)), random.randrange(len(words))
            words[one], words[two] = words[two], words[one]
            return " ".join(words)
    return "".join(lines)


def task(text: str, *mending: str) -> Task:
    return Task(Input("shop.yaml", piped=text.encode()), EVERYTHING, frozenset(mending))


def lies_inside(problem: Problem) -> bool:
    length = len(problem.source.text)
    spans = [problem.span, *(each.span for each in problem.related)]
    spans += [edit.span for edit in problem.fix.edits] if problem.fix else []
    return all(span is None or 0 <= span.start <= span.end <= length for span in spans)


def counted(problems: tuple[Problem, ...]) -> Counter[tuple[str, str]]:
    return Counter((each.code, each.message) for each in problems)


def holds(text: str) -> None:
    """All that is promised of one text."""
    before = check(task(text))
    assert all(map(lies_inside, before.problems))
    after = check(task(text, "safe", "unsafe"))
    assert not after.doubted
    again = check(task(after.source.text, "safe", "unsafe"))
    assert not again.made
    if any(each.severity == "error" for each in before.problems):
        errors = [
            tuple(each for each in found.problems if each.severity == "error")
            for found in (before, after)
        ]
        assert len(errors[1]) <= len(errors[0])
    else:
        assert len(after.problems) <= len(before.problems) - len(after.made)
        assert counted(after.problems) <= counted(before.problems)


@given(texts)
@settings(max_examples=EXAMPLES, deadline=None)
def test_blueprints_are_judged_and_mended(text: str):
    holds(text)


@given(damaged())
@settings(max_examples=EXAMPLES, deadline=None)
def test_damaged_blueprints_are_judged_and_mended(text: str):
    holds(text)


@given(texts)
@settings(max_examples=EXAMPLES // 3, deadline=None)
def test_silencing_silences_and_changes_nothing_else(text: str):
    before = check(task(text))
    todo = [
        each
        for each in before.problems
        if each.code not in ABOUT_COMMENTS and each.severity != "error"
    ]
    if not todo:
        return
    done = silenced(task(text), todo, "so")
    judged = judge_of(task(text))(done.content.decode().removeprefix("\ufeff"))
    assert counted(judged.problems) <= counted(before.problems)
    silent = counted(tuple(todo)) - counted(done.left)
    assert not silent & counted(judged.problems) - counted(done.left)
    assert judged.document.blueprint == check_again(text)


def check_again(text: str) -> object:
    return judge_of(task(text))(text.removeprefix("\ufeff")).document.blueprint


@pytest.mark.parametrize("text", SAMPLES)
def test_samples_have_nothing_to_mend(text: str):
    assert not check(task(text, "safe")).made
