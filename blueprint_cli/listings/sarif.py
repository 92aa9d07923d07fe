"""Problems as SARIF 2.1.0, the standard by which code scanning takes in what linters find."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from blueprint_cli import __version__, git
from blueprint_cli.console import visible
from blueprint_cli.lint.rule import Rule
from blueprint_cli.listings.listing import Outcome
from blueprint_cli.listings.words import from_top, listed, named, sentence, with_fingerprints
from blueprint_cli.problems import Fix, Problem, Safety, Severity
from blueprint_cli.source import Source, Span

Told = dict[str, object]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_WARNINGS: dict[Safety, str] = {"safe": "", "unsafe": " (unsafe: see what changes)"}
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def write(outcome: Outcome) -> str:
    """All problems and rules as one run."""
    import json

    places = {rule.code: place for place, rule in enumerate(outcome.rules)}
    found = with_fingerprints(outcome.problems)
    here = git.below_top()
    run = {
        "tool": named({"driver": _driver(outcome.rules)}),
        "columnKind": json.dumps("unicodeCodePoints"),
        "newlineSequences": json.dumps(["\r\n", "\r", "\n"]),
        "results": listed(_result(*each, places, here) for each in found),
    }
    log = {
        "$schema": json.dumps(_SCHEMA),
        "version": json.dumps("2.1.0"),
        "runs": f"[{named(run)}]",
    }
    return f"{named(log)}\n"


def _driver(rules: Iterable[Rule]) -> str:
    import json

    version = json.dumps(__version__)
    return named(
        {
            "name": json.dumps("bp lint"),
            "version": version,
            "semanticVersion": version,
            "rules": listed(map(_rule, rules)),
        }
    )


def _rule(rule: Rule) -> Told:
    """A rule with its page; no `helpUri`, which would have to be an address on the web."""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.about},
        "fullDescription": {"text": rule.page.partition("\n## ")[0].strip()},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {
            "enabled": not (rule.off or rule.preview),
            "level": _LEVELS[rule.severity],
        },
    }


def _result(problem: Problem, fingerprint: str, places: dict[str, int], here: str) -> Told:
    told: Told = {"ruleId": problem.code}
    if problem.code in places:
        told["ruleIndex"] = places[problem.code]
    told["level"] = _LEVELS[problem.severity]
    told["message"] = _message(sentence(problem))
    told["locations"] = [_location(problem.source, problem.span, here)]
    told["partialFingerprints"] = {"bpLint/v1": fingerprint}
    if problem.related:
        told["relatedLocations"] = [
            {**_location(each.source, each.span, here), "message": _message(visible(each.message))}
            for each in problem.related
        ]
    if problem.fix and problem.fix.edits and problem.fix.safety in _WARNINGS:
        told["fixes"] = [_fix(problem.fix, problem.source, here)]
    return told


def _message(text: str) -> Told:
    """A plain message, in which nothing is taken for a placeholder or a link."""
    return {"text": _PLACEHOLDER.sub(r"{{\1}}", text).replace("](", "] (")}


def _location(source: Source, span: Span | None, here: str) -> Told:
    region = {"startLine": 1} if span is None else _region(source, span)
    return {"physicalLocation": {"artifactLocation": _artifact(source, here), "region": region}}


def _artifact(source: Source, here: str) -> Told:
    """Where the file is, as a URI: from the top of the repository, unless its path is absolute."""
    from urllib.parse import quote

    path = from_top(source.path, here)
    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(path))}


def _region(source: Source, span: Span) -> dict[str, int]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(fix: Fix, source: Source, here: str) -> Told:
    replacements = [
        {"deletedRegion": _region(source, span), "insertedContent": {"text": text}}
        for span, text in fix.edits
    ]
    return {
        "description": _message(visible(fix.title) + _WARNINGS[fix.safety]),
        "artifactChanges": [
            {"artifactLocation": _artifact(source, here), "replacements": replacements}
        ],
    }
