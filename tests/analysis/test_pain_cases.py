"""Pain, feelings, causes and priorities of `pain_cases/`, each worked out by hand.

A case is a text file: the blueprint with the arithmetic in its comments, up to the first line that
begins with `$ `, then what is asked for, each with what comes of it up to the next empty line.
`--accept` rewrites what comes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.pain import Sore, Tally
from blueprint_cli.parse import parse
from blueprint_cli.service import Service
from blueprint_cli.source import Source

CASES = sorted((Path(__file__).parent / "pain_cases").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, accept: bool) -> None:  # noqa: FBT001 - a fixture
    expected = case.read_text(encoding="utf-8")
    text, _, rest = expected.partition("\n$ ")
    asked = [paragraph.splitlines()[0] for paragraph in rest.split("\n$ ")]
    found = text + "".join(f"\n$ {line}\n{answer(line, text)}" for line in asked)
    if accept and found != expected:
        case.write_text(found, encoding="utf-8")
    assert found == (found if accept else expected)


def answer(line: str, text: str) -> str:
    word, _, today = line.partition(" on ")
    analysis = analysed(text, date.fromisoformat(today) if today else None)
    return "".join(f"{said}\n" for said in ANSWERS[word](analysis))


def analysed(text: str, today: date | None = None) -> Analysis:
    document = parse(Source("case.yaml", text))
    assert document.blueprint is not None
    assert document.index is not None, [each.message for each in document.problems]
    return Analysis(Service(document.source, document.blueprint, document.index, today))


def pain(analysis: Analysis) -> Iterator[str]:
    found = analysis.pain
    for sore in found.ranked:
        yield f"{sore.weight:g} {sore.place.key} ({sore.owner or 'nobody'})"
    yield from (f"settled {sore.place.key}" for sore in found.settled)
    yield f"all: {sums(found.total)}"
    yield from by("lane", found.per_lane)
    yield from by("role", found.per_role)
    yield from by("step", found.per_step)
    yield from by("status", found.per_status)
    yield from by("owner", found.per_owner)


def by(word: str, tallies: Mapping[str, Tally]) -> Iterator[str]:
    for key, tally in tallies.items():
        yield f"{word} {key or '-'}: {sums(tally)}"


def sums(tally: Tally) -> str:
    return f"{tally.pain_points}, severity {tally.severity}, weight {tally.weight:g}"


def feelings(analysis: Analysis) -> Iterator[str]:
    found = analysis.feelings
    yield "curve: " + " ".join(f"{each.step.key} {each.emotion:+}" for each in found.curve)
    yield f"average {told(found.average)}, remembered {told(found.remembered)}"
    yield f"lows: {keys(each.step.key for each in found.lows)}"
    yield f"highs: {keys(each.step.key for each in found.highs)}"
    for moment in found.moments:
        state = "hit" if moment.hit else "not hit"
        yield f"moment {moment.step.key}: {state} {keys(names(moment.sores))}".rstrip()


def movers(analysis: Analysis) -> Iterator[str]:
    for each in analysis.movers:
        hurts = ", hurts" if each.hurts else ""
        yield f"{each.action.key} {each.way} {each.customer.key} {told(each.emotion)}{hurts}"


def causes(analysis: Analysis) -> Iterator[str]:
    found = analysis.causes
    for cause in found.ranked:
        marks = " ".join(word for word in ("named", "root") if getattr(cause, word))
        yield f"{cause.severity} {cause.place.kind} {cause.place.key} [{marks}]"
        yield f"  weight {cause.weight:g}: {keys(names(cause.sores))} ({cause.owner or 'nobody'})"
        yield f"  {' > '.join(place.key for place in cause.path)}"
    for key, cause in sorted(found.roots.items()):
        yield f"root of {key.rpartition('.')[2]}: {' > '.join(each.key for each in cause.path)}"
    yield f"unexplained: {keys(names(found.unexplained))}"


def priorities(analysis: Analysis) -> Iterator[str]:
    found = analysis.priorities
    for each in found.ranked + found.unrated:
        late = {True: ", overdue", False: ", in time", None: ""}[each.overdue]
        yield (
            f"{each.place.key}: {each.quadrant or 'unrated'} {told(each.priority)},"
            f" share {told(each.share)} of {keys(names(each.solved))},"
            f" {each.opportunity.status}{late} ({each.owner or 'nobody'})"
        )
    yield from (f"settled {each.place.key}" for each in found.settled)
    yield f"unanswered: {keys(names(found.unanswered))}"


def names(sores: Iterable[Sore]) -> Iterator[str]:
    return (sore.place.key.rpartition(".")[2] for sore in sores)


def keys(found: Iterable[str]) -> str:
    return " ".join(found) or "-"


def told(number: float | None) -> str:
    return "?" if number is None else f"{number:.4g}"


ANSWERS: Mapping[str, Callable[[Analysis], Iterator[str]]] = {
    "pain": pain,
    "feelings": feelings,
    "movers": movers,
    "causes": causes,
    "priorities": priorities,
}
