"""Problems as text for people: with the marked line of the blueprint, or in one line each."""

import re
from collections.abc import Iterable

from blueprint_cli import console
from blueprint_cli.console import styled, visible
from blueprint_cli.listings.excerpts import excerpt
from blueprint_cli.listings.listing import Outcome
from blueprint_cli.problems import Fix, Problem, Related, Safety
from blueprint_cli.source import Source, Span

_CODE = re.compile(r"`[^`]+`")
_KINDS: dict[Safety, str] = {"safe": "safe", "unsafe": "unsafe", "display": "by hand"}


def write_full(outcome: Outcome) -> str:
    """Every problem with all that is known of it, an empty line below each."""
    return "".join(f"{full(each, color=outcome.color)}\n" for each in outcome.problems)


def write_concise(outcome: Outcome) -> str:
    """Every problem in one line."""
    return "".join(f"{concise(each, color=outcome.color)}\n" for each in outcome.problems)


def full(problem: Problem, *, color: bool) -> str:
    """A problem with its source line, the place marked below it, hint, fix and related places."""
    lines = [concise(problem, color=color)]
    if problem.span is not None:
        lines += excerpt(problem.source, problem.span, problem.severity, color=color)
    lines += _advice(problem.hint, problem.fix, color=color)
    for related in problem.related:
        lines += _related(related, color=color)
    return "\n".join(lines) + "\n"


def report(problems: Iterable[Problem]) -> None:
    """Tell people what keeps a command from its work, on standard error."""
    color = console.colored_errors()
    console.report(full(each, color=color) for each in problems)


def concise(problem: Problem, *, color: bool) -> str:
    """A problem in one line: path, line, column, severity, code, message."""
    where = _where(problem.source, problem.span)
    kind = styled(f"{problem.severity}[{problem.code}]", problem.severity, color=color)
    return f"{styled(where, 'bold', color=color)}: {kind} {visible(problem.message)}"


def _advice(hint: str | None, fix: Fix | None, *, color: bool) -> list[str]:
    """What to do, and what `--fix` does: in one line where that is the same."""
    told = fix is not None and hint is not None and _says(hint, fix.title)
    lines = []
    if hint:
        same = f" ({fix.safety} fix)" if fix and told and fix.safety != "display" else ""
        lines.append(f"  {styled('hint:', 'info', color=color)} {visible(hint)}{same}")
    if fix and not told:
        label = styled("fix:", "good", color=color)
        lines.append(f"  {label} {visible(fix.title)} ({_KINDS[fix.safety]})")
    return lines


def _says(hint: str, title: str) -> bool:
    """Whether a hint tells all that a fix does: in its words, or with the same code words."""
    codes = set(_CODE.findall(title))
    return title in hint or (bool(codes) and codes <= set(_CODE.findall(hint)))


def _related(related: Related, *, color: bool) -> list[str]:
    where = _where(related.source, related.span)
    note = f"  {styled('note:', 'bold', color=color)} {where}: {visible(related.message)}"
    return [note, *excerpt(related.source, related.span, "info", color=color)]


def _where(source: Source, span: Span | None) -> str:
    if span is None:
        return visible(source.path)
    place = source.position(span.start)
    return f"{visible(source.path)}:{place.line}:{place.column}"
