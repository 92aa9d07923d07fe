"""What a picture says in quiet letters under a name: figures, pain points and all that is planned.

Long texts that explain and do not show (descriptions, notes, sources, tags, addresses) stay in the
file and in the reports.
"""

from collections.abc import Iterable, Iterator, Mapping

from blueprint_cli.model import (
    Action,
    Blueprint,
    Enablers,
    FailPoint,
    Lane,
    Metric,
    Opportunity,
    PainPoint,
    Persona,
    Step,
)
from blueprint_cli.reading.references import Joined

_ROLES = {
    "evidence": "Physical evidence",
    "customer": "Customer actions",
    "frontstage": "Frontstage",
    "backstage": "Backstage",
    "support": "Support processes",
}


def blueprint_details(blueprint: Blueprint) -> tuple[str, ...]:
    """What stands under the title."""
    state = {"current": "Current state", "future": "Future state"}.get(blueprint.state, "")
    reviewed = f"Reviewed {blueprint.reviewed}" if blueprint.reviewed else ""
    rate = f"Arrivals {blueprint.arrivals.text}" if blueprint.arrivals else ""
    return _present(
        _joined(state, _owner(blueprint), reviewed, rate),
        blueprint.scenario or "",
        *(_persona(persona) for persona in blueprint.personas),
        *_metrics(blueprint.metrics),
    )


def lane_details(lane: Lane) -> tuple[str, ...]:
    """What stands under a lane's name."""
    actor = {"system": "System", "partner": "Partner"}.get(lane.actor, "")
    capacity = f"Capacity {lane.capacity}" if lane.capacity and lane.capacity > 1 else ""
    role = "" if lane.name.casefold() == _ROLES[lane.role].casefold() else _ROLES[lane.role]
    return _present(role, _joined(actor, _owner(lane), capacity), *_enablers(lane.enablers))


def step_details(step: Step) -> tuple[str, ...]:
    """What stands under a step's name."""
    return _present(
        "Moment of truth" if step.moment_of_truth else "",
        _joined(
            _emotion(step),
            f"Importance {step.importance}" if step.importance is not None else "",
        ),
        f"Thinks: {step.thinks}" if step.thinks else "",
        f"Feels: {step.feels}" if step.feels else "",
        *_shared(step),
    )


def action_details(
    action: Action,
    links: Iterable[Joined],
    names: Mapping[str, str],
    resources: Mapping[str, str],
) -> tuple[str, ...]:
    """What stands under an action's name.

    `links` are those that begin here, `names` the names of actions by key, `resources` those of
    resources by id.
    """
    uses = ", ".join(resources.get(each.text, each.text) for each in action.uses)
    return _present(
        _figures(action),
        *(_link(joined, names) for joined in links),
        f"Uses {uses}" if uses else "",
        *(f"Policy: {policy.name}" for policy in action.policies),
        *(_fail_point(action.fail_point) if action.fail_point else ()),
        *_shared(action),
    )


def _present(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _joined(*texts: str) -> str:
    """On one line, broken between two texts if at all."""
    return "\N{NO-BREAK SPACE}· ".join(_present(*texts))


def _figure(word: str, value: str) -> str:
    """A word and a value that no line break parts."""
    return f"{word} {value}".replace(" ", "\N{NO-BREAK SPACE}")


def _owner(element: Blueprint | Lane) -> str:
    return f"Owner {element.owner}" if element.owner else ""


def _persona(persona: Persona) -> str:
    goals = "; ".join(persona.goals)
    quote = f"“{persona.quote}”" if persona.quote else ""
    return ": ".join(_present(persona.name, _joined(goals, quote)))


def _enablers(enablers: Enablers | None) -> Iterator[str]:
    if enablers:
        for kind in ("decisions", "policies", "procedures", "technology", "training", "insights"):
            names = ", ".join(element.name for element in getattr(enablers, kind))
            if names:
                yield f"{kind.capitalize()}: {names}"


def _emotion(step: Step) -> str:
    if step.emotion is None:
        return ""
    return f"Emotion {step.emotion:+d}" if step.emotion else "Emotion 0"


def _shared(element: Step | Action) -> Iterator[str]:
    """What steps and actions say alike."""
    yield f"Via {', '.join(element.channel)}" if element.channel else ""
    yield f"Touchpoint: {', '.join(element.touchpoint)}" if element.touchpoint else ""
    yield from (_pain_point(point) for point in element.pain_points)
    yield from (_opportunity(opportunity) for opportunity in element.opportunities)
    yield from (f"Question: {question.name}" for question in element.questions)
    yield from _metrics(element.metrics)
    yield f"In detail: {element.details}" if element.details else ""


def _pain_point(point: PainPoint) -> str:
    quote = f" “{point.quote}”" if point.quote else ""
    return f"Pain {point.severity}/5: {point.name}{quote}{_status(point.status)}"


def _opportunity(opportunity: Opportunity) -> str:
    return f"Opportunity: {opportunity.name}{_status(opportunity.status)}"


def _status(status: str) -> str:
    return "" if status == "open" else f" ({status})"


def _metrics(metrics: Iterable[Metric]) -> Iterator[str]:
    for metric in metrics:
        unit = f"\N{NO-BREAK SPACE}{metric.unit}" if metric.unit else ""
        value = f"{metric.value:g}{unit}" if metric.value is not None else ""
        target = f"target {metric.target:g}{unit}" if metric.target is not None else ""
        yield ": ".join(_present(metric.name, ", ".join(_present(value, target))))


def _figures(action: Action) -> str:
    return _joined(
        _figure("Takes", action.time.text) if action.time else "",
        _figure("Wait", action.wait.text) if action.wait else "",
        _figure("Tolerance", action.tolerance.text) if action.tolerance else "",
        _figure("Cost", f"{action.cost:g}") if action.cost is not None else "",
    )


def _link(joined: Joined, names: Mapping[str, str]) -> str:
    """What an arrow cannot say by itself: its name and condition, or that it leaves the picture."""
    link = joined.link
    share = f"{link.share:.4g}" if link.share is not None else ""
    said = _joined(link.name or "", f"when {link.when}" if link.when else "", share)
    if not said and not joined.external:
        return ""
    verb = joined.kind.replace("_", " ").capitalize()
    return ": ".join(_present(f"{verb} “{names.get(joined.end, joined.end)}”", said))


def _fail_point(point: FailPoint) -> Iterator[str]:
    yield f"Fail point: {point.name}"
    yield f"Recovery: {point.recovery}" if point.recovery else ""
