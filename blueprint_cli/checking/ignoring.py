"""Write comments that silence what is found today, so that only what is new is told tomorrow."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from blueprint_cli.checking import Task, judge_of
from blueprint_cli.editing.proofs import kept
from blueprint_cli.lint.judge import Judge, Judged
from blueprint_cli.parse import encoded
from blueprint_cli.problems import Problem
from blueprint_cli.source import Edit, Source, Span

_BRACKETS = re.compile(r"#\s*bp:\s*ignore\[([^\]]*)\]")
_FIRST = re.compile(r"(?:[ \t]*#[^\r\n]*yaml-language-server[^\r\n]*(?:\r\n|\r|\n))?")


class Silenced(NamedTuple):
    """The file with its comments, and the problems that no comment could be written for."""

    content: bytes
    left: tuple[Problem, ...]


def silenced(task: Task, problems: Sequence[Problem], reason: str) -> Silenced:
    """Write a comment for each problem: behind its line, or above it where that cannot be."""
    left: list[Problem] = []
    content = task.input.content()
    judge = judge_of(task)
    now = judge(problems[0].source.text)
    for place in sorted({_line(each) for each in problems}, reverse=True):
        here = [each for each in problems if _line(each) == place]
        codes = sorted({each.code for each in here})
        for edit in _ways(now.document.source, place, codes, reason):
            after = _tried(now, edit, here, judge)
            if after:
                now = after
                break
        else:
            left += here
    return Silenced(encoded(now.document.source.text, content), tuple(left))


def _line(problem: Problem) -> int:
    """The line of a problem; 0 where it is about the whole file."""
    return problem.source.position(problem.span.start).line if problem.span else 0


def _ways(source: Source, line: int, codes: Sequence[str], reason: str) -> Iterable[Edit]:
    """Where a comment could stand, the best place first."""
    text, said = source.text, f"[{', '.join(codes)}] {reason}".rstrip()
    if line == 0:
        first = _FIRST.match(text)
        top = first.end() if first else 0
        yield Edit(Span(top, top), f"# bp: file-ignore{said}{_line_end(text)}")
        return
    start = source.offset(line)
    words = source.line(line)
    if known := _BRACKETS.search(words):
        old = [each.strip() for each in known[1].split(",") if each.strip()]
        inside = Span(start + known.start(1), start + known.end(1))
        yield Edit(inside, ", ".join([*old, *(code for code in codes if code not in old)]))
        return
    end = start + len(words.rstrip())
    yield Edit(Span(end, start + len(words)), f"  # bp: ignore{said}")
    indent = words[: len(words) - len(words.lstrip())]
    yield Edit(Span(start, start), f"{indent}# bp: ignore{said}{_line_end(text)}")


def _line_end(text: str) -> str:
    found = re.search(r"\r\n|\r|\n", text)
    return found[0] if found else "\n"


def _tried(before: Judged, edit: Edit, problems: Sequence[Problem], judge: Judge) -> Judged | None:
    """The file with this comment, or None where it changes what is said, or silences nothing."""
    source = before.document.source
    after = judge(source.edited([edit]))
    old, new = before.document.root, after.document.root
    if old is None or new is None or not kept(source, old, after.document.source, new, [edit]):
        return None
    marks = {(each.code, each.message) for each in problems}
    then = sum((each.code, each.message) in marks for each in before.problems)
    now = sum((each.code, each.message) in marks for each in after.problems)
    return after if now < then or not then else None
