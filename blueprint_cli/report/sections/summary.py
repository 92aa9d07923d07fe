"""The whole in a minute: what hurts most and why, what breaks, what is too slow, what to do."""

from collections.abc import Iterator, Sequence

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.impact import Impact
from blueprint_cli.analysis.pain import Sore
from blueprint_cli.analysis.places import Place
from blueprint_cli.analysis.priorities import Chance
from blueprint_cli.analysis.trust import Basis
from blueprint_cli.report.content import Entry, Fact, Facts, Listing, Missing, Phrase, Section
from blueprint_cli.report.losses import in_short
from blueprint_cli.report.sentences import counted, enumerated, paced, quoted
from blueprint_cli.report.telling import told

TITLE = "In a minute"
_ALL = 1.0


def section(analysis: Analysis) -> Section:
    """The summary: answers to what readers ask first, then key figures."""
    answers, facts = tuple(_answers(analysis)), tuple(_facts(analysis))
    blocks = (*((Listing("", answers),) if answers else ()), *((Facts(facts),) if facts else ()))
    return Section("summary", TITLE, (), blocks, tuple(_missing(analysis)))


def _answers(analysis: Analysis) -> Iterator[Entry]:
    """The questions that are asked first, as far as the blueprint answers them."""
    if worst := analysis.pain.worst:
        yield Entry("What hurts most", (_hurts(worst),))
        if root := analysis.causes.roots.get(worst.place.key):
            yield Entry("Where it comes from", (_comes(root.path, root.owner),))
        if worst.owner:
            yield Entry("Who answers for it", ((f"{worst.owner}.",),))
    if worst_losses := tuple(_worst_losses(analysis.losses)):
        shares = analysis.spending.shares
        losses = tuple(in_short(analysis.service, each, shares) for each in worst_losses)
        yield Entry("What breaks most", losses)
    if said := _bottleneck(analysis):
        yield Entry("Who is the bottleneck", (said,))
    if analysis.priorities.ranked:
        yield Entry("What to do first", (_first(analysis.priorities.ranked[0]),))
    if basis := analysis.trust.basis:
        yield Entry("How sure this is", (_sure(basis),))


def _hurts(sore: Sore) -> Phrase:
    pain = sore.pain_point
    met = f", {told('share', pain.frequency)} of customers" if pain.frequency < _ALL else ""
    return (
        *quoted(sore.place),
        f" (severity {told('scale', pain.severity)}{met}) at ",
        *quoted(sore.bearer),
        *((", ", *quoted(sore.step)) if sore.step != sore.bearer else ()),
        ".",
    )


def _comes(path: tuple[Place, ...], owner: str) -> Phrase:
    """The root, and by way of what it is felt."""
    owned = f", which {owner} owns" if owner else ""
    between = path[1:-1]
    way = (", by way of ", *enumerated(between)) if between else ()
    return (*quoted(path[-1]), owned, *way, ".")


def _worst_losses(losses: Sequence[Impact]) -> Iterator[Impact]:
    """The worst of all, and of the resources the worst where that is another one."""
    yield from losses[:1]
    resources = [each for each in losses if each.without[0].kind == "resource"]
    yield from (each for each in resources[:1] if each != losses[0])


def _bottleneck(analysis: Analysis) -> Phrase:
    """Who is busiest, and at what rate the first one fails."""
    bottleneck, limit = analysis.loads.bottleneck, analysis.loads.limit
    said: Phrase = ()
    if bottleneck and bottleneck.worst.full.utilisation:
        busy = told("shares", bottleneck.worst.full.utilisation)
        said = (*quoted(bottleneck.worst.place), f", busy {busy} of the time. ")
    if limit and limit.full.fails_at_worst is not None:
        rate = paced(limit.full.fails_at_worst)
        said = (*said, "The first to fail is ", *quoted(limit.place), f", from {rate} on")
        said = (*said, f"; it works on {counted(limit.capacity, 'case')} at once.")
    return said


def _sure(basis: Basis) -> Phrase:
    """How much has no source."""
    of = counted(basis.told, "time, emotion or pain point", "times, emotions and pain points")
    if not basis.assumed:
        return (f"All of {of} have a source.",)
    return (f"{told('share', basis.share)} of {of} have no source: they are assumed.",)


def _first(chance: Chance) -> Phrase:
    idea = chance.opportunity
    solves = (", which ends ", *enumerated([sore.place for sore in chance.solved]))
    return (
        *quoted(chance.place),
        f": {chance.quadrant}, impact {told('scale', idea.impact)}, ",
        f"effort {told('scale', idea.effort)}",
        *(solves if chance.solved else ()),
        f". It is {idea.status}" + (f", due {idea.due.isoformat()}." if idea.due else "."),
    )


def _facts(analysis: Analysis) -> Iterator[Fact]:
    """Key figures, of which those that are not known are left out."""
    spending, loads = analysis.spending, analysis.loads
    found = (
        Fact("elapsed", "From first to last", "duration", spending.elapsed, measure="elapsed"),
        Fact("wait", "The customer waits", "duration", spending.wait.total, measure="wait"),
        Fact("work", "Work in a case", "duration", spending.work.total, measure="work"),
        Fact("cost", "Cost of a case", "money", spending.cost.total, measure="cost"),
        Fact("pain", "Pain points", "count", analysis.pain.total.pain_points or None),
        Fact("headroom", "Headroom", "share", loads.headroom, measure="headroom"),
    )
    yield from (fact for fact in found if fact.value is not None)


def _missing(analysis: Analysis) -> Iterator[Missing]:
    if not analysis.pain.ranked:
        yield Missing("What hurts most", "there are no open `pain_points`")
    if analysis.loads.bottleneck is None:
        timed = analysis.loads.lanes
        needs = "`arrivals`" if timed else "`arrivals` and the `time` of actions"
        yield Missing("Who is the bottleneck", f"it takes {needs}")
    if not analysis.priorities.ranked:
        yield Missing("What to do first", "no opportunity has `impact` and `effort`")
