"""Problems as a Code Quality report, which GitLab shows in merge requests."""

from blueprint_cli import git
from blueprint_cli.listings.listing import Outcome
from blueprint_cli.listings.words import from_top, listed, sentence, with_fingerprints
from blueprint_cli.problems import Problem, Severity

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def write(outcome: Outcome) -> str:
    """All problems as one JSON array of Code Quality violations."""
    here = git.below_top()
    told = (_violation(*each, here) for each in with_fingerprints(outcome.problems))
    return f"{listed(told)}\n"


def _violation(problem: Problem, fingerprint: str, here: str) -> dict[str, object]:
    line = problem.source.position(problem.span.start).line if problem.span else 1
    return {
        "description": sentence(problem),
        "check_name": f"{problem.code} {problem.rule}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": from_top(problem.source.path, here), "lines": {"begin": line}},
    }
