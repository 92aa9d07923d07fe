"""Tables of what hurts: every pain point, where they add up, and a map of steps and lanes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.pain import Sore, Tally
from blueprint_cli.analysis.places import lane_place, step_place
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.report.content import Cell, Column, Plot, Table
from blueprint_cli.service import Service


def pain_tables(analysis: Analysis) -> Iterator[Table]:
    """All tables of pain; none where nothing hurts, but that of what is settled."""
    if analysis.pain.ranked:
        yield _pain_points(analysis)
        yield _heat(analysis)
        yield from _sums(analysis)
    if analysis.pain.settled:
        title = "Pain points that are done or dropped"
        note = "They count in no sum and no ranking."
        yield short_table("pain-settled", title, analysis.pain.settled, note)


def _pain_points(analysis: Analysis) -> Table:
    roots = analysis.causes.roots
    rows = []
    for sore in analysis.pain.ranked:
        root = roots.get(sore.place.key)
        point = sore.pain_point
        row: tuple[Cell, ...] = (
            (sore.place,),
            sore.weight,
            point.severity,
            point.frequency,
            (sore.bearer,),
            tuple(cause.place for cause in analysis.causes.named.get(sore.place.key, ())) or None,
            (root.place,) if root else None,
            sore.owner or None,
            point.status,
            (sore.lane,) if sore.lane else None,
            (sore.step,),
            sore.importance,
            point.since,
            point.quote,
        )
        rows.append(row)
    return Table(
        "pain-points",
        "Pain points, the heaviest first",
        (
            Column("pain_point", "Pain point", "places"),
            Column("weight", "Weight", "number", "pain_weight"),
            Column("severity", "Severity", "scale"),
            Column("frequency", "Customers", "share"),
            Column("where", "Where", "places"),
            Column("causes", "Named causes", "places"),
            Column("root_cause", "Root cause", "places", "root_of_pain"),
            Column("owner", "Owner", "text", "pain_owner"),
            Column("status", "Status", "text"),
            Column("lane", "Lane", "places"),
            Column("step", "Step", "places"),
            Column("importance", "Importance of the step", "scale"),
            Column("since", "Since", "date"),
            Column("quote", "In their words", "text"),
        ),
        tuple(rows),
        note=_note(analysis.pain.ranked),
    )


def _note(sores: Sequence[Sore]) -> str:
    said = "Weight is severity × share of customers × importance of the step."
    if any(sore.importance is None for sore in sores):
        said += " A step that tells no importance counts as 3."
    return said


def _heat(analysis: Analysis) -> Table:
    """Severities by steps and lanes; what a step itself carries stands in a column of its own."""
    service = analysis.service
    severities: dict[tuple[str, str], int] = defaultdict(int)
    for sore in analysis.pain.ranked:
        severities[sore.step.key, sore.lane.key if sore.lane else ""] += sore.pain_point.severity
    itself = any(lane == "" for _, lane in severities)
    lanes = [*([""] if itself else []), *service.index.lane_keys]
    columns = (Column("step", "Step", "places"), *_lane_columns(service, itself=itself))
    rows = tuple(
        ((step_place(service, place),), *(severities.get((key, lane)) for lane in lanes))
        for place, key in enumerate(service.index.step_keys)
    )
    return Table(
        "pain-heat",
        "Where it hurts: steps and lanes",
        columns,
        rows,
        Plot("heat", tuple(column.key for column in columns)),
        "The sum of the severities of open pain points; an empty cell has none.",
    )


def _lane_columns(service: Service, *, itself: bool) -> Iterator[Column]:
    """A column for each lane; lanes of one name are told apart by their keys."""
    if itself:
        yield Column("step-itself", "At the step itself", "count", "pain_severity")
    names = [lane.name for lane in service.blueprint.lanes]
    for key, name in zip(service.index.lane_keys, names, strict=True):
        clear = names.count(name) == 1 and name not in {"Step", "At the step itself"}
        title = name if clear else f"{name}{ENGLISH.aside.format(key)}"
        yield Column(f"lane:{key}", title, "count", "pain_severity")


def _sums(analysis: Analysis) -> Iterator[Table]:
    """Tables of sums, the greatest severity first; where there is one row, it says nothing new."""
    pain, service = analysis.pain, analysis.service
    steps = {key: step_place(service, at) for at, key in enumerate(service.index.step_keys)}
    lanes = {key: lane_place(service, at) for at, key in enumerate(service.index.lane_keys)}
    for key, title, sums, called in (
        ("step", "Step", pain.per_step, {key: (place,) for key, place in steps.items()}),
        ("lane", "Lane", pain.per_lane, {key: (place,) for key, place in lanes.items()}),
        ("role", "Role", pain.per_role, ENGLISH.roles),
        ("status", "Status", pain.per_status, {}),
        ("owner", "Owner", pain.per_owner, {"": "nobody is written"}),
    ):
        if len(sums) > 1:
            yield _sum_table(key, title, sums, called)


def _sum_table(
    key: str, title: str, sums: Mapping[str, Tally], called: Mapping[str, Cell]
) -> Table:
    first = Column(key, title, "places" if key in {"step", "lane"} else "text")
    ranked = sorted(sums.items(), key=lambda each: (-each[1].severity, -each[1].weight, each[0]))
    return Table(
        f"pain-by-{key}",
        f"Pain by {title.lower()}",
        (
            first,
            Column("pain_points", "Pain points", "count"),
            Column("severity", "Severity", "count", "pain_severity"),
            Column("weight", "Weight", "number", "pain_weight_sum"),
        ),
        tuple((called.get(name, name), *sums) for name, sums in ranked),
    )


def short_table(key: str, title: str, sores: Iterable[Sore], note: str = "") -> Table:
    """Some pain points, each with what is needed to look after it."""
    return Table(
        key,
        title,
        (
            Column("pain_point", "Pain point", "places"),
            Column("severity", "Severity", "scale"),
            Column("frequency", "Customers", "share"),
            Column("where", "Where", "places"),
            Column("status", "Status", "text"),
            Column("owner", "Owner", "text", "pain_owner"),
        ),
        tuple(
            (
                (sore.place,),
                sore.pain_point.severity,
                sore.pain_point.frequency,
                (sore.bearer,),
                sore.pain_point.status,
                sore.owner or None,
            )
            for sore in sores
        ),
        note=note,
    )
