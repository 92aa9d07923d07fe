"""`bp fmt`: blueprints in one form, so that a difference between two is one of content."""

from typing import Annotated, NamedTuple

import typer

from blueprint_cli import console, listings, parse
from blueprint_cli.differences import unified
from blueprint_cli.files import Input, gather
from blueprint_cli.formatting import formatted
from blueprint_cli.problems import Trouble
from blueprint_cli.replacing import replace

_MOST_TOLD = 3
"""So many problems of a file are told that cannot be formatted: `bp lint` tells all."""


class Result(NamedTuple):
    """A file's text as it was and as it is to be; `after` is None where it stays as it is."""

    before: bytes
    after: bytes | None

    @property
    def differs(self) -> bool:
        """Whether there is something to write."""
        return self.after is not None and self.after != self.before


def fmt(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Blueprints, folders, or `-` to format standard input to standard output; "
            "else the current folder.",
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; name files that would change, and exit 1."),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="Write nothing; print what would change, and exit 1."),
    ] = False,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="PATH", help="What to call standard input.")
    ] = None,
    only_blueprints: Annotated[
        bool,
        typer.Option(
            "--only-blueprints",
            help="Pass over named files, too, that are no blueprints, as hooks need it.",
        ),
    ] = False,
) -> None:
    """Write blueprints in one form, without changing what they say.

    Order of keys, indentation, quotes, short forms and empty lines become the same everywhere.
    In a folder, all blueprints below it are formatted that git does not ignore. Texts keep their
    lines, comments stay with what they are about, and what the file says stays the same: this is
    proved before anything is written. Blueprints with errors are formatted, too, unless they are no
    YAML, a key stands twice, or a comma cuts a text in braces. What stands between `# bp: fmt off`
    and `# bp: fmt on` stays as it is.
    """
    inputs = gather(paths or ["."], stdin_filename, only_blueprints=only_blueprints)
    write = not (check or diff)
    changed = failed = 0
    for each in console.tracked(inputs, len(inputs), "Formatting"):
        try:
            result = _result(each)
            _show(each, result, check=check, diff=diff)
        except Trouble as trouble:
            console.complain(trouble.message, trouble.hint)
            failed += 1
            continue
        failed += result.after is None
        changed += result.differs
    if not inputs:
        console.say("No blueprints found.")
    elif any(each.piped is None for each in inputs):
        console.say(_summary(changed, len(inputs) - changed - failed, failed, write=write))
    if failed:
        raise typer.Exit(2)
    if changed and not write:
        raise typer.Exit(1)


def _result(each: Input) -> Result:
    """A blueprint in its canonical form; what is in the way of that is told."""
    try:
        content = each.content()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Trouble(f"cannot read {each.path}: {reason}") from error
    text, problems, doubt = formatted(parse.read(content, each.path))
    if doubt:
        raise Trouble(
            f"{each.path}: bp could not prove that formatting {doubt}, so the file stays",
            "please report it with the file: this is a bug of bp",
        )
    if text is None:
        told = [problem for problem in problems if problem.severity == "error"][:_MOST_TOLD]
        listings.report(told)
        return Result(content, None)
    return Result(content, parse.encoded(text, content))


def _show(each: Input, result: Result, *, check: bool, diff: bool) -> None:
    """Write the blueprint, or tell what would be written."""
    if result.after is None:
        return
    if diff and result.differs:
        color = console.colored_output()
        console.write(unified(each.path, result.before, result.after, color=color))
    elif check and result.differs:
        console.write(f"{each.path}\n")
    elif not (check or diff) and each.piped is not None:
        console.write(result.after)
    elif not (check or diff) and result.differs:
        replace(each.path, result.after)


def _summary(changed: int, same: int, failed: int, *, write: bool) -> str:
    """How many files there were of each sort."""
    would = "" if write else " would be"
    left = "left unchanged" if write else "already formatted"
    parts = [
        f"{_files(changed)}{would} reformatted" if changed else "",
        f"{_files(same)} {left}" if same else "",
        f"{_files(failed)} not formatted" if failed else "",
    ]
    return ", ".join(part for part in parts if part) + "."


def _files(number: int) -> str:
    return f"{number:,} file{'' if number == 1 else 's'}"
