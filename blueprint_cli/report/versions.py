"""A blueprint's figures from version to version: how many, how much, and which way each moved."""

from datetime import date, datetime
from typing import Literal, NamedTuple

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.measures import Measure
from blueprint_cli.facts.claims import claims
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Sort
from blueprint_cli.service import Service

Change = Literal["added", "changed", "renamed", "deleted", "uncommitted", "oldest here"]
"""What a commit did to the file; `oldest here` where a shallow clone knows no older one."""

Effect = Literal["better", "worse", ""]
Value = int | float | Range | None


class Figure(NamedTuple):
    """A figure that every version has, and which way is good, if one is.

    `key` is its field in `Figures`, `heading` a word for a narrow column.
    """

    key: str
    title: str
    heading: str
    sort: Sort
    good: Literal["less", "more", ""] = ""
    measure: str = ""


FIGURES = (
    Figure("steps", "Steps", "Steps", "count"),
    Figure("actions", "Actions", "Actions", "count"),
    Figure("severity_sum", "Severity of pain", "Pain", "count", "less", "pain_severity"),
    Figure("pain_weight", "Weight of pain", "Weight", "number", "less", "pain_weight_sum"),
    Figure("work", "Work", "Work", "duration", "less", "work"),
    Figure("elapsed", "Time elapsed", "Elapsed", "duration", "less", "elapsed"),
    Figure("wait", "Customer's wait", "Wait", "duration", "less", "wait"),
    Figure("cost", "Cost of a case", "Cost", "money", "less", "cost"),
    Figure("assumptions", "Assumptions", "Assumed", "count", "less", "assumed"),
    Figure("opportunities", "Opportunities", "Ideas", "count", "", "opportunities-done"),
    Figure(
        "opportunities_done", "Opportunities done", "Done", "count", "more", "opportunities-done"
    ),
    Figure("questions", "Open questions", "Questions", "count"),
)
"""In the order in which they are told."""

MEASURES = (
    Measure(
        "opportunities-done",
        "Opportunities done",
        "opportunities whose `status` is `done`, of all that are not `dropped`",
        "opportunities",
        "Without any opportunity there is no such figure.",
    ),
    Measure(
        "move",
        "Which way a figure moved",
        "more where neither end of its range is less than before, less where neither is more;"
        " better or worse by whether less of it is good (pain, times, cost, assumptions) or more"
        " (opportunities done)",
        "more or less; better or worse",
        "A version is compared with the nearest one before it that has no errors. Pain that was"
        " written down and was there all along counts as worse, too. A range that only got wider or"
        " narrower is neither more nor less; costs in two currencies are not compared.",
    ),
)


class Figures(NamedTuple):
    """A version's figures, by the keys of `FIGURES`; durations are seconds.

    None stands for what the version says nothing of: without any pain point nobody has looked for
    pain yet, which is another thing than that none is left.
    """

    steps: int
    actions: int
    severity_sum: int | None
    pain_weight: float | None
    work: Range | None
    elapsed: Range | None
    wait: Range | None
    cost: Range | None
    assumptions: int | None
    opportunities: int | None
    opportunities_done: int | None
    questions: int
    currency: str = ""

    def value(self, figure: Figure) -> Value:
        """The value of one of `FIGURES`."""
        found: Value = getattr(self, figure.key)
        return found


class Move(NamedTuple):
    """A figure that is not what it was; `way` is empty where a range only grew or shrank."""

    figure: Figure
    before: Value
    after: Value
    way: Literal["more", "less", ""]
    currency: str = ""

    @property
    def effect(self) -> Effect:
        """Whether that is good, of a figure that has a good direction."""
        if not self.way or not self.figure.good:
            return ""
        return "better" if self.way == self.figure.good else "worse"


class Version(NamedTuple):
    """A blueprint as a commit left it, or, without a `commit`, as it lies there uncommitted.

    `committed` is when, in UTC. `path` is the file's name then, from the top of the work tree,
    `was` the one before where it was renamed; in these and `subject` control characters are
    escaped. `figures` is None where the version could not be read: it has `errors`, it is deleted,
    or its text is not at hand. `moved` is what differs from the nearest earlier version that has
    figures.
    """

    commit: str
    committed: datetime | None
    subject: str
    path: str
    was: str
    change: Change
    errors: int
    figures: Figures | None
    moved: tuple[Move, ...] = ()

    @property
    def short(self) -> str:
        """The commit's hash as people write it, or `now`."""
        return self.commit[:_SHORT] or "now"

    @property
    def day(self) -> date | None:
        """The day on which it was committed, in UTC."""
        return self.committed and self.committed.date()

    @property
    def note(self) -> str:
        """What is special about it: why it has no figures, else what was done; may be empty."""
        was = f"was {self.was}" if self.was else ""
        return ", ".join(filter(None, (self._state, was)))

    @property
    def _state(self) -> str:
        if self.errors:
            return f"{self.errors} {'error' if self.errors == 1 else 'errors'}"
        if self.figures is None and self.change != "deleted":
            return "not in this clone"
        return self.change if self.change in _NOTED else ""


_NOTED: frozenset[Change] = frozenset({"deleted", "uncommitted", "oldest here"})
_SHORT = 8


def figures_of(service: Service) -> Figures:
    """The figures of a blueprint."""
    analysis = Analysis(service)
    spending, pain = analysis.spending, analysis.pain.ranked
    is_sore = bool(service.pain_points)
    told = list(claims(service))
    wanted = [each for each, _ in service.opportunities if each.status != "dropped"]
    return Figures(
        steps=len(service.blueprint.steps),
        actions=len(service.actions),
        severity_sum=sum(each.pain_point.severity for each in pain)
        if service.pain_points
        else None,
        pain_weight=sum(each.weight for each in pain) if is_sore else None,
        work=spending.work.total,
        elapsed=spending.elapsed,
        wait=spending.wait.total,
        cost=spending.cost.total,
        assumptions=sum(not each.known for each in told) if told else None,
        opportunities=len(wanted) if wanted else None,
        opportunities_done=sum(each.status == "done" for each in wanted) if wanted else None,
        questions=len(service.questions),
        currency=service.blueprint.currency or "",
    )


def moves(before: Figures, after: Figures) -> tuple[Move, ...]:
    """What differs between two versions, of all that both of them tell.

    Costs in two currencies are not compared.
    """
    return tuple(
        Move(each, old, new, _way(old, new), after.currency)
        for each in FIGURES
        if (old := before.value(each)) is not None
        and (new := after.value(each)) is not None
        and _ends(old) != _ends(new)
        and (each.sort != "money" or before.currency == after.currency)
    )


def _way(before: Value, after: Value) -> Literal["more", "less", ""]:
    """More where neither end is less; of a range that only got wider nobody can tell."""
    signs = {
        (new > old) - (new < old)
        for old, new in zip(_ends(before), _ends(after), strict=True)
        if new != old
    }
    if signs == {1}:
        return "more"
    return "less" if signs == {-1} else ""


def _ends(value: Value) -> tuple[float, ...]:
    """Both ends of a figure, without what adding in another order does to the last digits."""
    ends = value if isinstance(value, tuple) else (value or 0, value or 0)
    return tuple(round(end, _DIGITS) for end in ends)


_DIGITS = 6
