"""A run of `bp lint` from what is asked to how it ends."""

import os
import sys
from collections.abc import Iterable
from datetime import date

from blueprint_cli.checking import Task, across, checked
from blueprint_cli.checking.choosing import Chooser, Said
from blueprint_cli.checking.plan import Plan
from blueprint_cli.checking.telling import tell
from blueprint_cli.checking.writing import ignore, show_differences, write
from blueprint_cli.config import settings_for
from blueprint_cli.files import gather
from blueprint_cli.lint.judge import place
from blueprint_cli.listings import Wished, usual, wished
from blueprint_cli.problems import Problem, Trouble
from blueprint_cli.rule_words import words
from blueprint_cli.settings import FailLevel
from blueprint_cli.times import day

_LEVELS: tuple[FailLevel, ...] = ("info", "warning", "error")


def lint_once(plan: Plan) -> int:
    """Do it, and give the exit status."""
    choose = Chooser(_said(plan))
    listings = _wished(plan)
    inputs = gather(list(plan.paths), plan.stdin_filename, only_blueprints=plan.only_blueprints)
    found = checked([Task(each, choose(each.path), plan.mending) for each in inputs])
    if plan.diff:
        return show_differences(inputs, found)
    write(inputs, found, plan)
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
        return ignore(inputs, problems, choose, plan.reason)
    tell(inputs, found, problems, listings, plan)
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
    return day(text) if text else date.today()  # noqa: DTZ011 - the day where the user is


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
