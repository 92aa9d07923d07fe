"""Routing by itself: any cards, any arrows and names, and nothing collides."""

from random import Random
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.drawing import Drawing, Path, Shape
from blueprint_cli.layout.blocks import Block, block
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.heights import Frame
from blueprint_cli.layout.places import Places, place
from blueprint_cli.layout.wires import Wire
from tests.layout.geometry import faults

KINDS = ("triggers", "needs", "agrees_with")
HEIGHTS = (12.675, 25.35, 38.025, 63.375)
"""Of one, two, three and five lines."""


def grid(random: Random, columns: int, rows: int, filling: float, *, acting: bool) -> list[Card]:
    """Cards in some of the cells, and in all of row 0 where the steps act."""
    cards = [Card(f"s{n}", n, 0, 0, text(random)) for n in range(columns)] if acting else []
    for column in range(columns):
        for row in range(1, rows + 1):
            if random.random() < filling:
                cards += (
                    Card(f"{column}.{row}.{at}", column, row, at, text(random))
                    for at in range(random.choice((1, 1, 1, 2, 4)))
                )
    return cards


def text(random: Random) -> Block:
    return Block((), 100.0, random.choice((15.6, 15.6, 31.2, 120.0)))


def wires(random: Random, cards: list[Card], count: int, named: float) -> list[Wire]:
    """Arrows, most to somewhere near; some cards have many."""
    made: list[Wire] = []
    for _ in range(count if len(cards) > 1 else 0):
        start = random.randrange(len(cards)) if random.random() < 0.7 else 0
        near = [n for n in range(max(0, start - 6), min(len(cards), start + 7)) if n != start]
        far = [n for n in range(len(cards)) if n != start]
        end = random.choice(near if random.random() < 0.7 else far)
        label = None
        if random.random() < named:
            label = Block((), random.choice((20.0, 50.0, 84.0)), random.choice(HEIGHTS))
        made.append(Wire(start, end, random.choice(KINDS), label))
    return made


def frame(columns: int, rows: int, before: int) -> Frame:
    return Frame(
        left=160,
        top=100,
        columns=columns,
        card=168,
        above=(0, 8, *(18 for _ in range(rows - 1))),
        least=(40, *(64 for _ in range(rows))),
        before=(before,) * (columns + 1),
    )


def drawing(cards: list[Card], wires: list[Wire], places: Places) -> Drawing:
    """What was placed, as a picture without looks."""
    paint = {"fill": "#ffffff", "stroke": "#000000"}
    shapes = tuple(
        Shape(card.key, ("action",), "", *box, **paint)
        for card, box in zip(cards, places.cards, strict=True)
    )
    paths = tuple(
        Path(
            id=f"{number}",
            classes=("link", wire.kind),
            title="",
            points=way.points,
            color="#000000",
            start=cards[wire.start].key,
            end=cards[wire.end].key,
            hops=way.hops,
            trunk=f"trunk {way.trunk}" if way.trunk >= 0 else "",
            parts=(Shape("", ("link-label",), "", *way.label, **paint),) if way.label else (),
        )
        for number, (wire, way) in enumerate(zip(wires, places.ways, strict=True))
    )
    width, height = int(places.right) + 1, int(places.rows[-1][1]) + 1
    return Drawing("", "", width, height, "#ffffff", shapes, paths)


class Size(NamedTuple):
    """How much of everything there is; `named` is the share of arrows with names."""

    columns: int = 4
    rows: int = 4
    filling: float = 0.5
    arrows: int = 20
    named: float = 0.2
    acting: bool = False
    before: int = 0


def routed(seed: int, size: Size) -> Drawing:
    random = Random(seed)  # noqa: S311 - no secret depends on it
    cards = grid(random, size.columns, size.rows, size.filling, acting=size.acting)
    made = wires(random, cards, size.arrows, size.named)
    return drawing(cards, made, place(cards, made, frame(size.columns, size.rows, size.before)))


