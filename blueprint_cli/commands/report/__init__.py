"""`bp report`: what a blueprint tells about its service, for people and for programs."""

import os
import sys
from collections.abc import Iterator
from typing import NamedTuple

import typer

from blueprint_cli import console, files, listings
from blueprint_cli.commands.render.options import Paths, StdinFilename
from blueprint_cli.commands.report import options
from blueprint_cli.commands.report.whole_folder import folder_meant, report_folder
from blueprint_cli.config import settings_for
from blueprint_cli.documents import errors_of, read
from blueprint_cli.files import Input
from blueprint_cli.forms import told_by
from blueprint_cli.problems import Trouble
from blueprint_cli.replacing import replace
from blueprint_cli.report import chosen
from blueprint_cli.report.content import Report
from blueprint_cli.reporters import (
    ADDED,
    BINARY,
    ENDINGS,
    FOLDERS,
    PRINTED,
    REPORTERS,
    Form,
    Told,
)
from blueprint_cli.reporting import Choice, analysed, picture_for, report_for, shown_picture
from blueprint_cli.targets import Product, Target, targets
from blueprint_cli.times import day

REPORTS: Product[Form] = Product("report", "reports", ENDINGS, ADDED, PRINTED, FOLDERS)


class _Asked(NamedTuple):
    """What the command line says about all its reports."""

    choice: Choice
    brief: bool
    table: str | None
    picture: str | None


def report(
    paths: Paths,
    output: options.Output = None,
    report_format: options.FormAsked = None,
    sections: options.Sections = None,
    audience: options.ForAudience = None,
    lane: options.ForLane = None,
    history: options.History = False,
    today: options.Today = None,
    brief: options.Brief = False,
    picture: options.Picture = None,
    table: options.TableKey = None,
    stdin_filename: StdinFilename = None,
) -> None:
    """Tell where a service hurts and why, what hangs on what, and what to do first.

    A blueprint with errors gets no report; its errors are told as `bp lint` does, and the others
    are still written. A file is replaced whole or not at all.
    """
    choice = Choice(
        _listed(sections), audience, lane, history, None if today is None else day(today)
    )
    _refuse_excluded(choice)
    asked = _Asked(choice, brief, table, picture)
    form = report_format or _implied(asked, output)
    inputs = files.gather(paths, stdin_filename)
    if not inputs:
        raise Trouble(f"no blueprint in {', '.join(paths)}", "a blueprint has the key `blueprint`")
    folder = folder_meant(paths) if form in {None, "html"} else None
    if folder is not None:
        _refuse_unfit(asked, {"html"})
        written = report_folder(inputs, folder, output, choice)
    else:
        written = _all_written(inputs, output, form, asked)
    if not written:
        raise typer.Exit(1)


def _all_written(inputs: list[Input], output: str | None, form: Form | None, asked: _Asked) -> bool:
    """Write all reports; False where a blueprint has errors and so none."""
    usual: list[Form] = ["html"] * len(inputs)
    found = targets(inputs, output, form, usual, REPORTS)
    _refuse_unfit(asked, {target.form for target in found})
    _refuse_streams(asked, found)
    every = console.tracked(found, len(found), "Reporting")
    left = [target for target in every if not _written(target, asked)]
    return not left


def _listed(sections: list[str] | None) -> tuple[str, ...] | None:
    """The sections that are named, with commas between or one by one."""
    if sections is None:
        return None
    found = tuple(word.strip() for each in sections for word in each.split(",") if word.strip())
    if not found:
        raise Trouble("no section is named", "write keys, such as `--sections pain,causes`")
    return found


def _refuse_excluded(choice: Choice) -> None:
    """`Trouble` for options that exclude each other, and for a section that nobody knows."""
    given = {
        "--for": choice.lane is not None,
        "--sections": choice.sections is not None,
        "--audience": choice.audience is not None,
    }
    both = [option for option, is_given in given.items() if is_given]
    if len(both) > 1:
        raise Trouble(f"`{both[0]}` and `{both[1]}` exclude each other", "leave one of them out")
    if choice.lane is not None and choice.history:
        raise Trouble("a lane's guide tells no history", "leave out `--history` or `--for`")
    chosen(choice.sections, choice.audience)


def _implied(asked: _Asked, output: str | None) -> Form | None:
    """The form that options imply where the output does not tell one."""
    if output is not None and told_by(output, ENDINGS):
        return None
    if asked.brief or asked.picture is not None:
        return "md"
    return "csv" if asked.table is not None else None


def _refuse_unfit(asked: _Asked, forms: set[Form]) -> None:
    """`Trouble` where an option is given that one of these forms knows nothing of."""
    for option, fitting in _options_of_forms(asked):
        for form in forms - {fitting}:
            hint = f"write `-f {fitting}`, or leave out `{option}`"
            raise Trouble(f"`{option}` is for `{fitting}`, and this is `{form}`", hint)


def _refuse_streams(asked: _Asked, found: list[Target[Form]]) -> None:
    """`Trouble` where standard input or a terminal cannot do what is asked for."""
    if asked.choice.history and any(target.input.piped is not None for target in found):
        raise Trouble("standard input has no history", "name a file, or leave out `--history`")
    to_terminal = sys.stdout is not None and sys.stdout.isatty()
    if to_terminal and any(each.path is None and each.form in BINARY for each in found):
        raise Trouble("a terminal cannot show this report", "name a file: `-o report.xlsx`")


def _options_of_forms(asked: _Asked) -> Iterator[tuple[str, Form]]:
    if asked.brief:
        yield "--brief", "md"
    if asked.picture is not None:
        yield "--picture", "md"
    if asked.table is not None:
        yield "--table", "csv"


def _written(target: Target[Form], asked: _Asked) -> bool:
    """Write one report; False, and nothing is written, where the blueprint has errors."""
    document = read(target.input)
    errors = errors_of(document)
    if errors:
        listings.report(errors)
        return False
    analysis = analysed(document, asked.choice.today)
    report = report_for(analysis, asked.choice)
    if target.form == "csv":
        _write_tables(target, report, asked.table)
        return True
    held = settings_for(target.input.path)
    picture = shown_picture(target.input.path, target.path, asked.picture)
    told = Told(analysis, report, lambda: picture_for(analysis, held), picture, asked.brief)
    _write(target.path, REPORTERS[target.form](told))
    return True


def _write_tables(target: Target[Form], report: Report, wished: str | None) -> None:
    """The tables of a report: a folder with a file for each, or one alone in a file."""
    from blueprint_cli.reporters.separated import separated, tables

    found = tables(report, wished)
    if target.path is None or os.path.splitext(target.path)[1] == ENDINGS["csv"]:
        if len(found) != 1:
            known = ", ".join(f"`{each.key}`" for each in found) or "none"
            raise Trouble("one file holds one table", f"give `--table` with one of {known}")
        _write(target.path, separated(found[0], marked=target.path is not None))
        return
    if not found:
        console.warn(f"{target.input.path}: the report has no table, so no file was written")
    for each in found:
        _write(os.path.join(target.path, f"{each.key}{ENDINGS['csv']}"), separated(each))


def _write(path: str | None, content: bytes) -> None:
    if path is None:
        console.write(content)
    else:
        replace(path, content)
        console.say(f"wrote {path}")
