"""The marks of steps and actions: what hurts, what could be better, what can go wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator

from blueprint_cli.layout.blocks import Note
from blueprint_cli.layout.signs import FORMS, Sign
from blueprint_cli.look import Look
from blueprint_cli.model import Action, FailPoint, Opportunity, PainPoint, Step
from blueprint_cli.phrases import duration
from blueprint_cli.words import Words


def marks(element: Step | Action, look: Look) -> tuple[Note, ...]:
    """A note for each mark, or only how many there are of each kind, as `look` says."""
    if "marks" not in look.shown:
        return ()
    found = tuple(all_marks(element, look.words))
    return found if "notes" in look.shown else tally(found, look.words)


def step_marks(step: Step, below: Iterable[Note], look: Look) -> tuple[Note, ...]:
    """A step's own marks, and how many there are `below` it at its actions."""
    if "marks" not in look.shown:
        return ()
    own = tuple(all_marks(step, look.words))
    if "notes" not in look.shown:
        return tally((*own, *below), look.words)
    return (*own, *tally(below, look.words))


def all_marks(element: Step | Action, words: Words) -> Iterator[Note]:
    """Every mark with its text, kind by kind in the order of `FORMS`."""
    if isinstance(element, Step):
        if element.moment_of_truth:
            yield _mark("moment-of-truth", words.marks["moment-of-truth"], words, said=True)
    else:
        if element.wait:
            text = words.waits.format(duration(words, element.wait.least, element.wait.most))
            yield _mark("wait", text, words, said=True)
        if element.fail_point:
            yield from _fail_point(element.fail_point, words)
    worst_first = sorted(element.pain_points, key=lambda pain: -pain.severity)
    yield from (_pain_point(pain, words) for pain in worst_first)
    yield from (_opportunity(each, words) for each in element.opportunities)
    yield from (_mark("question", each.name, words) for each in element.questions)


def tally(found: Iterable[Note], words: Words) -> tuple[Note, ...]:
    """How many marks there are of each kind, each with the gravest of its signs."""
    signs = [note.sign for note in found if note.sign and note.sign.times]
    if not signs:
        return ()
    counts = Counter(sign.kind for sign in signs)
    worst = {kind: max(sign.letter for sign in signs if sign.kind == kind) for kind in counts}
    counted = (
        Sign(kind, worst[kind], _counted(kind, worst[kind], counts[kind], words), counts[kind])
        for kind in FORMS
        if kind in counts
    )
    return (Note("", tally=tuple(counted)),)


def _counted(kind: str, letter: str, count: int, words: Words) -> str:
    said = f"{words.marks[kind]}{words.colon}{count}"
    return words.comma.join((said, words.severity.format(letter))) if letter else said


def _mark(kind: str, text: str, words: Words, letter: str = "", *, said: bool = False) -> Note:
    """`said`: the text itself tells which mark it is."""
    title = words.marks[kind]
    if letter:
        title = words.comma.join((title, words.severity.format(letter)))
    return Note(text, Sign(kind, letter, text if said else f"{title}{words.colon}{text}"))


def _fail_point(point: FailPoint, words: Words) -> Iterator[Note]:
    yield _mark("fail-point", point.name, words)
    if point.recovery:
        yield Note(words.recovery.format(point.recovery), Sign("fail-point", "", "", 0))


def _pain_point(point: PainPoint, words: Words) -> Note:
    text = f"{point.name}{_status(point, words)}"
    return _mark("pain-point", text, words, str(point.severity))


def _opportunity(opportunity: Opportunity, words: Words) -> Note:
    return _mark("opportunity", f"{opportunity.name}{_status(opportunity, words)}", words)


def _status(element: PainPoint | Opportunity, words: Words) -> str:
    word = words.statuses.get(element.status, "")
    return words.aside.format(word) if word else ""
