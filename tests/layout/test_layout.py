"""Pictures: exact places for small blueprints, and what must hold of every picture."""

import os
from collections.abc import Iterator
from pathlib import Path as File

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.dot import all_parts
from blueprint_cli.drawing import LINE_PITCH, Drawing, Path, Shape
from blueprint_cli.languages import LANGUAGES, language
from blueprint_cli.layout import lay_out
from blueprint_cli.layout.lines import lines_above
from blueprint_cli.look import PARTS, PLAIN, Direction, Look
from blueprint_cli.parse import Document, parse
from blueprint_cli.source import Source
from blueprint_cli.words import Words
from tests.layout.blueprints import blueprints, write
from tests.layout.geometry import faults

HERE = File(__file__).parent
EXAMPLES = int(os.environ.get("EXAMPLES", "150"))
SAMPLES = sorted((HERE.parent.parent / "samples").glob("*.yaml"))


def read(text: str) -> Document:
    document = parse(Source("case.yaml", text))
    assert not [problem for problem in document.problems if problem.severity == "error"]
    return document


def drawn(text: str, look: Look = PLAIN) -> Drawing:
    document = read(text)
    assert document.blueprint is not None
    assert document.index is not None
    return lay_out(document.blueprint, document.index, look)


LOOKS = {
    "txt": Look(),
    "tb.txt": Look(direction="tb"),
    "ar.txt": Look(words=language("ar", [])),
    "few.txt": Look(shown=PARTS - {"notes", "details", "thoughts", "labels", "title", "legend"}),
}


