"""All blueprints of a site as one graph: what cannot be done anywhere without something."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.places import Place
from blueprint_cli.site.addresses import address
from blueprint_cli.site.facts import ActionFacts, Facts, LinkFacts

MEASURES: tuple[Measure, ...] = (
    Measure(
        "lost_everywhere",
        "What breaks everywhere without a resource",
        "the actions that use it in any blueprint; then all that `needs` them, in the same file or"
        " by `other.yaml#id` in another one; then every step or action whose `details` are a"
        " blueprint in which something is hit; and so on",
        "blueprints, steps, actions",
        "Resources of two blueprints are one if their ids or names are the same. A trigger is no"
        " dependency. An overview is hit where any part of its details is.",
        "Reachability in the graph of dependencies",
    ),
)

WHOLE = ""
"""The key of a blueprint as a whole, beside those of its steps and actions."""


class Spot(NamedTuple):
    """A step or action by its key, or a blueprint as a whole, in the blueprint of that number."""

    blueprint: int
    key: str


class Known(NamedTuple):
    """A blueprint that has a page: its file, where the page stands, what it tells."""

    file: str
    page: str
    facts: Facts

    @property
    def place(self) -> Place:
        """The blueprint as a whole; `at` is an address from the site's own folder."""
        return Place("blueprint", self.file, self.facts.name, address(self.page, ""))

    def action(self, action: ActionFacts) -> Place:
        """The place of an action."""
        return Place("action", action.key, action.name, self.at(f"action:{action.key}"))

    def step(self, number: int) -> Place:
        """The place of the step that stands so many steps after the first."""
        step = self.facts.steps[number]
        return Place("step", step.key, step.name, self.at(f"step:{step.key}"))

    def at(self, place: str) -> str:
        """The address of a place of the page."""
        return address(self.page, "", place)


SHOWN = 8
"""So many blueprints are named in a cell of a table, and then that there are more."""


def shortened(places: Sequence[Place]) -> tuple[Place, ...]:
    """The first places of many, and how many more there are, which leads nowhere."""
    if len(places) <= SHOWN:
        return tuple(places)
    return (*places[:SHOWN], Place("blueprint", "", f"and {len(places) - SHOWN} more"))


def titles(blueprints: Sequence[Known]) -> tuple[str, ...]:
    """What each blueprint is called, with its file where two are called alike."""
    counts = Counter(each.facts.name for each in blueprints)
    return tuple(
        each.facts.name if counts[each.facts.name] == 1 else f"{each.facts.name} ({each.file})"
        for each in blueprints
    )


class Crossing(NamedTuple):
    """A way from one blueprint to another: the action or step that it begins at, what it is.

    `kind` is that of a link, or `details`; `end` is the action that it leads to, None for the whole
    blueprint.
    """

    start: int
    place: Place
    kind: str
    end_blueprint: int
    end: Place | None


class Web:
    """The graph of all blueprints."""

    def __init__(self, blueprints: Sequence[Known]) -> None:
        self.blueprints = blueprints
        self._numbers = {each.file: number for number, each in enumerate(blueprints)}
        self._actions = {
            Spot(number, action.key): action
            for number, each in enumerate(blueprints)
            for action in each.facts.actions
        }
        self._steps = {
            Spot(number, step.key): at
            for number, each in enumerate(blueprints)
            for at, step in enumerate(each.facts.steps)
        }
        self._called = [_called(each.facts) for each in blueprints]
        self.crossings = tuple(self._crossings())
        self._then = self._consequences()

    def place(self, spot: Spot) -> Place:
        """The place of a step or action, or of a blueprint as a whole."""
        known = self.blueprints[spot.blueprint]
        if not spot.key:
            return known.place
        action = self._actions.get(spot)
        return known.action(action) if action else known.step(self._steps[spot])

    def step_of(self, spot: Spot) -> int:
        """The number of a step, or of the step of an action, within its blueprint."""
        action = self._actions.get(spot)
        return action.step if action else self._steps[spot]

    def is_customers(self, spot: Spot) -> bool:
        """Whether the customer does this action."""
        action = self._actions.get(spot)
        lanes = self.blueprints[spot.blueprint].facts.lanes
        return action is not None and lanes[action.lane].role == "customer"

    def lost(self, first: Iterable[Spot]) -> tuple[Spot, ...]:
        """What is gone if these are: then what hangs on these, the nearest first."""
        found = dict.fromkeys(first)
        waiting = list(found)
        for spot in waiting:
            more = [each for each in self._then.get(spot, ()) if each not in found]
            found.update(dict.fromkeys(more))
            waiting += more
        return tuple(waiting)

    def _consequences(self) -> Mapping[Spot, list[Spot]]:
        """What is hit at once when a spot is."""
        then: dict[Spot, list[Spot]] = defaultdict(list)
        for number, each in enumerate(self.blueprints):
            for action in each.facts.actions:
                for needed in action.needs:
                    then[Spot(number, needed)].append(Spot(number, action.key))
        for way in self.crossings:
            end = Spot(way.end_blueprint, way.end.key if way.end else WHOLE)
            if way.kind in {"needs", "details"}:
                then[end].append(Spot(way.start, way.place.key))
        detailed = {way.end_blueprint for way in self.crossings if way.kind == "details"}
        for number in detailed:
            facts = self.blueprints[number].facts
            keys = [*(each.key for each in facts.actions), *(each.key for each in facts.steps)]
            for key in keys:
                then[Spot(number, key)].append(Spot(number, WHOLE))
        return then

    def _crossings(self) -> Iterator[Crossing]:
        for number, each in enumerate(self.blueprints):
            detailed = [(step.key, step.details) for step in each.facts.steps]
            detailed += [(action.key, action.details) for action in each.facts.actions]
            for key, file in detailed:
                end = self._numbers.get(file)
                if end is not None and end != number:
                    yield Crossing(number, self.place(Spot(number, key)), "details", end, None)
            for link in each.facts.links:
                yield from self._crossing(number, link)

    def _crossing(self, number: int, link: LinkFacts) -> Iterator[Crossing]:
        end = self._numbers.get(link.file)
        if end is not None:
            action = self._called[end].get(link.id)
            if action is not None:
                found = self.blueprints[end].action(action)
                place = self.place(Spot(number, link.start))
                yield Crossing(number, place, link.kind, end, found)


def _called(facts: Facts) -> Mapping[str, ActionFacts]:
    """The actions by what other files may call them: a written id, or `step.lane` where alone."""
    cells: dict[tuple[int, int], list[ActionFacts]] = defaultdict(list)
    for action in facts.actions:
        cells[action.step, action.lane].append(action)
    found = {
        f"{facts.steps[step].key}.{facts.lanes[lane].key}": stack[0]
        for (step, lane), stack in cells.items()
        if len(stack) == 1
    }
    return found | {action.id: action for action in facts.actions if action.id}
