"""What to do first: opportunities by impact and effort, what is late, and pain without an idea."""

from collections.abc import Iterator

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.pain import OPEN, SEVERE, tally
from blueprint_cli.analysis.priorities import Chance
from blueprint_cli.report.content import Cell, Column, Missing, Phrase, Plot, Section, Table
from blueprint_cli.report.pain_tables import short_table
from blueprint_cli.report.sentences import counted, enumerated, quoted
from blueprint_cli.report.telling import told

TITLE = "What to do first"


def section(analysis: Analysis) -> Section:
    """What to do first, what is under way, and what nobody has an idea for."""
    return Section(
        "priorities",
        TITLE,
        tuple(_lead(analysis)),
        tuple(_tables(analysis)),
        tuple(_missing(analysis)),
    )


def _lead(analysis: Analysis) -> Iterator[Phrase]:
    priorities = analysis.priorities
    if priorities.ranked:
        yield from _first(priorities.ranked[0])
    elif priorities.unrated:
        yield ("No opportunity has both impact and effort, so none can be put first.",)
    elif priorities.settled:
        yield (f"All is done or dropped: {_opportunities(len(priorities.settled))}.",)
    else:
        yield ("No opportunity is written.",)
    yield from _under_way(priorities.ranked + priorities.unrated, len(priorities.settled))
    late = tuple(each.place for each in priorities.ranked + priorities.unrated if each.overdue)
    if late:
        yield ("Overdue: ", *enumerated(late), ".")
    if priorities.unanswered:
        places = tuple(sore.place for sore in priorities.unanswered)
        yield ("Severe pain for which there is no idea yet: ", *enumerated(places), ".")


def _first(chance: Chance) -> Iterator[Phrase]:
    opportunity = chance.opportunity
    due = f", due on {opportunity.due.isoformat()}" if opportunity.due else ""
    figures = f"impact {opportunity.impact}, effort {opportunity.effort}, {opportunity.status}{due}"
    owner = f"; {chance.owner} answers for it." if chance.owner else "; nobody is named for it."
    yield (
        *("The first thing to do is ", *quoted(chance.place), " at ", *quoted(chance.bearer)),
        f" ({figures}){owner}",
    )
    if chance.solved:
        share = f", {told('share', chance.share)} of all pain" if chance.share else ""
        solved = tuple(sore.place for sore in chance.solved)
        yield (f"It is a {chance.quadrant} and solves ", *enumerated(solved), f"{share}.")
    else:
        yield (f"It is a {chance.quadrant}; it names no open pain point that it solves.",)


def _under_way(chances: tuple[Chance, ...], settled: int) -> Iterator[Phrase]:
    """How many there are, by status."""
    statuses = [each.opportunity.status for each in chances]
    if chances:
        counts = [f"{statuses.count(word)} {word}" for word in OPEN if word in statuses]
        counts += [f"{settled} done or dropped"] if settled else []
        yield (f"{_opportunities(len(chances) + settled)}: {', '.join(counts)}.",)


def _opportunities(count: int) -> str:
    return counted(count, "opportunity", "opportunities")


def _tables(analysis: Analysis) -> Iterator[Table]:
    priorities = analysis.priorities
    if priorities.ranked or priorities.unrated:
        yield _opportunity_table(priorities.ranked + priorities.unrated)
    if priorities.unanswered:
        title = "Severe pain without an opportunity"
        note = f"Severity {SEVERE} or more, and no opportunity that solves it but dropped ones."
        yield short_table("severe-unanswered", title, priorities.unanswered, note)
    if priorities.settled:
        yield _settled(priorities.settled)


def _opportunity_table(chances: tuple[Chance, ...]) -> Table:
    return Table(
        "opportunities",
        "Opportunities, what to do first in front",
        (
            Column("opportunity", "Opportunity", "places"),
            Column("quadrant", "Quadrant", "text", "quadrant"),
            Column("priority", "Priority", "number", "priority"),
            Column("impact", "Impact", "scale"),
            Column("effort", "Effort", "scale"),
            Column("solves", "Solves", "places"),
            Column("solved_weight", "Weight it solves", "number", "pain_weight_sum"),
            Column("solved_share", "Pain it solves", "share", "solved_share"),
            Column("where", "Where", "places"),
            Column("step", "Step", "places"),
            Column("status", "Status", "text"),
            Column("due", "Due", "date"),
            Column("overdue", "Overdue", "yes", "overdue"),
            Column("owner", "Owner", "text", "pain_owner"),
        ),
        tuple(map(_row, chances)),
        Plot("scatter", ("opportunity", "effort", "impact", "solved_weight")),
        "Quick wins have high impact (4 or 5) and low effort (1 to 3); the size of a dot is the"
        " weight of the pain that it solves.",
    )


def _row(chance: Chance) -> tuple[Cell, ...]:
    opportunity = chance.opportunity
    return (
        (chance.place,),
        chance.quadrant,
        chance.priority,
        opportunity.impact,
        opportunity.effort,
        tuple(sore.place for sore in chance.solved) or None,
        tally(chance.solved).weight if chance.solved else None,
        chance.share if chance.solved else None,
        (chance.bearer,),
        (chance.step,),
        opportunity.status,
        opportunity.due,
        chance.overdue,
        chance.owner or None,
    )


def _settled(chances: tuple[Chance, ...]) -> Table:
    return Table(
        "opportunities-settled",
        "Opportunities that are done or dropped",
        (
            Column("opportunity", "Opportunity", "places"),
            Column("where", "Where", "places"),
            Column("status", "Status", "text"),
            Column("due", "Due", "date"),
            Column("owner", "Owner", "text", "pain_owner"),
        ),
        tuple(
            (
                (chance.place,),
                (chance.bearer,),
                chance.opportunity.status,
                chance.opportunity.due,
                chance.owner or None,
            )
            for chance in chances
        ),
    )


def _missing(analysis: Analysis) -> Iterator[Missing]:
    priorities = analysis.priorities
    for word in ("impact", "effort"):
        lacking = sum(getattr(each.opportunity, word) is None for each in priorities.unrated)
        if lacking:
            figure = f"The priority of {_opportunities(lacking)}"
            yield Missing(figure, f"`{word}`, from 1 to 5")
    waiting = priorities.ranked + priorities.unrated
    if not waiting and not priorities.settled:
        yield Missing("What to do first", "`opportunities` with `impact`, `effort` and `solves`")
    if analysis.service.today is None and any(each.opportunity.due for each in waiting):
        yield Missing("what is overdue", "a day to judge by: `--today`", dated=True)
