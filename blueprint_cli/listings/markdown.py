"""Problems as Markdown, for a comment on a pull request."""

from collections.abc import Iterator

from blueprint_cli.console import visible
from blueprint_cli.inert import inert_but_code
from blueprint_cli.listings.listing import Outcome
from blueprint_cli.listings.words import by_file, sentence, slashed, summary
from blueprint_cli.problems import Problem

LONGEST = 60_000
"""Characters of problems that are told; a comment on GitHub takes 65 536 in all."""

_HEAD = "| place | severity | problem |\n|---|---|---|\n"


def write(outcome: Outcome) -> str:
    """A summary, then a table for each file with problems, as far as a comment has room."""
    parts = [f"**{summary(outcome.problems, len(outcome.files))}**\n"]
    room, left_out = LONGEST, 0
    for path, problems in by_file(outcome.problems, ()).items():
        head = f"\n### {inert_but_code(visible(slashed(path)))}\n\n{_HEAD}"
        rows = list(_fitting(map(_row, problems), room - len(head)))
        left_out += len(problems) - len(rows)
        if rows:
            parts += [head, *rows]
            room -= len(head) + sum(map(len, rows))
    if left_out:
        parts.append(f"\nThere is no room for {left_out:,} more.\n")
    return "".join(parts)


def _fitting(rows: Iterator[str], room: int) -> Iterator[str]:
    """The first rows, as many as there is room for."""
    for row in rows:
        room -= len(row)
        if room < 0:
            return
        yield row


def _row(problem: Problem) -> str:
    place = "file"
    if problem.span is not None:
        line, column = problem.source.position(problem.span.start)
        place = f"{line}:{column}"
    kind = f"{problem.severity} `{problem.code}`"
    return f"| {place} | {kind} | {inert_but_code(visible(sentence(problem)))} |\n"