@pytest.mark.parametrize("case", sorted(HERE.glob("cases/*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("ending", LOOKS)
def test_places(case: File, ending: str, accept: bool) -> None:  # noqa: FBT001 - a fixture
    expected = case.with_suffix(f".{ending}")
    if ending != "txt" and case.stem != "everything":
        return
    found = listing(drawn(case.read_text("utf-8"), LOOKS[ending]))
    if accept:
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


def listing(drawing: Drawing) -> str:
    """A drawing as text: a line for every shape, label, part and path."""
    lines = [f"page {drawing.width} x {drawing.height}"]
    for element in (*drawing.shapes, *drawing.paths):
        lines += _listed(element, "")
    return "\n".join(lines) + "\n"


def _listed(element: Shape | Path, indent: str) -> Iterator[str]:
    name = element.id or " ".join(element.classes)
    if isinstance(element, Shape):
        place = f"{element.x:g},{element.y:g} {element.width:g} x {element.height:g}"
        labels = element.labels
    else:
        place = " ".join(f"{x:g},{y:g}" for x, y in element.points)
        labels = ()
    yield f"{indent}{name}: {place}"
    for label in labels:
        yield f"{indent}    {label.x:g},{label.y:.2f} {' / '.join(label.lines)}"
    for part in element.parts:
        yield from _listed(part, f"{indent}  ")


looks = st.builds(
    lambda words, direction, shown: Look(words=words, direction=direction, shown=shown),
    words=st.sampled_from(LANGUAGES),
    direction=st.sampled_from(("lr", "tb")),
    shown=st.one_of(st.just(PARTS), st.sets(st.sampled_from(sorted(PARTS - {"links"})))).map(
        lambda parts: frozenset({*parts, "links", "title"})
    ),
)


@settings(deadline=None, max_examples=EXAMPLES)
@given(blueprints(), looks)
def test_every_picture_is_sound(text: str, look: Look) -> None:
    document = read(text)
    assert document.blueprint is not None
    assert document.index is not None
    drawing = lay_out(document.blueprint, document.index, look)
    assert faults(drawing) == []
    links = [
        path
        for path in drawing.paths
        if {"triggers", "needs", "agrees-with"} & set(path.classes) and "link" in path.classes
    ]
    assert len(links) == len(document.index.links)
    assert all(name in _texts(drawing) for name in _names(document))


def test_links_everywhere() -> None:
    roles = {"customer", "frontstage", "backstage", "support"}
    drawing = drawn(write(7, steps=40, lanes=12, filling=0.8, links=4000, roles=roles))
    assert faults(drawing) == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("direction", ["lr", "tb"])
@pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.code)
def test_samples_are_sound(sample: File, direction: Direction, words: Words) -> None:
    document = parse(Source(str(sample), sample.read_text("utf-8")))
    assert document.blueprint is not None
    assert document.index is not None
    look = Look(direction=direction, words=words)
    assert faults(lay_out(document.blueprint, document.index, look)) == []


def _texts(drawing: Drawing) -> set[str]:
    """Every label's text without its white space, where a break may have been made."""
    shapes, _ = all_parts(drawing)
    return {_bare(label.text) for shape in shapes for label in shape.labels}


def _names(document: Document) -> list[str]:
    assert document.blueprint is not None
    assert document.index is not None
    names = [document.blueprint.name, *(lane.name for lane in document.blueprint.lanes)]
    names += (step.name for step in document.blueprint.steps)
    names += (placed.action.name for placed in document.index.actions)
    return [_bare(name) for name in names]


def _bare(text: str) -> str:
    return "".join(text.split())


SMALL = """
blueprint: Small
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: desk, name: Desk, role: frontstage}
steps:
  - name: One
    actions: {guest: Asks, desk: {id: answer, name: Answers, triggers: sign}}
  - name: Two
    actions: {desk: {id: sign, name: Signs, needs: answer}}
"""


def test_nothing_is_implied_where_the_file_writes_links() -> None:
    kinds = [path.classes[1] for path in drawn(SMALL).paths if path.classes[0] == "link"]
    assert kinds == ["triggers", "needs"]


def test_implied_arrows_can_be_left_out() -> None:
    text = SMALL.replace(", triggers: sign", "").replace(", needs: answer", "")
    assert [path.id for path in drawn(text).paths if path.classes[0] == "link"] == [
        "link:implied:one.guest.asks:one.desk.answer"
    ]
    assert not [
        path for path in drawn(text, Look(implied=False)).paths if path.classes[0] == "link"
    ]


# The checks themselves must be able to fail.


def _moved(drawing: Drawing, key: str, **changes: object) -> Drawing:
    shapes = tuple(s._replace(**changes) if s.id == key else s for s in drawing.shapes)
    paths = tuple(p._replace(**changes) if p.id == key else p for p in drawing.paths)
    return drawing._replace(shapes=shapes, paths=paths)


def _shape(drawing: Drawing, key: str) -> Shape:
    return next(shape for shape in drawing.shapes if shape.id == key)


def test_a_faulty_picture_is_found() -> None:
    drawing = drawn(SMALL)
    asks, answers = (_shape(drawing, f"action:one.{key}") for key in ("guest.asks", "desk.answer"))
    link = next(path for path in drawing.paths if path.classes[:2] == ("link", "triggers"))
    other = next(path for path in drawing.paths if path.classes[:2] == ("link", "needs"))
    through = ((answers.right, answers.y + 24), (asks.x - 9, answers.y + 24))
    wide = tuple(label._replace(lines=("w" * 99,)) for label in asks.labels)
    close = tuple(label._replace(y=label.y + LINE_PITCH) for label in asks.labels)
    cases = {
        "overlaps": _moved(drawing, asks.id, y=answers.y - 8),
        "leaves its box": _moved(drawing, asks.id, labels=wide),
        "stands on": _moved(drawing, asks.id, labels=asks.labels + close),
        "leaves the page": _moved(drawing, asks.id, x=-3.0),
        "slanted": _moved(drawing, link.id, points=(link.points[0], (9.0, 9.0), link.points[-1])),
        "runs through": _moved(drawing, link.id, points=through),
        "lies on": _moved(drawing, other.id, points=link.points),
        "does not end on": _moved(
            drawing, link.id, points=(link.points[0], (1.0, link.points[0][1]))
        ),
        "end at one point": _moved(
            drawing, other.id, points=link.points, start=link.start, end=link.end
        ),
        "stands twice": _moved(drawing, asks.id, id=answers.id),
    }
    assert faults(drawing) == []
    for word, faulty in cases.items():
        assert any(word in fault for fault in faults(faulty)), word


@pytest.mark.parametrize(
    ("roles", "lines"),
    [
        (
            "evidence customer frontstage backstage support",
            "- - interaction visibility internal-interaction",
        ),
        ("customer support", "- interaction+visibility+internal-interaction"),
        ("frontstage backstage", "interaction visibility"),
        ("backstage support", "interaction+visibility internal-interaction"),
        ("customer customer", "- -"),
        ("customer evidence frontstage", "- - interaction"),
        ("support", "interaction+visibility+internal-interaction"),
        ("evidence frontstage", "interaction -"),
    ],
)
def test_lines(roles: str, lines: str) -> None:
    above = lines_above(roles.split())
    assert " ".join("+".join(line.name for line in each) or "-" for each in above) == lines
