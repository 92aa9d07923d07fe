"""What a picture says in quiet letters under a name: figures, people, and what is used.

Long texts that explain and do not show (descriptions, notes, sources, tags, addresses) stay in the
file and in the reports. Marks are told in `marks`.
"""

from collections.abc import Iterable, Iterator, Mapping

from blueprint_cli.layout.blocks import Note
from blueprint_cli.look import Look
from blueprint_cli.model import Action, Blueprint, Enablers, Lane, Metric, Persona, Step
from blueprint_cli.phrases import duration, number
from blueprint_cli.reading.references import Joined
from blueprint_cli.words import Words


def blueprint_details(blueprint: Blueprint, look: Look) -> tuple[Note, ...]:
    """What stands under the title."""
    words = look.words
    facts = _joined(
        words.states[blueprint.state],
        words.owner.format(blueprint.owner) if blueprint.owner else "",
        words.reviewed.format(blueprint.reviewed) if blueprint.reviewed else "",
        words.arrivals.format(blueprint.arrivals.text) if blueprint.arrivals else "",
    )
    return (
        Note(facts, strong=True),
        *_notes(
            blueprint.scenario or "",
            *(_persona(persona, words) for persona in blueprint.personas),
            *_metrics(blueprint.metrics, words),
            *look.remarks,
        ),
    )


def lane_details(lane: Lane, look: Look) -> tuple[Note, ...]:
    """What stands under a lane's name."""
    words = look.words
    role = words.roles[lane.role]
    if "details" not in look.shown:
        return ()
    return _notes(
        "" if lane.name.casefold() == role.casefold() else role,
        _joined(
            words.actors.get(lane.actor, ""),
            words.owner.format(lane.owner) if lane.owner else "",
            words.capacity.format(lane.capacity) if lane.capacity > 1 else "",
        ),
        *_enablers(lane.enablers, words),
    )


def step_details(step: Step, look: Look) -> tuple[Note, ...]:
    """What stands under a step's name."""
    words = look.words
    if "details" not in look.shown:
        return ()
    importance = words.importance.format(step.importance) if step.importance is not None else ""
    return _notes(
        importance,
        words.owner.format(step.owner) if step.owner else "",
        *_metrics(step.metrics, words),
        words.in_detail.format(step.details) if step.details else "",
    )


def action_details(
    action: Action, links: Iterable[Joined], names: Mapping[str, str], look: Look
) -> tuple[Note, ...]:
    """What stands under an action's name.

    `links` are those that begin here, `names` the names of actions by key and of resources by id.
    """
    words = look.words
    figures = (_figures(action, words),) if "time" in look.shown else ()
    away = (_leaving(each, words) for each in links if each.external and "links" in look.shown)
    if "details" not in look.shown:
        return _notes(*figures, *away)
    uses = words.comma.join(names.get(each.text, each.text) for each in action.uses)
    return _notes(
        *figures,
        *away,
        words.uses.format(uses) if uses else "",
        _joined(words.comma.join(action.channel), words.comma.join(action.touchpoint)),
        words.owner.format(action.owner) if action.owner else "",
        *(words.policy.format(policy.name) for policy in action.policies),
        *_metrics(action.metrics, words),
        words.in_detail.format(action.details) if action.details else "",
    )


def comments(key: str, look: Look) -> tuple[Note, ...]:
    """What is said of an action or step, besides what it says itself."""
    return tuple(Note(text, strong=True) for text in look.comments.get(key, ()))


def link_text(joined: Joined, words: Words) -> str:
    """What stands at an arrow: its name, its condition, the share of cases that take it."""
    link = joined.link
    share = (
        f"{number(words, round(link.share * 100, 2))}\N{NO-BREAK SPACE}%"
        if link.share is not None
        else ""
    )
    return _joined(link.name or "", words.when.format(link.when) if link.when else "", share)


def _notes(*texts: str) -> tuple[Note, ...]:
    return tuple(Note(text) for text in texts if text)


def _joined(*texts: str) -> str:
    """On one line, broken between two texts if at all."""
    return "\N{NO-BREAK SPACE}· ".join(text for text in texts if text)


def _persona(persona: Persona, words: Words) -> str:
    opening, closing = words.quotes
    quote = f"{opening}{persona.quote}{closing}" if persona.quote else ""
    said = _joined("; ".join(persona.goals), quote)
    return words.colon.join(text for text in (words.persona.format(persona.name), said) if text)


def _enablers(enablers: Enablers | None, words: Words) -> Iterator[str]:
    if enablers:
        for kind, title in words.enablers.items():
            names = words.comma.join(element.name for element in getattr(enablers, kind))
            if names:
                yield f"{title}{words.colon}{names}"


def _metrics(metrics: Iterable[Metric], words: Words) -> Iterator[str]:
    for metric in metrics:
        unit = f"\N{NO-BREAK SPACE}{metric.unit}" if metric.unit else ""
        value = f"{number(words, metric.value)}{unit}" if metric.value is not None else ""
        target = (
            words.target.format(f"{number(words, metric.target)}{unit}")
            if metric.target is not None
            else ""
        )
        said = words.comma.join(text for text in (value, target) if text)
        yield words.colon.join(text for text in (metric.name, said) if text)


def _figures(action: Action, words: Words) -> str:
    """Time, tolerance and cost; the wait is a mark."""
    return _joined(
        _kept(words.takes, duration(words, action.time.least, action.time.most))
        if action.time
        else "",
        _kept(words.tolerates, duration(words, action.tolerance.least, action.tolerance.most))
        if action.tolerance
        else "",
        _kept(words.costs, number(words, action.cost)) if action.cost is not None else "",
    )


def _kept(phrase: str, value: str) -> str:
    """A word and a value that no line break parts."""
    return phrase.format(value).replace(" ", "\N{NO-BREAK SPACE}")


def _leaving(joined: Joined, words: Words) -> str:
    """A link that leaves the picture."""
    said = link_text(joined, words)
    verb = words.links[joined.kind].capitalize()
    return words.colon.join(text for text in (f"{verb} {joined.end}", said) if text)
