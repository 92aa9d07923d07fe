"""Problems as commands that GitHub Actions turns into notes beside the changed lines."""

from collections.abc import Mapping

from blueprint_cli import git
from blueprint_cli.listings.listing import Outcome
from blueprint_cli.listings.words import from_top, paragraph, summary, worst_first
from blueprint_cli.problems import Problem, Severity

MOST = 10
"""So many are told, the worst: GitHub shows no more than ten of a kind for a step."""

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def write(outcome: Outcome) -> str:
    """The worst problems and a summary as workflow commands; nothing if nothing was found."""
    if not outcome.problems:
        return ""
    shown = worst_first(outcome.problems)[:MOST]
    here = git.below_top()
    commands = (_command(each, here) for each in shown)
    return "".join([*commands, _summary(outcome, len(shown))])


def _command(problem: Problem, here: str) -> str:
    properties = {
        "file": from_top(problem.source.path, here),
        **_place(problem),
        "title": f"{problem.code} {problem.rule}",
    }
    return command(_COMMANDS[problem.severity], properties, paragraph(problem))


def command(kind: str, properties: Mapping[str, object], text: str) -> str:
    """One workflow command: `notice`, `warning` or `error`, its properties, and what it says."""
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{kind} {listed}::{text.translate(_IN_TEXT)}\n"


def _place(problem: Problem) -> dict[str, object]:
    """Line and columns; GitHub takes columns only where a place does not leave its line."""
    if problem.span is None:
        return {}
    start = problem.source.position(problem.span.start)
    end = problem.source.position(problem.span.end)
    if start.line != end.line:
        return {"line": start.line, "endLine": end.line}
    return {
        "line": start.line,
        "col": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _property(value: object) -> str:
    return str(value).translate(_IN_PROPERTY)


def _summary(outcome: Outcome, shown: int) -> str:
    left_out = len(outcome.problems) - shown
    more = f" The {shown} worst are shown." if left_out else ""
    text = summary(outcome.problems, len(outcome.files))
    return command("notice", {"title": "bp lint"}, f"{text}{more}")
