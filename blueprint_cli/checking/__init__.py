"""Lint many blueprints, on all processors if there are enough: read, judge, mend, look across."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from blueprint_cli import console, parse
from blueprint_cli.documents import unreadable
from blueprint_cli.files import Input
from blueprint_cli.lint.choice import Choice
from blueprint_cli.lint.judge import Judge, Judged, lint, stamped
from blueprint_cli.lint.neighbours import Neighbours, Outline
from blueprint_cli.lint.outlines import outline
from blueprint_cli.lint.suppressions import Suppressions, settled, suppressions
from blueprint_cli.problems import Problem, Related, Safety
from blueprint_cli.rules.every import RULES
from blueprint_cli.source import Source
from blueprint_cli.workers import worked
from blueprint_cli.workspace import Workspace

ENOUGH = 24
"""With fewer files than these one process is done before others have begun."""

ALONE = tuple(rule for rule in RULES if rule.check_across is None)
ACROSS = tuple(rule for rule in RULES if rule.check_across is not None)
_ASKED_ALONE = frozenset(rule.code for rule in ALONE)
_ASKED_ACROSS = frozenset(rule.code for rule in ACROSS)
NOBODY: frozenset[str] = frozenset()


class Task(NamedTuple):
    """A file to lint: how it is judged, and which fixes are made."""

    input: Input
    choice: Choice
    mending: frozenset[Safety] = frozenset()


class Checked(NamedTuple):
    """A linted file.

    `content` are its bytes after fixes, None if nothing was mended; `made` and `doubted` are the
    problems whose fixes were made, and those whose fixes could not be proved.
    """

    source: Source
    problems: tuple[Problem, ...]
    said: Suppressions = Suppressions()
    outline: Outline | None = None
    content: bytes | None = None
    made: tuple[Problem, ...] = ()
    doubted: tuple[Problem, ...] = ()


Surroundings = Callable[[str], Workspace]
"""Gives the workspace of a path."""


def workspace_of(path: str) -> Workspace:
    """The workspace in which a file lies today."""
    return Workspace.of(path)


def checked(tasks: Sequence[Task], surroundings: Surroundings = workspace_of) -> list[Checked]:
    """All files, each judged by itself, in their order."""
    one = partial(check, surroundings=surroundings)
    found = worked(one, tasks, ENOUGH // 2)
    return list(console.tracked(found, len(tasks), "Checking"))


def check(task: Task, surroundings: Surroundings = workspace_of) -> Checked:
    """One file, read, judged and mended; if it cannot be read, that is its problem."""
    path = task.input.path
    try:
        content = task.input.content()
    except OSError as error:
        problem = unreadable(path, error)
        return Checked(problem.source, (problem,))
    source, undecodable = parse.decode(content, path)
    if undecodable:
        return Checked(source, (undecodable,))
    workspace = surroundings(path)
    return _checked(source, task, workspace, content)


def _checked(source: Source, task: Task, workspace: Workspace, before: bytes) -> Checked:
    judge = judge_of(task, workspace)
    judged = judge(source.text)
    if not task.mending:
        return _seen(judged, workspace)
    from blueprint_cli.lint.fixing import mended

    judged, made, doubted = mended(judged, judge, task.mending)
    content = parse.encoded(judged.document.source.text, before) if made else None
    return _seen(judged, workspace)._replace(content=content, made=made, doubted=doubted)


def _seen(judged: Judged, workspace: Workspace) -> Checked:
    document = judged.document
    said = suppressions(document.source, document.root, RULES)
    return Checked(document.source, judged.problems, said, outline(document, workspace))


def judge_of(task: Task, workspace: Workspace | None = None) -> Judge:
    """How a text is judged that stands in a task's file."""
    path = task.input.path
    return partial(
        _judged, path=path, choice=task.choice, workspace=workspace or workspace_of(path)
    )


def _judged(text: str, path: str, choice: Choice, workspace: Workspace) -> Judged:
    document = parse.parse(Source(path, text), workspace)
    problems = lint(document, ALONE, choice)
    said = suppressions(document.source, document.root, RULES)
    asked = _ASKED_ALONE if document.index else NOBODY
    return Judged(document, settled(problems, said, document.source, RULES, choice, asked))


def across(
    found: Sequence[Checked],
    choose: Callable[[str], Choice],
    folders: Iterable[str],
    place: Callable[[str], str] = os.path.realpath,
) -> list[tuple[Problem, ...]]:
    """For each file what rules about the whole workspace find, in the files' order.

    `folders` are those of which all blueprints were looked at; without one nobody knows that a
    comment silences nothing. `place` gives the absolute path of a file or folder.
    """
    whole = tuple(map(place, folders))
    neighbours = Neighbours(
        tuple(each.outline for each in found if each.outline),
        frozenset(place(each.source.path) for each in found),
        whole,
    )
    problems: dict[str, list[Problem]] = {}
    for problem in _between(neighbours, choose):
        problems.setdefault(problem.source.path, []).append(problem)
    return [
        settled(
            problems.get(each.source.path, ()),
            each.said._replace(remarks=()),
            each.source,
            RULES,
            choose(each.source.path),
            _ASKED_ACROSS if whole and each.outline else NOBODY,
        )
        for each in found
    ]


def _between(neighbours: Neighbours, choose: Callable[[str], Choice]) -> Iterator[Problem]:
    for rule in ACROSS:
        assert rule.check_across  # noqa: S101 - so they were chosen
        for source, finding, elsewhere in rule.check_across(neighbours):
            choice = choose(source.path)
            if rule.code in choice.severities:
                related = tuple(Related(*each) for each in elsewhere)
                yield stamped(finding, rule, choice, source)._replace(related=related)
