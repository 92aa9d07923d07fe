"""A run of `bp lint`: what is asked, what is told, what is written, and how it ends."""

import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from blueprint_cli import console
from blueprint_cli.checking import Checked, Task, across, checked
from blueprint_cli.checking.choosing import Chooser, Said
from blueprint_cli.config import FailLevel, forget, settings_for
from blueprint_cli.differences import unified
from blueprint_cli.files import Input, gather, replace
from blueprint_cli.lint.judge import place
from blueprint_cli.lint.suppressions import ABOUT_COMMENTS
from blueprint_cli.listings import Outcome, Wished, concise, summary, usual, wished
from blueprint_cli.problems import Problem, Safety, Trouble
from blueprint_cli.rule_words import words
from blueprint_cli.rules import RULES
from blueprint_cli.workspace import settings_file_of

_LEVELS: tuple[FailLevel, ...] = ("info", "warning", "error")
IGNORABLE = frozenset(rule.code for rule in RULES if not rule.is_fixed) - ABOUT_COMMENTS
_PAUSE = 0.3
"""Seconds between two looks at the files that are watched."""


class Plan(NamedTuple):
    """What the command line asks for; None where the settings decide."""

    paths: tuple[str, ...]
    select: tuple[str, ...] | None
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    preview: bool
    mending: frozenset[Safety]
    diff: bool
    show_fixes: bool
    reason: str | None
    since: str | None
    formats: tuple[str, ...]
    statistics: bool
    min_severity: FailLevel | None
    fail_level: FailLevel | None
    today: str | None
    stdin_filename: str | None
    only_blueprints: bool


def lint_once(plan: Plan) -> int:
    """Do it, and give the exit status."""
    choose = Chooser(_said(plan))
    listings = _wished(plan)
    inputs = gather(list(plan.paths), plan.stdin_filename, only_blueprints=plan.only_blueprints)
    found = checked([Task(each, choose(each.path), plan.mending) for each in inputs])
    if plan.diff:
        return _differences(inputs, found)
    _write(inputs, found, plan)
    folders = sorted({each.folder for each in inputs if each.folder is not None})
    problems = [
        tuple(sorted([*each.problems, *others], key=place))
        for each, others in zip(found, across(found, choose, folders), strict=True)
    ]
    if plan.since is not None:
        from blueprint_cli.checking.newly import new_since

        pairs = [(each.path, some) for each, some in zip(inputs, problems, strict=True)]
        problems = new_since(plan.since, pairs, choose, folders)
    problems = [_severe(each, plan) for each in problems]
    if plan.reason is not None:
        return _ignored(inputs, problems, choose, plan.reason)
    _tell(inputs, found, problems, listings, plan)
    if any(each.doubted for each in found):
        return 2
    return int(any(_fails(each, plan) for each in problems))


def _said(plan: Plan) -> Said:
    """What the command line says about rules, its words checked."""
    for option, given in (
        ("--select", plan.select),
        ("--extend-select", plan.extend_select),
        ("--ignore", plan.ignore),
    ):
        words(list(given or ()), option)
    return Said(plan.select, plan.extend_select, plan.ignore, plan.preview, _today(plan.today))


def _today(text: str | None) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011 - the day where the user is
    except ValueError as error:
        raise Trouble(f"'{text}' is no date", "write it such as `2026-09-01`") from error


