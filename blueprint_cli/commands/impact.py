"""`bp impact`: what fails without something, and what comes later when something takes longer."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, NamedTuple

import typer

from blueprint_cli import console
from blueprint_cli.analysis.asked import delays, taken_away
from blueprint_cli.analysis.delay import Delay, delayed
from blueprint_cli.analysis.impact import Impact
from blueprint_cli.analysis.impact import without as impact_of
from blueprint_cli.analysis.places import Place
from blueprint_cli.analysis.shares import shares_of
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.named import named_service
from blueprint_cli.problems import Trouble
from blueprint_cli.report import delays as lateness
from blueprint_cli.report import losses
from blueprint_cli.report.content import Listing, Phrase, Report, Section
from blueprint_cli.report.naming import ambiguous_names
from blueprint_cli.report.telling import spoken
from blueprint_cli.service import Service


def impact(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A blueprint, or `-` for standard input.")
    ],
    without: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND:ID",
            help="What is gone: `lane:it`, `resource:pms`, `action:book`, or only the id; several "
            "are gone at once.",
        ),
    ] = None,
    delay: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ACTION=TIME", help="An action that takes so much longer: `book=10m`; several."
        ),
    ] = None,
    output_format: Annotated[
        Literal["text", "json", "markdown"],
        typer.Option(help="For people, for programs, or for a comment."),
    ] = "text",
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="What to call standard input, whose paths begin there."),
    ] = None,
) -> None:
    """Tell what fails without a lane, a resource or an action, or what a delay brings.

    With what is gone fails all that needs it, directly or through others; what is only triggered
    can still be done. A delay moves what has to wait, along the critical path.
    """
    if not without and not delay:
        raise Trouble(
            "nothing is gone and nothing is late",
            "write `--without resource:ID`, or `--delay ACTION=10m`",
        )
    service = named_service(file, stdin_filename)
    if service is None:
        raise typer.Exit(1)
    answer = _answered(service, without or [], delay or [])
    if output_format == "json":
        console.write(_json(service, answer))
        return
    report = _report(service, answer)
    if output_format == "markdown":
        from blueprint_cli.reporters.markdown import markdown

        console.write(markdown(report))
        return
    color, width = console.colored_output(), console.columns()
    texts = ("\n".join(_lines(each, report, width, color=color)) for each in report.sections)
    console.write("\n\n".join(texts) + "\n")


class _Answer(NamedTuple):
    """What fails and what comes later, each where it was asked for."""

    loss: Impact | None
    late: Delay | None


def _answered(service: Service, without: Sequence[str], late: Sequence[str]) -> _Answer:
    gone = [taken_away(service, each) for each in without]
    seconds = delays(service, late)
    return _Answer(
        impact_of(service, list(dict.fromkeys(gone))) if gone else None,
        delayed(service, seconds) if seconds else None,
    )


def _json(service: Service, answer: _Answer) -> str:
    import json

    from blueprint_cli.reporters import what_if

    said: dict[str, object] = {}
    if answer.loss:
        said |= what_if.loss(service, answer.loss, shares_of(service))
    if answer.late:
        said |= what_if.lateness(answer.late)
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _report(service: Service, answer: _Answer) -> Report:
    sections = []
    if answer.loss:
        sections.append(losses.section(service, answer.loss, shares_of(service)))
    if answer.late:
        sections.append(lateness.section(service, answer.late))
    return Report(service.blueprint.name, "", ENGLISH.code, "", tuple(sections))


def _lines(section: Section, report: Report, width: int, *, color: bool) -> Iterator[str]:
    """The section for a terminal: sentences as wide as it, and lists."""
    shared = ambiguous_names(report)
    for phrase in section.lead:
        yield console.styled(textwrap.fill(_said(phrase, shared), width), "bold", color=color)
    for block in section.blocks:
        for entry in block.entries if isinstance(block, Listing) else ():
            yield ""
            yield console.styled(f"{entry.term}:", "dim", color=color)
            for phrase in entry.phrases:
                yield textwrap.fill(
                    _said(phrase, shared), width, initial_indent="  ", subsequent_indent="    "
                )
    for missing in section.missing:
        yield ""
        yield f"Not known: {missing.figure}. The blueprint would have to say {missing.needs}."


def _said(phrase: Phrase, shared: frozenset[str]) -> str:
    """A sentence in which names that two elements share have their keys behind them."""
    told = spoken(
        tuple(
            f"{part.name} ({part.key})" if isinstance(part, Place) and part.name in shared else part
            for part in phrase
        )
    )
    return console.visible(told)
