"""What a blueprint tells about its service: pain and causes, dependencies, time, capacity, people.

Every figure is exact and pure: it follows from the blueprint alone, and from the day against which
dates are judged where one is given.
"""

from functools import cached_property

from blueprint_cli.analysis.causes import Causes, causes_of
from blueprint_cli.analysis.dependencies import Dependencies, dependencies_of
from blueprint_cli.analysis.feelings import Feelings, feelings_of
from blueprint_cli.analysis.gaps import Gaps, gaps_of
from blueprint_cli.analysis.impact import Impact, losses_of
from blueprint_cli.analysis.load import Loads, loads_of
from blueprint_cli.analysis.movers import Mover, movers_of
from blueprint_cli.analysis.pain import Pain, pain_of
from blueprint_cli.analysis.people import People, people_of
from blueprint_cli.analysis.priorities import Priorities, priorities_of
from blueprint_cli.analysis.spending import Spending, spending_of
from blueprint_cli.analysis.trust import Trust, trust_of
from blueprint_cli.service import Service


class Analysis:
    """All that follows from a blueprint, each part worked out when it is asked for, once."""

    def __init__(self, service: Service) -> None:
        self.service = service

    @cached_property
    def pain(self) -> Pain:
        """Where it hurts."""
        return pain_of(self.service)

    @cached_property
    def feelings(self) -> Feelings:
        """How customers feel on the way."""
        return feelings_of(self.service, self.pain)

    @cached_property
    def movers(self) -> tuple[Mover, ...]:
        """What moves customers on."""
        return movers_of(self.service, self.pain)

    @cached_property
    def causes(self) -> Causes:
        """What the pain comes from."""
        return causes_of(self.service, self.pain)

    @cached_property
    def priorities(self) -> Priorities:
        """What to do first."""
        return priorities_of(self.service, self.pain)

    @cached_property
    def dependencies(self) -> Dependencies:
        """What hangs on what."""
        return dependencies_of(self.service)

    @cached_property
    def losses(self) -> tuple[Impact, ...]:
        """What falls without each resource and each lane that works unseen, the worst first."""
        return losses_of(self.service)

    @cached_property
    def gaps(self) -> Gaps:
        """What is missing, twice, or for nobody."""
        return gaps_of(self.service)

    @cached_property
    def spending(self) -> Spending:
        """How long it takes and what it costs."""
        return spending_of(self.service)

    @cached_property
    def loads(self) -> Loads:
        """Who can keep up with those who come."""
        return loads_of(self.service, self.spending.shares)

    @cached_property
    def trust(self) -> Trust:
        """How far it can be trusted."""
        return trust_of(self.service)

    @cached_property
    def people(self) -> People:
        """Who works, at what, with what."""
        return people_of(self.service, self.pain)