def _wished(plan: Plan) -> list[Wished]:
    """The formats that are asked for; of those without a path there can be one."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    auto = usual(os.environ, terminal=terminal)
    formats = plan.formats or (settings_for(plan.paths[0]).settings.lint_output_format,)
    found = [wished(each, auto) for each in formats]
    if sum(each.path is None for each in found) > 1:
        hint = "give all but one a path: `--output-format sarif=out.sarif`"
        raise Trouble("only one format fits on standard output", hint)
    return found


def _severe(problems: Iterable[Problem], plan: Plan) -> tuple[Problem, ...]:
    return tuple(
        each
        for each in problems
        if _reaches(
            each, plan.min_severity or settings_for(each.source.path).settings.lint_min_severity
        )
    )


def _fails(problems: Iterable[Problem], plan: Plan) -> bool:
    return any(
        _reaches(each, plan.fail_level or settings_for(each.source.path).settings.lint_fail_level)
        for each in problems
    )


def _reaches(problem: Problem, level: FailLevel) -> bool:
    return _LEVELS.index(problem.severity) >= _LEVELS.index(level)


# What is told


def _tell(
    inputs: Sequence[Input],
    found: Sequence[Checked],
    problems: Sequence[Sequence[Problem]],
    listings: Sequence[Wished],
    plan: Plan,
) -> None:
    flat = [each for some in problems for each in some]
    files = [each.path for each in inputs]
    piped = any(each.piped is not None for each in inputs) and plan.mending
    for listing, path in listings:
        color = path is None and console.colored_output()
        if path is None and plan.statistics:
            console.write(_statistics(flat, as_json=listing.name == "json"))
            continue
        text = listing.write(Outcome(flat, files, RULES, color))
        if path is not None:
            replace(path, text.encode("utf-8", "backslashreplace"))
        elif piped:
            console.report([text.rstrip("\n")] if text else [])
        else:
            console.write(text)
    for each in found:
        for doubted in each.doubted:
            where = f"{each.source.path}: {doubted.code} {doubted.message}"
            console.complain(f"{where}: its fix could not be proved, and was not made")
    if plan.show_fixes:
        _show_fixes(found)
    console.say(_summary(flat, found, plan))


def _statistics(problems: Iterable[Problem], *, as_json: bool) -> str:
    """How often each rule found something, the most frequent first."""
    counts: dict[tuple[str, str], list[int]] = {}
    for each in problems:
        count = counts.setdefault((each.code, each.rule), [0, 0])
        count[0] += 1
        count[1] += bool(each.fix and each.fix.safety != "display")
    rows = sorted(counts.items(), key=lambda row: (-row[1][0], row[0]))
    if as_json:
        import json

        listed = [
            {"code": code, "rule": rule, "count": count, "fixable": fixable}
            for (code, rule), (count, fixable) in rows
        ]
        return json.dumps(listed, indent=2) + "\n"
    width = max((len(str(count)) for _, (count, _) in rows), default=0)
    return "".join(
        f"{count:>{width}}  {code}  {rule}{f'  ({fixable} with a fix)' if fixable else ''}\n"
        for (code, rule), (count, fixable) in rows
    )


def _show_fixes(found: Iterable[Checked]) -> None:
    for each in found:
        for made in each.made:
            title = made.fix.title if made.fix else ""
            console.say(
                f"{each.source.path}: {made.code} {made.message}: {title}", "good", "mended "
            )


def _summary(problems: Sequence[Problem], found: Sequence[Checked], plan: Plan) -> str:
    if not found:
        return "No blueprints found."
    said = [summary(problems, len(found), "problem" if plan.since is None else "new problem")]
    if made := sum(len(each.made) for each in found):
        said.insert(0, f"Mended {made} {'problem' if made == 1 else 'problems'}.")
    fixes = [each.fix.safety for each in problems if each.fix]
    safe, unsafe = fixes.count("safe"), fixes.count("unsafe")
    if safe:
        said.append(f"`--fix` mends {safe}.")
    if unsafe:
        said.append(f"`--fix --unsafe-fixes` mends {safe + unsafe}.")
    return " ".join(said)


# What is written


def _write(inputs: Sequence[Input], found: Sequence[Checked], plan: Plan) -> None:
    """Replace mended files, each whole; what came in by standard input goes out by the other."""
    for each, one in zip(inputs, found, strict=True):
        if each.piped is not None and plan.mending:
            console.write(each.piped if one.content is None else one.content)
        elif one.content is not None:
            replace(each.path, one.content)


def _differences(inputs: Sequence[Input], found: Sequence[Checked]) -> int:
    """Print what fixes would change; 1 if anything."""
    color = console.colored_output()
    changed = [(each, one.content) for each, one in zip(inputs, found, strict=True) if one.content]
    for each, content in changed:
        console.write(unified(each.path, each.content(), content, color=color))
    files = f"{len(changed)} {'file' if len(changed) == 1 else 'files'}"
    console.say(f"{files} would be mended.")
    return int(bool(changed))


def _ignored(
    inputs: Sequence[Input],
    problems: Sequence[Sequence[Problem]],
    choose: Chooser,
    reason: str,
) -> int:
    """Write comments that silence the problems; 1 if some could not be silenced."""
    from blueprint_cli.checking.ignoring import silenced

    left: list[Problem] = []
    count = 0
    for each, some in zip(inputs, problems, strict=True):
        todo = [problem for problem in some if problem.code in IGNORABLE]
        left += [problem for problem in some if problem.code not in IGNORABLE]
        if not todo:
            continue
        text, not_done = silenced(Task(each, choose(each.path)), todo, reason)
        left += not_done
        count += len(todo) - len(not_done)
        if each.piped is not None:
            console.write(text)
        elif len(not_done) < len(todo):
            replace(each.path, text)
    console.say(f"Silenced {count} {'problem' if count == 1 else 'problems'}.")
    for problem in left:
        console.say(concise(problem, color=False), "warning", "not silenced: ")
    return int(bool(left))


# Watching


def watch_files(plan: Plan) -> None:
    """Lint whenever a file changes, until Ctrl-C."""
    from time import sleep

    before: object = None
    while True:
        now = _seen(plan)
        if now != before:
            before = now
            if sys.stdout is not None and sys.stdout.isatty():
                console.write("\x1b[2J\x1b[H")
            _lint_and_go_on(plan)
            console.say("Watching for changes; Ctrl-C ends it.")
        sleep(_PAUSE)


def _lint_and_go_on(plan: Plan) -> None:
    try:
        lint_once(plan)
    except Trouble as trouble:
        console.complain(trouble.message, trouble.hint)


def _seen(plan: Plan) -> tuple[tuple[str, int, int], ...]:
    """The files that are watched, settings among them, with their times and sizes."""
    forget()
    try:
        inputs = gather(list(plan.paths), only_blueprints=plan.only_blueprints)
    except Trouble:
        inputs = []
    paths = {each.path for each in inputs} | set(plan.paths)
    settings = {settings_file_of(Path(path)) for path in paths}
    return tuple(sorted(_stamp(str(path)) for path in paths | settings if path is not None))


def _stamp(path: str) -> tuple[str, int, int]:
    try:
        found = Path(path).stat()
    except OSError:
        return path, 0, 0
    return path, found.st_mtime_ns, found.st_size
