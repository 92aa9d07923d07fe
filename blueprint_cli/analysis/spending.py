"""How long the service takes, how long the customer waits, and what a case costs."""

from collections.abc import Mapping
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.ranges import Range
from blueprint_cli.service import Service

MEASURES: tuple[Measure, ...] = ()


class Sum(NamedTuple):
    """A figure in total, by the key of each step and by the key of each lane that has it."""

    total: Range | None
    per_step: Mapping[str, Range]
    per_lane: Mapping[str, Range]


class Spending(NamedTuple):
    """Times in seconds, money in the blueprint's currency; `elapsed` along the critical path."""

    work: Sum
    wait: Sum
    cost: Sum
    direct_cost: Sum
    labour_cost: Sum
    expected_work: Sum
    """As `work`, each action weighed by the share of cases that reach it."""
    elapsed: Range | None
    critical_path: tuple[str, ...]
    """Keys of actions, in their order in time, where each takes its most."""


def spending_of(service: Service) -> Spending:
    """Times and money."""
    raise NotImplementedError
