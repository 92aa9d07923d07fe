"""Mend what rules know how to mend, round after round, each edit proved before it counts."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from blueprint_cli.editing.proofs import kept
from blueprint_cli.lint.judge import Judge, Judged
from blueprint_cli.problems import Fix, Problem, Safety
from blueprint_cli.source import Edit

MOST_ROUNDS = 100
"""After so many rounds a fix has only ever made room for the next one."""


class Mended(NamedTuple):
    """What a file has become: the fixes made, and those that could not be proved to be right."""

    judged: Judged
    made: tuple[Problem, ...]
    doubted: tuple[Problem, ...]


def mended(before: Judged, judge: Judge, allowed: Iterable[Safety]) -> Mended:
    """Apply all fixes of the allowed safeties that make nothing worse, until there are no more.

    A fix that would bring another problem is left alone. One that would change more than it says
    is in doubt: that is a fault of its rule.
    """
    wanted = frozenset(allowed)
    made: list[Problem] = []
    left: dict[tuple[str, str], Problem] = {}
    doubted: list[Problem] = []
    now = before
    for _ in range(MOST_ROUNDS):
        todo = _apart(
            each
            for each in now.problems
            if each.fix and each.fix.safety in wanted and _mark(each) not in left
        )
        if not todo:
            break
        tried = _tried(now, todo, judge)
        if tried.judged is None and len(todo) > 1:
            todo, tried = _first_alone(now, todo, judge)
        if tried.judged is None:
            left |= {_mark(each): each for each in todo}
            doubted += todo if tried.in_doubt else []
            continue
        made += todo
        now = tried.judged
    return Mended(now, tuple(made), tuple(doubted))


def _mark(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message


def _apart(problems: Iterable[Problem]) -> list[Problem]:
    """As many problems in the file's order as have fixes that do not meet."""
    taken: list[Problem] = []
    spans: list[tuple[int, int]] = []
    for problem in problems:
        own = [edit.span for edit in _edits([problem])]
        meets = any(start <= span.end and span.start <= end for start, end in spans for span in own)
        if not meets:
            spans += own
            taken.append(problem)
    return taken


def _edits(problems: Iterable[Problem]) -> list[Edit]:
    fixes: list[Fix] = [each.fix for each in problems if each.fix]
    return [edit for fix in fixes for edit in fix.edits]


class _Tried(NamedTuple):
    """The file after fixes, None if they are not to be made; `in_doubt` if they do too much."""

    judged: Judged | None
    in_doubt: bool = False


def _first_alone(
    now: Judged, todo: Sequence[Problem], judge: Judge
) -> tuple[list[Problem], _Tried]:
    """The first of some fixes that can be made alone; if there is none, the first."""
    for problem in todo:
        tried = _tried(now, [problem], judge)
        if tried.judged:
            return [problem], tried
    return [todo[0]], _tried(now, [todo[0]], judge)


def _tried(before: Judged, problems: Sequence[Problem], judge: Judge) -> _Tried:
    """The file with these fixes made, unless they do anything else than mend them."""
    source, edits = before.document.source, _edits(problems)
    after = judge(source.edited(edits))
    old, new = before.document.root, after.document.root
    if old is None or new is None or not kept(source, old, after.document.source, new, edits):
        return _Tried(None, in_doubt=True)
    worse = _added(before, after) or not _fewer(before, after, problems)
    return _Tried(None if worse else after)


def _added(before: Judged, after: Judged) -> bool:
    """Whether there is a problem that was not there.

    While a file has errors its rules do not run: what they say once it has none is not new.
    """
    then, now = _counted(before.problems), _counted(after.problems)
    if before.document.index is None:
        then, now = _errors(then), _errors(now)
    return bool(now - then)


def _fewer(before: Judged, after: Judged, problems: Sequence[Problem]) -> bool:
    """Whether each of these problems is there less often than before."""
    then, now = _counted(before.problems), _counted(after.problems)
    return all(now[mark] <= then[mark] - count for mark, count in _counted(problems).items())


def _counted(problems: Iterable[Problem]) -> Counter[tuple[str, str, str]]:
    """How often each is there; a number in a message may change when another thing is mended."""
    return Counter(
        (each.code, re.sub(r"\d+", "#", each.message), each.severity) for each in problems
    )


def _errors(counts: Counter[tuple[str, str, str]]) -> Counter[tuple[str, str, str]]:
    return Counter({mark: count for mark, count in counts.items() if mark[2] == "error"})
