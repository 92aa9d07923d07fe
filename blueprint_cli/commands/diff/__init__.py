"""`bp diff`: what changed between two versions of a blueprint, told by what the service does."""

import typer

from blueprint_cli import console
from blueprint_cli.change_lists.result import Result, reaches
from blueprint_cli.commands.diff import options
from blueprint_cli.commands.diff.writing import Drawn, form_of, put, refuse_unfit
from blueprint_cli.comparing import compared
from blueprint_cli.comparing.choosing import pairs
from blueprint_cli.comparing.only import asked
from blueprint_cli.comparing.only import only as chosen


def diff(
    context: typer.Context,
    words: options.Words = None,
    staged: options.Staged = False,
    output_format: options.Format = None,
    output: options.Output = None,
    only: options.Only = None,
    stat: options.Stat = False,
    no_renames: options.NoRenames = False,
    explain: options.Explain = False,
    exit_code: options.ExitCode = False,
    fail_on: options.FailOn = None,
    stdin_filename: options.StdinFilename = None,
    theme: options.Theme = None,
    lang: options.Lang = None,
    direction: options.Way = None,
    scale: options.Scale = None,
) -> None:
    """Tell what changed between two versions of blueprints, in the words of the service.

    Without OLD and NEW the versions are those of `git diff`: the work tree against what is staged,
    or against a revision. Comments, layout, key order and short forms are no change.
    """
    form = form_of(output_format, output)
    drawn = Drawn(theme, lang, direction, scale)
    refuse_unfit(form, output, drawn, stat=stat)
    is_asked = asked(only or [])
    found = [
        chosen(compared(pair, renames=not no_renames), is_asked)
        for pair in pairs(
            words or [], context.meta.get("paths"), staged=staged, stdin_filename=stdin_filename
        )
    ]
    if errors := [error for each in found for error in each.errors]:
        from blueprint_cli import listings

        listings.report(errors)
    color = output is None and console.colored_output()
    result = Result(tuple(found), explain=explain, color=color)
    put(result, form, output, drawn, stat=stat)
    failing = "any" if exit_code else fail_on
    if failing and reaches(result, failing):
        raise typer.Exit(1)
