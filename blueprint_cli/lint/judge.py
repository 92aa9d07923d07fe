"""Judge a blueprint by rules: what was found while it was read, and what each rule finds in it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from blueprint_cli.lint.choice import Choice
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.parse import Document
from blueprint_cli.problems import Problem, Related
from blueprint_cli.service import Service
from blueprint_cli.source import Source, Span


class Judged(NamedTuple):
    """A document with all that is wrong with it."""

    document: Document
    problems: tuple[Problem, ...]


Judge = Callable[[str], Judged]
"""Reads a text and judges it."""


def lint(document: Document, rules: Sequence[Rule], choice: Choice) -> tuple[Problem, ...]:
    """All that is wrong with a document, in the file's order; comments are not asked yet.

    Errors of reading are always told: while there are any, a file is not drawn, and no other rule
    judges it.
    """
    found = [*_read(document, choice), *_judged(document, rules, choice)]
    once = {(each.code, each.span, each.message): each for each in found}  # aliases repeat places
    return tuple(sorted(once.values(), key=place))


def place(problem: Problem) -> tuple[Span, str]:
    """What problems of one file are sorted by: where they stand, then their codes."""
    return problem.span or Span(0, 0), problem.code


def stamped(finding: Finding, rule: Rule, choice: Choice, source: Source) -> Problem:
    """The finding of a rule as a problem of a file."""
    related = tuple(Related(source, span, message) for span, message in finding.beside)
    return Problem(
        rule.code,
        rule.name,
        choice.severities[rule.code],
        finding.message,
        source,
        finding.span,
        finding.hint,
        related,
        finding.fix,
    )


def _read(document: Document, choice: Choice) -> Iterator[Problem]:
    for problem in document.problems:
        if problem.severity == "error":
            yield problem
        elif problem.code in choice.severities:
            yield problem._replace(severity=choice.severities[problem.code])


def _judged(document: Document, rules: Sequence[Rule], choice: Choice) -> Iterator[Problem]:
    if document.blueprint is None or document.index is None:
        return
    service = Service(document.source, document.blueprint, document.index, choice.today)
    for rule in rules:
        if rule.check and rule.code in choice.severities:
            found = rule.check(service, **choice.options.get(rule.code, {}))
            for finding in dict.fromkeys(found):  # an alias brings rules twice to one place
                yield stamped(finding, rule, choice, document.source)