sizes = st.builds(
    Size,
    columns=st.integers(1, 12),
    rows=st.integers(1, 6),
    filling=st.sampled_from((0.2, 0.5, 0.9)),
    arrows=st.sampled_from((3, 10, 40, 120)),
    named=st.sampled_from((0.0, 0.2, 1.0)),
    acting=st.booleans(),
    before=st.sampled_from((0, 76)),
)


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 2**32), sizes)
def test_nothing_collides(seed: int, size: Size) -> None:
    assert faults(routed(seed, size)) == []


def card(key: str, column: int, row: int, place: int = 0) -> Card:
    return Card(key, column, row, place, Block((), 100.0, 15.6))


def named(word: str) -> Block:
    return block(word, (), 50.0, 9.75)


HUB = [card("hub", 0, 1), *(card(f"{c}.{r}", c, r) for c in (1, 2) for r in (1, 2, 3))]


def hub(*wires: Wire) -> Drawing:
    return drawing(HUB, list(wires), place(HUB, list(wires), frame(3, 3, 0)))


def test_arrows_of_one_card_share_a_trunk_and_a_name() -> None:
    name = named("order")
    found = hub(*(Wire(0, end, "triggers", name) for end in (2, 3, 5)))
    assert len({path.trunk for path in found.paths}) == 1
    assert len({path.points[0] for path in found.paths}) == 1
    assert [len(path.parts) for path in found.paths] == [1, 0, 0]
    assert faults(found) == []


def test_arrows_that_say_something_else_or_agree_go_alone() -> None:
    names = [Wire(0, end, "triggers", named(f"order {end}")) for end in (2, 3, 5)]
    assert {path.trunk for path in hub(*names).paths} == {""}
    agreed = [Wire(0, end, "agrees_with") for end in (2, 3, 5)]
    assert {path.trunk for path in hub(*agreed).paths} == {""}


def test_an_arrow_runs_over_empty_cells() -> None:
    cards = [card("a", 0, 1), card("b", 0, 2), card("c", 1, 2), card("d", 2, 2), card("e", 3, 2)]
    found = drawing(
        cards, [Wire(0, 4, "triggers")], place(cards, [Wire(0, 4, "triggers")], frame(4, 2, 0))
    )
    assert len(found.paths[0].points) == 4


def test_two_names_stand_beside_arrows_down_and_a_third_goes_round() -> None:
    cards = [card("a", 0, 1), card("b", 0, 2)]
    wires = [Wire(0, 1, kind, named("order")) for kind in ("triggers", "needs", "agrees_with")]
    found = drawing(cards, wires, place(cards, wires, frame(1, 2, 0)))
    assert [len(path.points) for path in found.paths] == [2, 2, 4]
    left, right = (path.parts[0] for path in found.paths[1::-1])
    assert left.right < found.paths[1].points[0][0] < found.paths[0].points[0][0] < right.x
    assert faults(found) == []


def test_what_is_wrong_with_routes_is_found() -> None:
    found = hub(
        *(Wire(0, end, "triggers", named("order")) for end in (2, 3, 5)), Wire(6, 1, "needs")
    )
    first, last = found.paths[0], found.paths[-1]
    label = first.parts[0]
    cases = {
        "stands on": _with(found, first, parts=(label._replace(y=label.y + 20, x=label.x - 20),)),
        "runs through the name": _with(found, first, parts=(label._replace(y=label.y + 10),)),
        "leaves the page": _with(found, first, parts=(label._replace(y=-2.0),)),
        "lies on": _with(found, first, trunk=""),
        "begin apart": _with(found, last, trunk=first.trunk),
        "of one arrow": _with(found, last, trunk="lonely"),
    }
    assert faults(found) == []
    for word, faulty in cases.items():
        assert any(word in fault for fault in faults(faulty)), word


def test_a_jump_over_nothing_is_found() -> None:
    found = routed(1, Size(arrows=40))
    hop = next(path for path in found.paths if path.hops)
    x, y = hop.hops[0]
    assert faults(found) == []
    assert any("over nothing" in fault for fault in faults(_with(found, hop, hops=((x + 1, y),))))


def _with(drawing: Drawing, changed: Path, **changes: object) -> Drawing:
    paths = (path._replace(**changes) if path is changed else path for path in drawing.paths)
    return drawing._replace(paths=tuple(paths))
