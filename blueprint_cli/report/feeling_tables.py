"""Tables of how customers feel: step by step, at moments of truth, and what moves them on."""

from collections.abc import Iterator

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.pain import tally
from blueprint_cli.analysis.places import step_place
from blueprint_cli.report.content import Column, Plot, Table


def feeling_tables(analysis: Analysis) -> Iterator[Table]:
    """Those of which the blueprint says anything."""
    if analysis.feelings.curve:
        yield _curve(analysis)
    if analysis.feelings.moments:
        yield _moments(analysis)
    if analysis.movers:
        yield _movers(analysis)


def _curve(analysis: Analysis) -> Table:
    """Every step; those without an emotion interrupt nothing."""
    service, feelings = analysis.service, analysis.feelings
    lows = {each.step.key for each in feelings.lows}
    highs = {each.step.key for each in feelings.highs}
    sums = analysis.pain.per_step
    rows = tuple(
        (
            (step_place(service, place),),
            step.emotion,
            None if step.emotion is None else key in lows,
            None if step.emotion is None else key in highs,
            step.importance,
            step.moment_of_truth,
            sums[key].severity if key in sums else None,
            step.thinks,
        )
        for place, (key, step) in enumerate(
            zip(service.index.step_keys, service.blueprint.steps, strict=True)
        )
    )
    return Table(
        "emotions",
        "Emotion curve",
        (
            Column("step", "Step", "places"),
            Column("emotion", "Emotion", "emotion"),
            Column("low", "Low point", "yes", "emotion_low"),
            Column("high", "High point", "yes", "emotion_high"),
            Column("importance", "Importance", "scale"),
            Column("moment_of_truth", "Moment of truth", "yes"),
            Column("severity", "Sum of severities", "count", "pain_severity"),
            Column("thinks", "They think", "text"),
        ),
        rows,
        Plot("curve", ("step", "emotion")),
    )


def _moments(analysis: Analysis) -> Table:
    """All moments of truth, step by step."""
    return Table(
        "moments-of-truth",
        "Moments of truth",
        (
            Column("step", "Step", "places"),
            Column("hit", "Hit", "yes", "moment_hit"),
            Column("emotion", "Emotion", "emotion"),
            Column("severity", "Sum of severities", "count", "pain_severity"),
            Column("pain_points", "Pain points", "places"),
        ),
        tuple(
            (
                (moment.step,),
                moment.hit,
                moment.emotion,
                tally(moment.sores).severity if moment.sores else None,
                tuple(sore.place for sore in moment.sores) or None,
            )
            for moment in analysis.feelings.moments
        ),
    )


def _movers(analysis: Analysis) -> Table:
    """What leads to the best emotions first."""
    return Table(
        "movers",
        "What moves customers on",
        (
            Column("action", "Action", "places"),
            Column("way", "What it does", "text", "mover"),
            Column("customer", "What the customer does", "places"),
            Column("emotion", "How they feel", "emotion"),
            Column("hurts", "Hurts itself", "yes"),
        ),
        tuple(
            ((mover.action,), mover.way, (mover.customer,), mover.emotion, mover.hurts)
            for mover in analysis.movers
        ),
        note="Frontstage and backstage work that sets off, answers or makes possible what customers"
        " do.",
    )
