"""Problems as a Code Quality report, which GitLab shows in merge requests."""

from blueprint_cli.listings.listing import Outcome
from blueprint_cli.listings.words import listed, sentence, slashed, with_fingerprints
from blueprint_cli.problems import Problem, Severity

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def write(outcome: Outcome) -> str:
    """All problems as one JSON array of Code Quality violations."""
    told = (_violation(*each) for each in with_fingerprints(outcome.problems))
    return f"{listed(told)}\n"


def _violation(problem: Problem, fingerprint: str) -> dict[str, object]:
    line = problem.source.position(problem.span.start).line if problem.span else 1
    return {
        "description": sentence(problem),
        "check_name": f"{problem.code} {problem.rule}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": slashed(problem.source.path), "lines": {"begin": line}},
    }
