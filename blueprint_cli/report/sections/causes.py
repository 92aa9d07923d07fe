"""What the pain comes from: root causes with the ways that lead to them."""

from collections.abc import Iterator

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.causes import MOST_PAINS, MOST_WAYS, Cause, Way, most_first
from blueprint_cli.report.content import Cell, Column, Missing, Phrase, Plot, Section, Table
from blueprint_cli.report.pain_tables import short_table
from blueprint_cli.report.sentences import answering, counted, enumerated, quoted
from blueprint_cli.report.telling import told

TITLE = "Root causes"
_HEAVIEST = 3
"""So many pain points are named for each cause."""


def section(analysis: Analysis) -> Section:
    """What explains most of the pain, and by which way."""
    return Section(
        "causes",
        TITLE,
        tuple(_lead(analysis)),
        tuple(_tables(analysis)),
        tuple(_missing(analysis)),
    )


def _lead(analysis: Analysis) -> Iterator[Phrase]:
    roots = sorted((cause for cause in analysis.causes.ranked if cause.root), key=most_first)
    if roots:
        yield from _first(analysis, roots)
    elif analysis.pain.ranked:
        yield ("Nothing says what the pain comes from.",)
    else:
        yield ("No pain point is open, so there is nothing to look behind.",)
    unexplained = analysis.causes.unexplained
    if unexplained and roots:
        places = tuple(sore.place for sore in unexplained)
        yield ("No cause is written for ", *enumerated(places), ".")


def _first(analysis: Analysis, roots: list[Cause]) -> Iterator[Phrase]:
    """The root that explains most, and those that explain as much."""
    first = roots[0]
    total = analysis.pain.total.severity
    of = f"{first.severity} of {total} points of severity"
    explained = f": {of} ({told('share', first.severity / total)})"
    pains = f", in {counted(len(first.sores), 'pain point')}."
    yield (
        *("What explains most pain is ", *quoted(first.place), *answering(first.owner)),
        explained + pains,
    )
    equals = tuple(cause.place for cause in roots[1:] if cause.severity == first.severity)
    if equals:
        yield ("As much is explained by ", *enumerated(equals), ".")


def _tables(analysis: Analysis) -> Iterator[Table]:
    causes = analysis.causes
    if causes.ranked:
        yield _causes(causes.ranked)
        yield _tree(causes.ways)
    if causes.unexplained and causes.ranked:
        yield short_table("unexplained", "Pain points without a cause", causes.unexplained)


def _causes(causes: tuple[Cause, ...]) -> Table:
    return Table(
        "root-causes",
        "Causes, what explains most first",
        (
            Column("cause", "Cause", "places"),
            Column("severity", "Pain explained", "count", "cause_severity"),
            Column("pain_points", "Pain points", "count"),
            Column("owner", "Owner", "text", "pain_owner"),
            Column("path", "Way from what hurts", "path", "cause_path"),
            Column("root", "Root", "yes", "root_cause"),
            Column("named", "Named as cause", "yes"),
            Column("weight", "Weight explained", "number", "pain_weight_sum"),
            Column("kind", "What it is", "text"),
            Column("heaviest", "The heaviest it explains", "places"),
        ),
        tuple(map(_row, causes)),
        note="Behind a root lies nothing more backstage, in support or among the resources. Each"
        " cause explains the whole of a pain point, so the figures do not add up.",
    )


def _row(cause: Cause) -> tuple[Cell, ...]:
    return (
        (cause.place,),
        cause.severity,
        len(cause.sores),
        cause.owner or None,
        cause.path,
        cause.root,
        cause.named,
        cause.weight,
        cause.place.kind,
        tuple(sore.place for sore in cause.sores[:_HEAVIEST]),
    )


def _tree(ways: tuple[Way, ...]) -> Table:
    """The ways with the pain points at their beginnings."""
    return Table(
        "cause-tree",
        "From pain to its causes",
        (
            Column("path", "Way", "path", "cause_path"),
            Column("severity", "Pain explained", "count", "cause_severity"),
        ),
        tuple(((way.sore.place, *way.path), way.cause.severity) for way in ways),
        Plot("tree", ("path", "severity")),
        f"The shortest ways from the {MOST_PAINS} heaviest pain points at most, to the {MOST_WAYS}"
        " causes at most that explain most.",
    )


def _missing(analysis: Analysis) -> Iterator[Missing]:
    count = len(analysis.causes.unexplained)
    if count:
        yield Missing(
            f"What {counted(count, 'pain point comes', 'pain points come')} from",
            "`causes`",
        )
    elif not analysis.pain.ranked:
        yield Missing("Root causes", "`pain_points` with `causes`")
