"""How the customer feels on the way: lows and highs, and the moments of truth."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter, neg, pos
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.pain import Pain, Sore
from blueprint_cli.analysis.places import Place, step_place
from blueprint_cli.service import Service

_MOMENTS = (
    "R. Normann, Service Management, 1984, and J. Carlzon, Moments of Truth, 1987: the customer"
    " judges the whole by a few encounters"
)

MEASURES: tuple[Measure, ...] = (
    Measure(
        "emotion_average",
        "Average emotion",
        "mean of `emotion` over the steps that tell one",
        "from −2 to +2",
        "Steps without an emotion are left out, not taken for 0; all others count alike.",
    ),
    Measure(
        "emotion_remembered",
        "Emotion remembered",
        "(strongest emotion + last emotion) ÷ 2; of two equally strong ones the bad one",
        "from −2 to +2",
        "Customers remember the peak and the end; how long it took hardly counts. The last is that"
        " of the last step that tells one.",
        "The peak-end rule: D. Kahneman, B. L. Fredrickson, C. A. Schreiber and D. A. Redelmeier,"
        " “When More Pain Is Preferred to Less”, Psychological Science 4 (6), 1993; the bad one of"
        " two: R. F. Baumeister and others, “Bad Is Stronger Than Good”, Review of General"
        " Psychology 5 (4), 2001",
    ),
    Measure(
        "emotion_low",
        "Low point",
        "a step whose emotion is below 0 and lower than those before and after it; and every step"
        " with the lowest emotion of all, unless all are alike",
        "steps",
        "Steps without an emotion are passed over. Adjoining steps of one emotion are one low"
        " point, told by each of them.",
        "The emotional journey of customer journey maps: M. Stickdorn, M. Hormess, A. Lawrence and"
        " J. Schneider, This Is Service Design Doing, 2018",
    ),
    Measure(
        "emotion_high",
        "High point",
        "a step whose emotion is above 0 and higher than those before and after it",
        "steps",
        "As for low points.",
    ),
    Measure(
        "moment_hit",
        "Moment of truth that is hit",
        "a step with `moment_of_truth` that has an open pain point, itself or at one of its"
        " actions, or an emotion below 0",
        "steps",
        "",
        _MOMENTS,
    ),
)


class Feeling(NamedTuple):
    """How the customer feels at a step, from -2 to +2."""

    step: Place
    emotion: int


class Moment(NamedTuple):
    """A moment of truth, with the open pain points of its step, the heaviest first."""

    step: Place
    emotion: int | None
    sores: tuple[Sore, ...]

    @property
    def low(self) -> bool:
        """Whether the customer feels bad at it."""
        return self.emotion is not None and self.emotion < 0

    @property
    def hit(self) -> bool:
        """Whether something hurts at it, or the customer feels bad."""
        return self.low or bool(self.sores)


class Feelings(NamedTuple):
    """The customer's feelings, step by step; without a written emotion there are none.

    Low and high points and moments of truth are in the order of steps.
    """

    curve: tuple[Feeling, ...]
    average: float | None
    remembered: float | None
    lows: tuple[Feeling, ...]
    highs: tuple[Feeling, ...]
    moments: tuple[Moment, ...]


def feelings_of(service: Service, pain: Pain) -> Feelings:
    """How the customer feels on the way."""
    curve = tuple(
        Feeling(step_place(service, place), step.emotion)
        for place, step in enumerate(service.blueprint.steps)
        if step.emotion is not None
    )
    return Feelings(
        curve,
        sum(each.emotion for each in curve) / len(curve) if curve else None,
        _remembered([each.emotion for each in curve]),
        tuple(_lows(curve)),
        tuple(_highs(curve)),
        tuple(_moments(service, pain)),
    )


def _remembered(emotions: Sequence[int]) -> float | None:
    if not emotions:
        return None
    strongest = max(emotions, key=lambda emotion: (abs(emotion), -emotion))
    return (strongest + emotions[-1]) / 2


def _lows(curve: Sequence[Feeling]) -> Iterator[Feeling]:
    """Every local minimum below 0, and the lowest of all if there is a higher one."""
    emotions = {each.emotion for each in curve}
    lowest = min(emotions) if len(emotions) > 1 else None
    for each, turns in _turns(curve, pos):
        if each.emotion == lowest or (turns and each.emotion < 0):
            yield each


def _highs(curve: Sequence[Feeling]) -> Iterator[Feeling]:
    """Every local maximum above 0."""
    for each, turns in _turns(curve, neg):
        if turns and each.emotion > 0:
            yield each


def _turns(curve: Sequence[Feeling], depth: Callable[[int], int]) -> Iterator[tuple[Feeling, bool]]:
    """Each step, and whether it lies deeper than what is before and after those of its emotion."""
    runs = [(depth(emotion), [*run]) for emotion, run in groupby(curve, attrgetter("emotion"))]
    depths = [deep for deep, _ in runs]
    for place, (deep, run) in enumerate(runs):
        beside = depths[max(place - 1, 0) : place] + depths[place + 1 : place + 2]
        turns = all(deep < other for other in beside)
        yield from ((each, turns) for each in run)


def _moments(service: Service, pain: Pain) -> Iterator[Moment]:
    sores: dict[str, list[Sore]] = defaultdict(list)
    for sore in pain.ranked:
        sores[sore.step.key].append(sore)
    for place, step in enumerate(service.blueprint.steps):
        if step.moment_of_truth:
            at = step_place(service, place)
            yield Moment(at, step.emotion, tuple(sores.get(at.key, ())))
