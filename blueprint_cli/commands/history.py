"""`bp history`: how a blueprint moved from version to version, as git knows them."""

import os
from collections.abc import Sequence
from typing import Annotated, Literal

import typer

from blueprint_cli import console
from blueprint_cli.report.versions import Version

Kept = Annotated[str, typer.Argument(metavar="FILE", help="A blueprint that git keeps.")]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="DATE|REV",
        help="Only what came from a day on (`2026-01-31`) or after a git revision; with `...` "
        "behind it, after this branch left it.",
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        metavar="REV", help="The newest version; else the current one and what is uncommitted."
    ),
]


def history(
    file: Kept,
    since: Since = None,
    until: Until = None,
    max_count: Annotated[
        int | None,
        typer.Option("--max-count", "-n", min=1, metavar="N", help="Only the last N commits."),
    ] = None,
    output_format: Annotated[
        Literal["text", "json", "csv", "markdown"],
        typer.Option(help="For people, for programs, for a spreadsheet, or for a comment."),
    ] = "text",
) -> None:
    """Show how a blueprint moved from version to version, as git knows them.

    Each version has its pain, times, cost and open ends, and what moved since the one before.
    Renames are followed. A merge is one version: what its branch brought. Versions with errors are
    listed without figures.
    """
    from blueprint_cli.history import history_of
    from blueprint_cli.history.following import Extent

    versions = history_of(file, Extent(since, until, max_count))
    _say(file, versions, partly=bool(since or until))
    console.write(_written(file, versions, output_format))


def _say(file: str, versions: Sequence[Version], *, partly: bool) -> None:
    """Tell what a reader would else wonder about."""
    if os.path.islink(file):
        console.say(f"{file} is a symbolic link: this is what it leads to")
    if not versions:
        console.say(f"No version of {file} in that time.")
    elif not partly and not any(each.commit for each in versions):
        console.say(f"git keeps no version of {file} yet: `git add` it and commit it.")
    elif versions[0].change == "oldest here":
        console.warn("this is a shallow clone: what is older is not in it")
        console.say("`git fetch --unshallow` gets it", "info", "hint: ")


def _written(file: str, versions: Sequence[Version], form: str) -> str:
    if form == "json":
        from blueprint_cli.history.programs import as_json

        return as_json(file, versions)
    if not versions:
        return ""
    if form == "text":
        from blueprint_cli.history.lines import lines

        return lines(versions, console.columns(), color=console.colored_output())
    return _reported(file, versions, form)


def _reported(file: str, versions: Sequence[Version], form: str) -> str:
    """The section that a report has of it, alone."""
    from blueprint_cli.languages.en import ENGLISH
    from blueprint_cli.report.content import Report
    from blueprint_cli.report.sections.history import currency_of, section

    report = Report(file, "", ENGLISH.code, currency_of(versions), (section(versions),))
    if form == "csv":
        from blueprint_cli.reporters.separated import separated, tables

        return separated(tables(report, None)[0], marked=False).decode()
    from blueprint_cli.reporters.markdown import markdown

    return markdown(report)
