"""Where the reader of a guide stands, and what is near: own actions, those of others."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from blueprint_cli.model import PainPoint, Step
from blueprint_cli.reading.references import Placed
from blueprint_cli.report.content import Phrase
from blueprint_cli.report.guide.sentences import doing
from blueprint_cli.service import Bearer, Service


class Stand(NamedTuple):
    """Where a reader of the guide stands: in which lane, at which step, both by their places."""

    service: Service
    lane: int
    step: int
    blamed: Mapping[int, Sequence[tuple[PainPoint, Bearer]]]
    """Open pain points by the `id()` of each action that they name as a cause."""

    @property
    def here(self) -> Step:
        """The step."""
        return self.service.blueprint.steps[self.step]

    @property
    def own(self) -> tuple[Placed, ...]:
        """What the lane does at the step."""
        return tuple(each for each in self.service.at_step[self.step] if each.lane == self.lane)

    def others(self, role: str) -> tuple[Placed, ...]:
        """What other lanes of a role do at the step."""
        return tuple(
            each
            for each in self.service.at_step[self.step]
            if each.lane != self.lane and self.service.role(each) == role
        )

    def doing(self, key: str) -> Phrase:
        """An action as it is called from here."""
        return doing(self.service, self.service.placed[key], self.lane, self.step)


def blamed(service: Service) -> Mapping[int, Sequence[tuple[PainPoint, Bearer]]]:
    """The open pain points that come from each action, by the action's `id()`."""
    found: dict[int, list[tuple[PainPoint, Bearer]]] = {}
    for pain, bearer in service.severe(1):
        for cause in dict.fromkeys(map(service.cause, pain.causes)):
            if isinstance(cause, Placed):
                found.setdefault(id(cause.action), []).append((pain, bearer))
    return found
