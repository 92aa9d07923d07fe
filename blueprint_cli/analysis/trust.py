"""How far a blueprint can be trusted: what is assumed, open, old, and nobody's."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.owned import WITHOUT_OWNER, Owned, owned
from blueprint_cli.analysis.owners import owner_of
from blueprint_cli.analysis.places import (
    Place,
    all_carried,
    bearer_place,
    lane_place,
    step_place,
)
from blueprint_cli.facts.claims import Claim, claims
from blueprint_cli.facts.reviews import fresh_until
from blueprint_cli.model import PainPoint, Question
from blueprint_cli.service import Bearer, Service

MEASURES: tuple[Measure, ...] = (
    Measure(
        "assumed",
        "Assumptions",
        "elements that carry pain, time or emotion and have no `sources` ÷ all elements that carry"
        " one of these",
        "share",
        "`sources` hold for everything in the element on which they are written: those of the"
        " blueprint for all, those of a step for its actions. A written source is believed, nobody"
        " looks into it.",
        "M. Stickdorn, M. Hormess, A. Lawrence and J. Schneider, This Is Service Design Doing,"
        " 2018: maps based on assumptions are replaced, step by step, by maps based on research",
    ),
    Measure(
        "question_age",
        "Age of a question",
        "the day that is given − `since`",
        "days",
        "A question without `since` has no age, and without a day to judge by none has.",
    ),
    Measure(
        "fresh_until",
        "How long a review holds",
        "`reviewed` + `review_every`",
        "date",
        "Months are those of the calendar; a day that a month does not have is its last one."
        " `review_every` is 6 months where it is not written.",
    ),
    Measure(
        "days_overdue",
        "Review overdue",
        "the day that is given − the last day on which the review is fresh, at least 0",
        "days",
        "Without a day to judge by there is none.",
    ),
    WITHOUT_OWNER,
)

ClaimKind = Literal["time", "emotion", "pain"]


class Assumption(NamedTuple):
    """A time, an emotion or a pain point without a source; `at` is the step or action it is of."""

    kind: ClaimKind
    place: Place
    at: Place


class Basis(NamedTuple):
    """How much of what is told somewhere is assumed; `told` is never 0."""

    place: Place
    told: int
    assumed: int

    @property
    def share(self) -> float:
        """The part that is assumed, from 0 to 1."""
        return self.assumed / self.told


class OpenQuestion(NamedTuple):
    """A question; `days` is how long it has been open, None where that cannot be known."""

    place: Place
    at: Place
    since: date | None
    days: int | None
    owner: str


class Review(NamedTuple):
    """When it was reviewed, and until when that holds; `days_overdue` is None without a today."""

    reviewed: date | None
    every: str
    fresh_until: date | None
    days_overdue: int | None


class Trust(NamedTuple):
    """What a reader has to know before believing the rest.

    `basis` is that of the whole blueprint, None where it tells no time, emotion or pain. Steps and
    lanes stand in the blueprint's order, those that tell nothing are left out; what a step says
    itself is in no lane. Questions: the oldest first, those without `since` last.
    """

    basis: Basis | None
    per_step: tuple[Basis, ...]
    per_lane: tuple[Basis, ...]
    assumptions: tuple[Assumption, ...]
    questions: tuple[OpenQuestion, ...]
    review: Review
    owners: tuple[Owned, ...]

    @property
    def without_owner(self) -> tuple[Owned, ...]:
        """What nobody answers for."""
        return tuple(each for each in self.owners if not each.owner)


def trust_of(service: Service) -> Trust:
    """How far the blueprint can be trusted."""
    found = tuple(claims(service))
    name = service.blueprint.name
    whole = _bases(found, lambda _: 0, lambda _: Place("blueprint", service.blueprint.id, name))
    in_lanes = [each for each in found if each.bearer.placed is not None]
    return Trust(
        basis=next(iter(whole), None),
        per_step=_bases(found, _step_of(service), lambda at: step_place(service, at)),
        per_lane=_bases(in_lanes, _lane_of, lambda at: lane_place(service, at)),
        assumptions=tuple(_assumptions(service, found)),
        questions=_questions(service),
        review=_review(service),
        owners=owned(service),
    )


# What is assumed


def _bases(
    found: Iterable[Claim], where: Callable[[Claim], int], place: Callable[[int], Place]
) -> tuple[Basis, ...]:
    """The claims counted by where they stand."""
    told: dict[int, list[Claim]] = {}
    for each in found:
        told.setdefault(where(each), []).append(each)
    return tuple(
        Basis(place(at), len(told[at]), sum(not each.known for each in told[at]))
        for at in sorted(told)
    )


def _step_of(service: Service) -> Callable[[Claim], int]:
    return lambda claim: service.step_places[id(claim.bearer.step)]


def _lane_of(claim: Claim) -> int:
    return claim.bearer.placed.lane if claim.bearer.placed else 0


def _assumptions(service: Service, found: Iterable[Claim]) -> Iterator[Assumption]:
    pains = {id(pain): place for pain, _, place in all_carried(service, "pain_point")}
    for claim in found:
        if claim.known:
            continue
        at = bearer_place(service, claim.bearer)
        if isinstance(claim.element, PainPoint):
            yield Assumption("pain", pains[id(claim.element)], at)
        else:
            yield Assumption("time" if claim.bearer.placed else "emotion", at, at)


# What is open, and how fresh it is


def _questions(service: Service) -> tuple[OpenQuestion, ...]:
    found = [
        _question(service, question, bearer, place)
        for question, bearer, place in all_carried(service, "question")
        if isinstance(question, Question)
    ]
    return tuple(sorted(found, key=lambda each: (each.since or date.max, each.place.key)))


def _question(service: Service, question: Question, bearer: Bearer, place: Place) -> OpenQuestion:
    since, today = question.since, service.today
    days = max(0, (today - since).days) if today and since else None
    owner = owner_of(service, question, bearer)
    return OpenQuestion(place, bearer_place(service, bearer), since, days, owner)


def _review(service: Service) -> Review:
    reviewed, every = service.blueprint.reviewed, service.blueprint.review_every
    if reviewed is None:
        return Review(None, every.text, None, None)
    until = fresh_until(reviewed, every)
    overdue = max(0, (service.today - until).days) if service.today else None
    return Review(reviewed, every.text, until, overdue)
