"""`bp diff`: what changed between two versions of a blueprint, told by what the service does."""

import os
from typing import Annotated, Literal

import typer

from blueprint_cli import console
from blueprint_cli.change_lists import text, written
from blueprint_cli.change_lists.result import Result, reaches
from blueprint_cli.comparing import compared
from blueprint_cli.comparing.choosing import pairs
from blueprint_cli.comparing.only import asked
from blueprint_cli.comparing.only import only as chosen
from blueprint_cli.problems import Trouble
from blueprint_cli.replacing import replace

Form = Literal["text", "markdown", "json", "github", "html", "svg", "png"]
Level = Literal["worse", "visible", "better", "internal", "editorial", "any"]


def diff(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[OLD NEW | [REV | REV..REV | REV...REV] [--] [PATH]...]",
            help="Two files (`REV:path` for one in git), or what `git diff` takes.",
        ),
    ] = None,
    staged: Annotated[
        bool, typer.Option("--staged", "--cached", help="Compare what is staged with a commit.")
    ] = False,
    output_format: Annotated[
        Form,
        typer.Option("--output-format", "--format", "-f", help="How to write the changes."),
    ] = "text",
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Where to write, a folder for pictures of several; else it is printed.",
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="WORD",
            help="Tell only changes of an effect (`visible`), a kind (`moved`) or an element "
            "(`pain_point`); several with commas.",
        ),
    ] = None,
    stat: Annotated[bool, typer.Option("--stat", help="Count the changes of each file.")] = False,
    no_renames: Annotated[
        bool,
        typer.Option("--no-renames", help="Take nothing for the same that is called otherwise."),
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why two elements were taken for the same.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if anything changed.")
    ] = False,
    fail_on: Annotated[
        Level | None,
        typer.Option(help="Exit with 1 if a change has this effect, or one that matters more."),
    ] = None,
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="What to call standard input."),
    ] = None,
) -> None:
    """Tell what changed between two versions of blueprints, in the words of the service.

    Without OLD and NEW the versions are those of `git diff`: the work tree against what is staged,
    or against a revision. Comments, layout, key order and short forms are no change.
    """
    if stat and output_format != "text":
        raise Trouble(f"`--stat` is text, and this is `{output_format}`", "leave one of them out")
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
    if not _put_pictures(result, output_format, output):
        _put(_bytes(text.stat(result)) if stat else _content(result, output_format), output)
    failing = "any" if exit_code else fail_on
    if failing and reaches(result, failing):
        raise typer.Exit(1)


def _content(result: Result, form: Form) -> bytes:
    if form == "html" or form == "svg" or form == "png":  # noqa: PLR1714 - so that types narrow
        from blueprint_cli.comparing.pictured import pictured

        return pictured(list(result.files), form)
    return _bytes(written(result, form))


def _bytes(text: str) -> bytes:
    """The text as UTF-8; names of files that are no text come out with their bytes spelt out."""
    return text.encode("utf-8", "backslashreplace")


def _put_pictures(result: Result, form: Form, output: str | None) -> bool:
    """Write a picture or page for each blueprint where the output is a folder; else False."""
    if form not in {"html", "svg", "png"} or output is None:
        return False
    if not output.endswith(("/", os.sep)) and not os.path.isdir(output):
        return False
    from blueprint_cli.comparing.pictured import pictures

    for name, content in pictures(result.files, form):
        _put(content, os.path.join(output, name))
    return True


def _put(content: bytes, output: str | None) -> None:
    if output is None or output == "-":
        console.write(content)
    else:
        replace(output, content)
        console.say(f"wrote {output}")
