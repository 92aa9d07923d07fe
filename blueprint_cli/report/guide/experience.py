"""What the customer goes through at a step: does, meets, thinks and feels."""

from collections.abc import Iterator

from blueprint_cli.analysis.places import action_place, step_place
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.model import Step
from blueprint_cli.report.content import Entry, Phrase
from blueprint_cli.report.guide.sentences import metric
from blueprint_cli.report.guide.stand import Stand
from blueprint_cli.report.sentences import quoted
from blueprint_cli.report.telling import told


def experience_title(stand: Stand) -> str:
    """Whose way it is that is told."""
    lanes = stand.service.blueprint.lanes
    if lanes[stand.lane].role == "customer":
        return "What you go through"
    names = [lane.name for lane in lanes if lane.role == "customer"]
    go = "go" if len(names) > 1 else "goes"
    return f"What {' and '.join(names) or 'the customer'} {go} through"


def experience(stand: Stand) -> Iterator[Entry]:
    """What the step says of customers."""
    step = stand.here
    own = stand.service.blueprint.lanes[stand.lane].role == "customer"
    yield Entry("Others do" if own else "Does", tuple(_customer_acts(stand)))
    yield Entry("Meets", tuple(_met(stand)))
    yield Entry("By way of", ((ENGLISH.comma.join(step.channel),),) if step.channel else ())
    yield Entry("Thinks", (quoted(step.thinks),) if step.thinks else ())
    yield Entry("Feels", tuple(_feelings(step)))
    yield Entry("How much it matters", tuple(_weight(step)))
    yield Entry("Figures that are watched", tuple(map(metric, step.metrics)))


def _customer_acts(stand: Stand) -> Iterator[Phrase]:
    """What customers do; where no lane is theirs, the step itself is what they do."""
    if "customer" not in stand.service.roles:
        yield quoted(step_place(stand.service, stand.step))
    for each in stand.others("customer"):
        yield quoted(action_place(each))


def _met(stand: Stand) -> Iterator[Phrase]:
    """Evidence and touchpoints, each once."""
    evidence = stand.others("evidence")
    shown = {each.action.name for each in evidence}
    yield from ((each,) for each in stand.here.touchpoint if each not in shown)
    yield from ((action_place(each),) for each in evidence)


def _feelings(step: Step) -> Iterator[Phrase]:
    if step.emotion is not None:
        yield (told("emotion", step.emotion),)
    if step.feels:
        yield (step.feels,)


def _weight(step: Step) -> Iterator[Phrase]:
    if step.importance is not None:
        yield (f"Importance {told('scale', step.importance)}.",)
    if step.moment_of_truth:
        yield ("A moment of truth: the whole service is judged by it.",)
