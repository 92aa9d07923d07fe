"""`bp lint`: every problem of blueprints, for people or for programs."""

from collections.abc import Iterable
from typing import Annotated

import typer

from blueprint_cli import console, listings
from blueprint_cli.config import FailLevel, Report, settings_for
from blueprint_cli.documents import problems_in
from blueprint_cli.files import gather
from blueprint_cli.problems import Problem

_LEVELS: tuple[FailLevel, ...] = ("info", "warning", "error")


def lint(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Blueprints, folders, or `-` for standard input; else the current folder.",
        ),
    ] = None,
    output_format: Annotated[
        Report | None,
        typer.Option(help="How to print what is found; else the setting's, or `full`."),
    ] = None,
    fail_level: Annotated[
        FailLevel | None,
        typer.Option(
            help="The lowest severity that gives exit status 1; else the setting's, or `warning`."
        ),
    ] = None,
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="What to call standard input, whose paths begin there."),
    ] = None,
) -> None:
    """Name every problem of blueprints, with its place and what to do.

    In a folder, all blueprints below it are checked that git does not ignore.
    """
    inputs = gather(paths or ["."], stdin_filename)
    found: list[Problem] = []
    failed = False
    report = output_format or settings_for((paths or ["."])[0]).settings.lint_output_format
    for each in console.tracked(inputs, "Checking"):
        settings = settings_for(each.path).settings
        problems = problems_in(each)
        failed = failed or _reach(problems, fail_level or settings.lint_fail_level)
        found += problems
        if report != "json":
            _print(problems, report)
    if report == "json":
        console.write(listings.as_json(found))
    console.say(listings.summary(found, len(inputs)) if inputs else "No blueprints found.")
    if failed:
        raise typer.Exit(1)


def _reach(problems: Iterable[Problem], level: FailLevel) -> bool:
    return any(_LEVELS.index(each.severity) >= _LEVELS.index(level) for each in problems)


def _print(problems: Iterable[Problem], report: Report) -> None:
    color = console.colored_output()
    told = listings.full if report == "full" else listings.concise
    console.write("".join(f"{told(each, color=color)}\n" for each in problems))
