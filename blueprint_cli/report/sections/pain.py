"""Where it hurts: the worst pain point, what it comes from, how customers feel, what delights."""

from collections.abc import Iterator

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.pain import Sore
from blueprint_cli.analysis.places import Place
from blueprint_cli.report.content import Fact, Facts, Missing, Phrase, Section
from blueprint_cli.report.feeling_tables import feeling_tables
from blueprint_cli.report.pain_tables import pain_tables
from blueprint_cli.report.sentences import answering, counted, enumerated, quoted, together
from blueprint_cli.report.telling import told

TITLE = "Pain and delight"
_ALL = 1.0


def section(analysis: Analysis) -> Section:
    """Where it hurts, how much, and where it delights."""
    facts = tuple(_facts(analysis))
    return Section(
        "pain",
        TITLE,
        tuple(_lead(analysis)),
        (*([Facts(facts)] if facts else []), *pain_tables(analysis), *feeling_tables(analysis)),
        tuple(_missing(analysis)),
    )


def _lead(analysis: Analysis) -> Iterator[Phrase]:
    """What hurts most and why; how much hurts in all; how customers feel."""
    if analysis.pain.worst is not None:
        yield together([_worst(analysis.pain.worst), _root(analysis, analysis.pain.worst)])
    yield (_total(analysis),)
    if felt := [*_felt(analysis), *_truth(analysis)]:
        yield together(felt)


def _worst(sore: Sore) -> Phrase:
    said = f" (severity {told('scale', sore.pain_point.severity)}, {customers(sore)}) at "
    owner = f"; {sore.owner} answers for it." if sore.owner else "; nobody is named for it."
    return ("The worst pain point is ", *quoted(sore.place), said, *where(sore), owner)


def _root(analysis: Analysis, sore: Sore) -> Phrase:
    """What it names as its causes, and the root where it does not name that."""
    root = analysis.causes.roots.get(sore.place.key)
    if root is None:
        return ("Nothing says what it comes from.",)
    near = tuple(cause.place for cause in analysis.causes.named[sore.place.key])
    if root.place in near:
        return ("It comes from ", *quoted(root.place), *answering(root.owner), ".")
    behind = (*quoted(root.place), *answering(root.owner), ".")
    return ("It comes from ", *enumerated(near), "; at the root lies ", *behind)


def customers(sore: Sore) -> str:
    """How many customers feel a pain point."""
    frequency = sore.pain_point.frequency
    return "all customers" if frequency == _ALL else f"{told('share', frequency)} of customers"


def where(sore: Sore) -> Phrase:
    """The step or action that carries a pain point, an action with its lane."""
    if sore.lane is None:
        return quoted(sore.bearer)
    return (*quoted(sore.bearer), " of ", *quoted(sore.lane))


def _total(analysis: Analysis) -> str:
    """How many pain points there are, and what the worst weighs among them."""
    pain = analysis.pain
    left, settled = len(pain.ranked), len(pain.settled)
    done = f"{counted(settled, 'pain point')} {_is(settled)} done or dropped"
    if pain.worst is None:
        return f"Nothing is left that hurts: {done}." if settled else "No pain point is written."
    hurting = f"{counted(left, 'pain point')} still {'hurts' if left == 1 else 'hurt'}"
    said = f"{hurting}, and {done}." if settled else f"{hurting}."
    if left > 1 and pain.total.weight:
        share = told("share", pain.worst.weight / pain.total.weight)
        said += f" The worst makes up {share} of all pain by weight."
    return said


def _felt(analysis: Analysis) -> Iterator[Phrase]:
    """The lowest and the highest emotion, each with its steps."""
    curve = analysis.feelings.curve
    emotions = {each.emotion for each in curve}
    if len(emotions) == 1:
        steps = enumerated(tuple(each.step for each in curve))
        yield (f"Customers feel {told('emotion', curve[0].emotion)} at ", *steps, ".")
        return
    for word, emotion in (("worst", min(emotions)), ("best", max(emotions))) if emotions else ():
        places = enumerated(tuple(each.step for each in curve if each.emotion == emotion))
        yield (f"Customers feel {word} at ", *places, f": {told('emotion', emotion)}.")


def _truth(analysis: Analysis) -> Iterator[Phrase]:
    moments = analysis.feelings.moments
    hit = tuple(moment.step for moment in moments if moment.hit)
    if not moments:
        return
    by = "hit by pain or bad feelings"
    if len(moments) == 1:
        moment = ("The one moment of truth, ", *quoted(moments[0].step))
        yield (*moment, f", is {'' if hit else 'not '}{by}.")
    elif hit:
        yield (
            f"{len(hit)} of {len(moments)} moments of truth {_is(len(hit))} {by}: ",
            *enumerated(hit),
            ".",
        )
    else:
        yield (f"None of {len(moments)} moments of truth is {by}.",)


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
            "pain_weight",
        )
        yield Fact("open_pain_points", "Open pain points", "count", len(pain.ranked))
        yield Fact(
            "severity_sum", "Sum of severities", "count", pain.total.severity, (), "pain_severity"
        )
        yield Fact(
            "weight_sum", "Sum of weights", "number", pain.total.weight, (), "pain_weight_sum"
        )
    if feelings.moments:
        hit = tuple(moment.step for moment in feelings.moments if moment.hit)
        yield Fact("moments_hit", "Moments of truth hit", "count", len(hit), hit, "moment_hit")
    if feelings.average is not None:
        yield Fact(
            "emotion_average", "Average emotion", "number", feelings.average, (), "emotion_average"
        )
        yield Fact(
            "emotion_remembered",
            "Emotion remembered (peak and end)",
            "number",
            feelings.remembered,
            (),
            "emotion_remembered",
        )


def _missing(analysis: Analysis) -> Iterator[Missing]:
    pain, feelings = analysis.pain, analysis.feelings
    steps = analysis.service.blueprint.steps
    if not pain.ranked and not pain.settled:
        yield Missing("Where it hurts", "`pain_points` at steps or actions")
    unweighed = sum(sore.importance is None for sore in pain.ranked)
    if unweighed:
        points = counted(unweighed, "pain point weighs", "pain points weigh")
        yield Missing(f"How much {points} for customers", "`importance` of the steps, else 3")
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
