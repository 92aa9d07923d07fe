"""Whom a picture is for: what concerns one persona, by the tags that name the others."""

from typing import NamedTuple, TypeVar

from blueprint_cli.model import Action, Blueprint, Element, Persona, Step
from blueprint_cli.slicing.wanted import place_of

Marked = TypeVar("Marked", Step, Action)

_MARKS = ("metrics", "pain_points", "opportunities", "questions")
"""What a step or an action holds that may bear tags of its own."""


class Audience(NamedTuple):
    """One persona, or everyone if that is None; `others` are ids and names of all the rest."""

    persona: Persona | None = None
    others: frozenset[str] = frozenset()

    def __call__(self, element: Element) -> bool:
        """Whether it concerns the persona: it is tagged so, or at least for nobody else."""
        tags = self.others and set(element.tags)
        return not tags or tags.isdisjoint(self.others) or not tags.isdisjoint(self.own)

    @property
    def own(self) -> frozenset[str]:
        """What the persona itself is called in tags."""
        return _called(self.persona) if self.persona else frozenset()

    def names(self, persona: Persona) -> bool:
        """Whether the title is to name a persona."""
        return self.persona is None or persona is self.persona

    def cleared(self, record: Marked) -> Marked:
        """A step or action without the marks that concern others only."""
        marks = {word: getattr(record, word) for word in _MARKS}
        kept = {word: tuple(each for each in marks[word] if self(each)) for word in _MARKS}
        return record if kept == marks else type(record).of({**vars(record), **kept})


def audience(blueprint: Blueprint, persona: str | None) -> Audience:
    """Whom this means: a persona's id or its name; `Trouble` if it means none."""
    if persona is None:
        return Audience()
    keys = tuple(each.id for each in blueprint.personas)
    own = blueprint.personas[place_of(persona, keys, blueprint.personas, "persona")]
    others = [_called(each) for each in blueprint.personas if each is not own]
    return Audience(own, frozenset().union(*others))


def _called(persona: Persona) -> frozenset[str]:
    return frozenset({persona.id, persona.name})
