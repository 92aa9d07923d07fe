"""How the blueprint moved: its versions in git, with their figures."""

from collections.abc import Iterator, Sequence

from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.report.content import Cell, Column, Missing, Phrase, Plot, Section, Table
from blueprint_cli.report.telling import ARROW, told
from blueprint_cli.report.versions import FIGURES, Figure, Figures, Move, Version, moves

KEY, TITLE = "history", "How it moved"

_PLOTTED = ("severity_sum", "work", "wait", "cost", "assumptions", "opportunities_done")


def section(versions: Sequence[Version]) -> Section:
    """What changed from the first of these versions to the last, and all of them as a table."""
    read = [each for each in versions if each.figures is not None]
    missing = () if len(read) > 1 else (_TOO_FEW,)
    blocks = (_table(versions, currency_of(versions)),) if versions else ()
    return Section(KEY, TITLE, tuple(_lead(versions, read)), blocks, missing)


_TOO_FEW = Missing("how the blueprint moved", "two versions in git that can be read")


def currency_of(versions: Sequence[Version]) -> str:
    """The currency of the newest version that has one; costs in others are not told."""
    found = (each.figures.currency for each in reversed(versions) if each.figures)
    return next(filter(None, found), "")


def _lead(versions: Sequence[Version], read: Sequence[Version]) -> Iterator[Phrase]:
    if len(read) > 1 and read[0].figures and read[-1].figures:
        moved = moves(read[0].figures, read[-1].figures)
        yield (_summed(read, moved),)
    if unread := len(versions) - len(read):
        those = "1 version" if unread == 1 else f"{unread} versions"
        yield (f"{those} of {len(versions)} could not be read.",)


def _summed(read: Sequence[Version], moved: Sequence[Move]) -> str:
    """What became of the figures that have a good direction."""
    since = read[0].day or read[0].short
    said = [_told(each) for each in moved if each.figure.good]
    return f"Since {since}: {'; '.join(said) or 'no figure is better or worse'}."


def _table(versions: Sequence[Version], currency: str) -> Table:
    figures = [each for each in FIGURES if any(_known(version, each) for version in versions)]
    return Table(
        key=KEY,
        title="Versions",
        columns=(
            Column("commit", "Commit", "text"),
            Column("date", "Date", "date"),
            Column("subject", "What for", "text"),
            Column("note", "Note", "text"),
            *(Column(each.key, each.title, each.sort, each.measure) for each in figures),
            Column("moved", "What moved", "text"),
        ),
        rows=tuple(_row(each, figures, currency) for each in versions),
        plot=_plot(versions, figures),
        note="Each version is compared with the nearest one before it that could be read.",
    )


def _plot(versions: Sequence[Version], figures: Sequence[Figure]) -> Plot | None:
    """A line for each figure that people want to see moving; none where nothing can have moved."""
    known = {each.key for each in figures}
    lines = tuple(each for each in _PLOTTED if each in known)
    can_move = sum(each.figures is not None for each in versions) > 1
    return Plot("lines", ("date", *lines)) if lines and can_move else None


def _known(version: Version, figure: Figure) -> bool:
    return version.figures is not None and version.figures.value(figure) is not None


def _row(version: Version, figures: Sequence[Figure], currency: str) -> tuple[Cell, ...]:
    moved = "; ".join(map(_told, version.moved))
    return (
        version.short,
        version.day,
        version.subject or None,
        version.note or None,
        *(_cell(version.figures, each, currency) for each in figures),
        moved or None,
    )


def _cell(figures: Figures | None, figure: Figure, currency: str) -> Cell:
    if figures is None or (figure.sort == "money" and figures.currency != currency):
        return None
    return figures.value(figure)


def _told(move: Move) -> str:
    """A move in words: `open questions 3 → 2`, `work 20 min → 15 min (better)`."""
    name, sort = move.figure.title, move.figure.sort
    before, after = (told(sort, each, move.currency) for each in (move.before, move.after))
    effect = ENGLISH.aside.format(move.effect) if move.effect else ""
    return f"{name[:1].lower()}{name[1:]} {before}{ARROW}{after}{effect}"
