"""How far the blueprint can be trusted: assumptions, open questions, its last review, owners."""

from collections.abc import Iterator, Sequence
from datetime import date

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.owned import Owned
from blueprint_cli.analysis.places import Place
from blueprint_cli.analysis.trust import Assumption, Basis, OpenQuestion, Trust
from blueprint_cli.report.content import (
    Block,
    Column,
    Fact,
    Facts,
    Missing,
    Phrase,
    Plot,
    Section,
    Table,
)
from blueprint_cli.report.sentences import counted, enumerated, quoted

_TOLD = "times, emotions and pain points"


def section(analysis: Analysis) -> Section:
    """What is known and what is assumed, what is open, how fresh it is, and whose it is."""
    trust = analysis.trust
    tables = (
        _bases("step", "Assumptions by step", trust.per_step),
        _bases("lane", "Assumptions by lane", trust.per_lane),
        _assumptions(trust.assumptions),
        _questions(trust.questions),
        _owners(trust.owners),
    )
    blocks: list[Block] = [_facts(trust), *(each for each in tables if each is not None)]
    lead, missing = tuple(_lead(trust)), tuple(_missing(analysis))
    return Section("trust", "How far to trust it", lead, tuple(blocks), missing)


# In a hurry


def _lead(trust: Trust) -> Iterator[Phrase]:
    if trust.basis:
        yield _assumed(trust, trust.basis)
    yield (_reviewed(trust),)
    if trust.questions:
        yield _asked(trust.questions)
    if nobody := trust.without_owner:
        yield _unowned([each.place for each in nobody], trust)


def _assumed(trust: Trust, basis: Basis) -> Phrase:
    if not basis.assumed:
        return (f"All {_TOLD} have a source ({basis.told}).",)
    if basis.assumed == basis.told:
        return (f"Nothing has a source: all {basis.told} {_TOLD} are assumed.",)
    said = f"{basis.assumed} of {basis.told} {_TOLD} have no source: they are assumed"
    most = sorted(trust.per_step, key=lambda each: -each.assumed)
    if most[1:] and most[0].assumed == most[1].assumed:
        return (f"{said}.",)
    return (f"{said}, ", *_how_many(most[0], basis), *quoted(most[0].place), ".")


def _how_many(most: Basis, basis: Basis) -> Phrase:
    return ("all of them at ",) if most.assumed == basis.assumed else ("the most at ",)


def _reviewed(trust: Trust) -> str:
    review = trust.review
    if review.reviewed is None or review.fresh_until is None:
        return "When it was last reviewed is not written."
    said = f"It was last reviewed on {review.reviewed}, which holds until {review.fresh_until}"
    if review.days_overdue:
        return f"{said}: the next review is {counted(review.days_overdue, 'day')} overdue."
    return f"{said}."


def _unowned(nobody: Sequence[Place], trust: Trust) -> Phrase:
    if len(nobody) == len(trust.owners):
        return ("Nobody is named who answers for it, or for anything in it.",)
    return ("Nobody answers for ", *enumerated(nobody), ".")


def _asked(questions: Sequence[OpenQuestion]) -> Phrase:
    oldest = questions[0]
    count = counted(len(questions), "question")
    are = "is" if len(questions) == 1 else "are"
    if oldest.since is None:
        return (f"{count} {are} open.",)
    return (f"{count} {are} open, the oldest since {oldest.since}: ", *quoted(oldest.place), ".")


# Figures and tables


def _facts(trust: Trust) -> Facts:
    basis, review = trust.basis, trust.review
    return Facts(
        (
            Fact("claims", "Times, emotions, pain points", "count", basis and basis.told),
            Fact("assumed", "Without a source", "count", basis and basis.assumed),
            Fact("assumed_share", "Assumed", "share", basis and basis.share, measure="assumed"),
            Fact("reviewed", "Last reviewed", "date", review.reviewed),
            Fact("fresh_until", "Fresh until", "date", review.fresh_until, measure="fresh_until"),
            Fact(
                "days_overdue", "Days overdue", "count", review.days_overdue,
                measure="days_overdue",
            ),
            Fact("open_questions", "Open questions", "count", len(trust.questions)),
            Fact(
                "without_owner", "Without an owner", "count", len(trust.without_owner),
                measure="without_owner",
            ),
        )
    )  # fmt: skip


def _bases(what: str, title: str, bases: Sequence[Basis]) -> Table | None:
    """How much is assumed at each place; None where nothing is assumed at all."""
    if not any(each.assumed for each in bases):
        return None
    return Table(
        f"assumptions-by-{what}",
        title,
        (
            Column(what, what.capitalize(), "places"),
            Column("told", "Times, emotions, pain points", "count"),
            Column("assumed", "Without a source", "count"),
            Column("share", "Assumed", "share", "assumed"),
        ),
        tuple(((each.place,), each.told, each.assumed, each.share) for each in bases),
        Plot("bars", (what, "share")),
    )


def _assumptions(assumptions: Sequence[Assumption]) -> Table | None:
    if not assumptions:
        return None
    return Table(
        "assumptions",
        "What is assumed",
        (
            Column("what", "What", "text"),
            Column("element", "Of what", "places"),
            Column("where", "Where", "places"),
        ),
        tuple((each.kind, (each.place,), (each.at,)) for each in assumptions),
    )


def _questions(questions: Sequence[OpenQuestion]) -> Table | None:
    if not questions:
        return None
    return Table(
        "questions",
        "Open questions",
        (
            Column("question", "Question", "places"),
            Column("where", "Where", "places"),
            Column("since", "Since", "date"),
            Column("days", "Days open", "count", "question_age"),
            Column("owner", "Owner", "text"),
        ),
        tuple(
            ((each.place,), (each.at,), each.since, each.days, each.owner or None)
            for each in questions
        ),
    )


def _owners(owners: Sequence[Owned]) -> Table:
    return Table(
        "owners",
        "Who answers for what",
        (
            Column("element", "What", "places", "without_owner"),
            Column("kind", "Kind", "text"),
            Column("owner", "Owner", "text"),
            Column("written", "Written there", "yes"),
        ),
        tuple(
            ((each.place,), each.place.kind.replace("_", " "), each.owner or None, each.written)
            for each in owners
        ),
        note="Whoever answers for a whole answers for its parts where nobody else is named.",
    )


# What cannot be told


def _missing(analysis: Analysis) -> Iterator[Missing]:
    trust = analysis.trust
    today: date | None = analysis.service.today
    if trust.basis is None:
        yield Missing("how much is assumed", "a time, an emotion or a pain point")
    if trust.review.reviewed is None:
        yield Missing("how fresh it is", "`reviewed` at the top level")
    elif today is None:
        yield Missing("whether the review is overdue", "a day to judge by: `--today`", dated=True)
    if any(each.since is None for each in trust.questions):
        yield Missing("how long questions have been open", "`since` of each question")
