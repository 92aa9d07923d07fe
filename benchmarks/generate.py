"""Blueprints of any size, for measuring and for tests: the same numbers and seed, the same text.

Most links stay near, as in real blueprints: from a card to one in a neighbouring column or lane.
A few go far. What is needed stands earlier in the file than what needs it, so needs make no cycle.

    python benchmarks/generate.py --steps 20 --lanes 8 --cards 96 --links 200 > some.yaml
"""

import argparse
import random
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice

NEAR = 0.93
"""The share of links whose ends are at most two columns and two lanes apart."""

KINDS = ("triggers", "needs", "agrees_with")
SHARES = (60, 32, 8)

ROLES = ("customer", "frontstage", "backstage", "support")

VERBS = """accepts answers asks assigns books brings calls checks chooses closes collects compares
confirms counts delivers explains fetches files forwards greets hands informs labels looks moves
notes offers opens orders packs pays plans prepares prints reads receives records registers repairs
sends shows signs sorts stores tells tests updates waits weighs writes""".split()  # noqa: SIM905 - a word a line would be a hundred lines more
NOUNS = """account address appointment badge bag basket bill booking calendar call card case
certificate complaint contract counter delivery desk device document door entrance file form guest
identity invoice key label letter list luggage machine menu message meter offer order package
passport payment permit phone plan price queue receipt record refund report request reservation
room route schedule screen seat signature stock table ticket time visit voucher""".split()  # noqa: SIM905 - as above
FILLERS = """again at the counter for two from the morning in person on paper with a colleague
before noon by phone of the day without delay""".split()  # noqa: SIM905 - as above


@dataclass(slots=True)
class Card:
    """An action on its way into the file."""

    id: str
    step: int
    lane: int
    links: dict[str, list["Card"]] = field(default_factory=lambda: defaultdict(list))
    linked: bool = False
    alone: bool = True


def generate(*, steps: int, lanes: int, cards: int, links: int, seed: int = 1) -> str:
    """A blueprint's text, without problems, with exactly as many of everything as asked for.

    Raises ValueError where there is no room: more links than pairs of cards, or links without
    cards.
    """
    chance = random.Random(seed)  # noqa: S311 - no secrets here, and it must be repeatable
    placed = _place(steps, lanes, cards, chance)
    _link(placed, links, chance)
    head = [f"blueprint: Generated, {steps} steps and {lanes} lanes", "lanes:"]
    return "\n".join([*head, *_lanes(lanes), "steps:", *_steps(steps, placed, chance), ""])


def _place(steps: int, lanes: int, cards: int, chance: random.Random) -> list[Card]:
    """Cards in file order: one in five is stacked on another, more where there is no free cell."""
    cells = steps * lanes
    filled = min(cells, max(1, cards - cards // 5)) if cards else 0
    where = chance.sample(range(cells), filled)
    where += chance.choices(where, k=cards - filled) if cards else []
    where.sort()
    placed = [
        Card(f"a{number}", cell // lanes, cell % lanes)
        for number, cell in enumerate(where, start=1)
    ]
    for one, other in zip(placed, islice(placed, 1, None), strict=False):
        if (one.step, one.lane) == (other.step, other.lane):
            one.alone = other.alone = False
    return placed


def _link(cards: list[Card], links: int, chance: random.Random) -> None:
    """Join pairs of cards, no pair twice in one kind; needs only point back."""
    if links > len(cards) * (len(cards) - 1) // 2:
        raise ValueError(f"{links} links do not fit between {len(cards)} cards")
    near = _neighbours(cards)
    number = {card.id: index for index, card in enumerate(cards)}
    seen: set[tuple[str, str]] = set()
    while len(seen) < links:
        one = chance.choice(cards)
        other = chance.choice(near[one.id] if chance.random() < NEAR and near[one.id] else cards)
        first, second = sorted((one, other), key=lambda card: number[card.id])
        if one is other or (first.id, second.id) in seen:
            continue
        seen.add((first.id, second.id))
        kind = chance.choices(KINDS, SHARES)[0]
        start, end = (second, first) if kind == "needs" else (first, second)
        if kind == "triggers" and chance.random() < 0.1:  # now and then, work goes back
            start, end = end, start
        start.links[kind].append(end)
        start.linked = end.linked = True


def _neighbours(cards: list[Card]) -> dict[str, list[Card]]:
    """For each card, those at most two columns and two lanes away."""
    cells: dict[tuple[int, int], list[Card]] = defaultdict(list)
    for card in cards:
        cells[card.step, card.lane].append(card)
    around = [(right, down) for right in range(-2, 3) for down in range(-2, 3)]
    return {
        card.id: [
            other
            for right, down in around
            for other in cells.get((card.step + right, card.lane + down), ())
            if other is not card
        ]
        for card in cards
    }


def _lanes(count: int) -> list[str]:
    lines = []
    for number in range(count):
        role = ROLES[min(3, number * len(ROLES) // count)]
        name = f"{NOUNS[number * 7 % len(NOUNS)].capitalize()} team {number + 1}"
        lines.append(f"  - {{id: l{number}, name: {name}, role: {role}}}")
    return lines


def _steps(count: int, cards: list[Card], chance: random.Random) -> list[str]:
    cells: dict[int, dict[int, list[Card]]] = defaultdict(lambda: defaultdict(list))
    for card in cards:
        cells[card.step][card.lane].append(card)
    lines = []
    for number in range(count):
        lines += [f"  - id: s{number}", f"    name: {_name(chance, 4)}"]
        lines += [f"    phase: Phase {number // 5 + 1}", f"    emotion: {chance.randint(-2, 2)}"]
        if cells[number]:
            lines.append("    actions:")
        for lane, stack in cells[number].items():
            lines.append(f"      l{lane}:")
            for card in stack:
                lines += _card(card, chance)
    return lines


def _card(card: Card, chance: random.Random) -> list[str]:
    name = _name(chance, 8)
    if not card.linked:
        return [f"        - {name}"]
    lines = [f"        - id: {card.id}", f"          name: {name}"]
    if chance.random() < 0.5:
        least = chance.randint(1, 20)
        lines.append(f"          time: {least}m..{least + chance.randint(1, 20)}m")
    for kind, ends in card.links.items():
        lines.append(f"          {kind}:")
        lines += [f"            - {_reference(end, chance)}" for end in ends]
    return lines


def _reference(card: Card, chance: random.Random) -> str:
    """The card's id, or its cell where it is alone there; a label on one link in six."""
    way = chance.random()
    reference = f"s{card.step}.l{card.lane}" if card.alone and way < 0.2 else card.id
    if way > 5 / 6:
        return f"{{action: {reference}, name: {chance.choice(NOUNS)}}}"
    return reference


def _name(chance: random.Random, longest: int) -> str:
    words = [chance.choice(VERBS), chance.choice(NOUNS)]
    words += chance.choices(FILLERS + NOUNS, k=chance.randint(0, longest - len(words)))
    return " ".join(words).capitalize()


def main() -> None:
    """Print a blueprint of the size that the command line asks for."""
    parser = argparse.ArgumentParser(description="Print a blueprint of any size.")
    for size, default in {"steps": 20, "lanes": 8, "cards": 96, "links": 200, "seed": 1}.items():
        parser.add_argument(f"--{size}", type=int, default=default, help=f"default {default}")
    print(generate(**vars(parser.parse_args())), end="")


if __name__ == "__main__":
    main()
