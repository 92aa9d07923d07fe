"""Problems as JUnit XML, which nearly every CI server shows as failed tests."""

import re
from collections.abc import Iterable, Iterator

from blueprint_cli.console import visible
from blueprint_cli.listings.listing import Outcome
from blueprint_cli.listings.text import full
from blueprint_cli.listings.words import by_file, sentence, slashed
from blueprint_cli.problems import Problem

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_NOT_XML = re.compile("[\ufffe\uffff]")


def write(outcome: Outcome) -> str:
    """A suite for each file; a failed test for each error and warning, a passed one for a note.

    A file without problems has one test, which passed. No times are told: the same input gives the
    same bytes.
    """
    suites = by_file(outcome.problems, outcome.files)
    counts = f'tests="{sum(map(_tests, suites.values()))}" {_failures(outcome.problems)}'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="bp lint" {counts}>',
        *(line for path, found in suites.items() for line in _suite(path, found)),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _tests(problems: list[Problem]) -> int:
    return len(problems) or 1


def _failures(problems: Iterable[Problem]) -> str:
    failed = sum(each.severity != "info" for each in problems)
    return f'failures="{failed}" errors="0"'


def _suite(path: str, problems: list[Problem]) -> Iterator[str]:
    shown = _escaped(visible(slashed(path)))
    counts = f'tests="{_tests(problems)}" {_failures(problems)}'
    yield f'  <testsuite name="{shown}" {counts} skipped="0" time="0">'
    if not problems:
        yield f'    <testcase name="bp lint" classname="{shown}" time="0"/>'
    for name, problem in _named(problems):
        yield f'    <testcase name="{_escaped(name)}" classname="{shown}" time="0">'
        yield f"      {_result(problem)}"
        yield "    </testcase>"
    yield "  </testsuite>"


def _named(problems: list[Problem]) -> Iterator[tuple[str, Problem]]:
    """Each problem with a name of its own, which stays when lines above it come and go."""
    seen: dict[str, int] = {}
    for each in problems:
        name = f"{each.code} {each.rule}: {visible(each.message)}"
        seen[name] = seen.get(name, 0) + 1
        yield (f"{name} ({seen[name]})" if seen[name] > 1 else name), each


def _result(problem: Problem) -> str:
    text = _escaped(full(problem, color=False).rstrip("\n"))
    if problem.severity == "info":
        return f"<system-out>{text}</system-out>"
    said = _escaped(sentence(problem))
    return f'<failure type="{problem.severity}" message="{said}">{text}</failure>'


def _escaped(text: str) -> str:
    legal = _NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return legal.translate(_MARKUP)
