"""Where it hurts: the worst pain point, what it comes from, how customers feel, what delights."""

from collections.abc import Iterator

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.pain import Sore
from blueprint_cli.analysis.places import Place
from blueprint_cli.report.content import Fact, Facts, Missing, Phrase, Section
from blueprint_cli.report.feeling_tables import feeling_tables
from blueprint_cli.report.pain_tables import pain_tables
from blueprint_cli.report.sentences import answering, counted, enumerated, quoted
from blueprint_cli.report.telling import told

TITLE = "Pain and delight"
_MOST = 25
_ALL = 1.0


def section(analysis: Analysis) -> Section:
    """Where it hurts, how much, and where it delights."""
    return Section(
        "pain",
        TITLE,
        (*_worst(analysis), *_total(analysis), *_felt(analysis), *_truth(analysis)),
        (
            *([Facts(facts)] if (facts := tuple(_facts(analysis))) else []),
            *pain_tables(analysis),
            *feeling_tables(analysis),
        ),
        tuple(_missing(analysis)),
    )


def _worst(analysis: Analysis) -> Iterator[Phrase]:
    sore = analysis.pain.worst
    if sore is None:
        return
    said = f" (severity {told('scale', sore.pain_point.severity)}, {customers(sore)}) at "
    owner = f"; {sore.owner} answers for it." if sore.owner else "; nobody is named for it."
    yield ("The worst pain point is ", *quoted(sore.place), said, *where(sore), owner)
    yield (_weight(analysis, sore),)
    cause = analysis.causes.roots.get(sore.place.key)
    if cause is None:
        yield ("Nothing says what it comes from.",)
    else:
        yield ("It comes from ", *quoted(cause.place), *answering(cause.owner), ".")


def customers(sore: Sore) -> str:
    """How many customers feel a pain point."""
    frequency = sore.pain_point.frequency
    return "all customers" if frequency == _ALL else f"{told('share', frequency)} of customers"


def where(sore: Sore) -> Phrase:
    """The step or action that carries a pain point, an action with its lane."""
    if sore.lane is None:
        return quoted(sore.bearer)
    return (*quoted(sore.bearer), " of ", *quoted(sore.lane))


def _weight(analysis: Analysis, sore: Sore) -> str:
    total = analysis.pain.total.weight
    said = f"It weighs {told('number', sore.weight)} of at most {_MOST}"
    alone = len(analysis.pain.ranked) == 1 or not total
    return f"{said}." if alone else f"{said}, {told('share', sore.weight / total)} of all pain."


def _total(analysis: Analysis) -> Iterator[Phrase]:
    left, settled = len(analysis.pain.ranked), len(analysis.pain.settled)
    hurting = f"{counted(left, 'pain point')} still {'hurts' if left == 1 else 'hurt'}"
    if left and settled:
        yield (f"{hurting}; {settled} {_is(settled)} done or dropped.",)
    elif left:
        yield (f"{hurting}.",)
    elif settled:
        done = f"{counted(settled, 'pain point')} {_is(settled)} done or dropped"
        yield (f"Nothing is left that hurts: {done}.",)
    else:
        yield ("No pain point is written.",)


def _felt(analysis: Analysis) -> Iterator[Phrase]:
    """The lowest and the highest emotion, each with its steps."""
    curve = analysis.feelings.curve
    emotions = {each.emotion for each in curve}
    if not emotions:
        return
    for word, emotion in (("worst", min(emotions)), ("best", max(emotions))):
        steps = tuple(each.step for each in curve if each.emotion == emotion)
        yield (f"Customers feel {word} at ", *enumerated(steps), f": {told('emotion', emotion)}.")
        if len(emotions) == 1:
            return


def _truth(analysis: Analysis) -> Iterator[Phrase]:
    moments = analysis.feelings.moments
    hit = tuple(moment.step for moment in moments if moment.hit)
    if not moments:
        return
    of = f"{len(hit)} of {counted(len(moments), 'moment')} of truth"
    if len(moments) == 1:
        of = "The one moment of truth"
    if hit:
        yield (f"{of} {_is(len(hit))} hit by pain or bad feelings: ", *enumerated(hit), ".")
    else:
        yield (f"No moment of truth of {len(moments)} is hit by pain or bad feelings.",)


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _facts(analysis: Analysis) -> Iterator[Fact]:
    pain, feelings = analysis.pain, analysis.feelings
    if pain.worst:
        about: tuple[Place, ...] = (pain.worst.place,)
        yield Fact(
            "worst-weight",
            "Weight of the worst pain point",
            "number",
            pain.worst.weight,
            about,
            "pain-weight",
        )
        yield Fact("open-pain-points", "Open pain points", "count", len(pain.ranked))
        yield Fact(
            "severity-sum", "Sum of severities", "count", pain.total.severity, (), "pain-severity"
        )
        yield Fact(
            "weight-sum", "Sum of weights", "number", pain.total.weight, (), "pain-weight-sum"
        )
    if feelings.moments:
        hit = tuple(moment.step for moment in feelings.moments if moment.hit)
        yield Fact("moments-hit", "Moments of truth hit", "count", len(hit), hit, "moment-hit")
    if feelings.average is not None:
        yield Fact(
            "emotion-average", "Average emotion", "number", feelings.average, (), "emotion-average"
        )
        yield Fact(
            "emotion-remembered",
            "What is remembered",
            "number",
            feelings.remembered,
            (),
            "emotion-remembered",
        )


def _missing(analysis: Analysis) -> Iterator[Missing]:
    pain, feelings = analysis.pain, analysis.feelings
    steps = analysis.service.blueprint.steps
    if not pain.ranked and not pain.settled:
        yield Missing("Where it hurts", "`pain_points` at steps or actions")
    unweighed = sum(sore.importance is None for sore in pain.ranked)
    if unweighed:
        figure = f"How much {counted(unweighed, 'pain point')} weigh for customers"
        yield Missing(figure, "`importance` of their steps, which count as 3")
    silent = len(steps) - len(feelings.curve)
    if silent:
        yield Missing(
            f"How customers feel at {silent} of {counted(len(steps), 'step')}", "`emotion` there"
        )
    if not feelings.moments:
        yield Missing(
            "Moments of truth", "`moment_of_truth: true` at the steps by which customers judge"
        )
    if not analysis.movers:
        yield Missing(
            "What moves customers on", "`triggers` and `needs` between what customers and staff do"
        )
