"""Blueprints in one canonical form, which docs/formatting.md shows, and proof that nothing is lost.

The form is made from what stands in the file: the original texts and comments, each with its place.
Nothing is ever read into values and written out again.
"""

from typing import NamedTuple

from blueprint_cli.editing.entries import Layout, Unwritable, layout
from blueprint_cli.formatting.kept import pins, stays
from blueprint_cli.formatting.order import arranged
from blueprint_cli.formatting.proof import doubt
from blueprint_cli.formatting.writer import written
from blueprint_cli.parse import Document, parse
from blueprint_cli.problems import Problem
from blueprint_cli.reading.compose import compose
from blueprint_cli.source import Source


class Formatted(NamedTuple):
    """A text in its canonical form, or why it stays as it is.

    `text` is None where `problems` have to be solved first, and where a `doubt` says what could not
    be proved of a blueprint without errors; that is a mistake of the program.
    """

    text: str | None
    problems: tuple[Problem, ...] = ()
    doubt: str | None = None


def formatted(document: Document) -> Formatted:
    """The canonical form of a blueprint, proved to say the same.

    A blueprint with errors has one too, unless it is no YAML, a key stands twice, or a comma cuts a
    text in braces: then nobody knows what is meant.
    """
    if document.blueprint is None:
        return Formatted(None, document.problems)
    source = document.source
    text = _with_line_feeds(source.text)
    before = document if text == source.text else parse(Source(source.path, text))
    laid = laid_out(before)
    if not isinstance(laid, Layout):
        return Formatted(None, laid)
    lanes = [lane.id for lane in document.blueprint.lanes]
    try:
        new = canonical(laid, lanes)
    except Unwritable as wrong:
        return Formatted(None, (_problem(before.source, wrong),))
    if new != text and (reason := _doubt(before, laid, new, lanes)):
        errors = tuple(each for each in document.problems if each.severity == "error")
        return Formatted(None, errors) if errors else Formatted(None, doubt=reason)
    return Formatted(new.replace("\n", _line_end(source.text)))


def laid_out(document: Document) -> Layout | tuple[Problem, ...]:
    """How a text is laid out, which may have only line feeds; or why it is no such text."""
    source, root = document.source, document.root
    if root is None or "*" in source.text or "<<" in source.text:  # aliases and merges are read
        root, problems = compose(source, as_written=True)
        if root is None or problems:
            return tuple(problems)
    try:
        return layout(source.text, root)
    except Unwritable as wrong:
        return (_problem(source, wrong),)


def _problem(source: Source, wrong: Unwritable) -> Problem:
    return wrong.flaw.at(source, wrong.node.span, wrong.message, wrong.hint)


def canonical(laid: Layout, lanes: list[str]) -> str:
    """The text in its canonical form; `lanes` are the ids of its lanes in their order."""
    if stays(laid):
        return laid.text
    kept = pins(laid)
    return written(arranged(laid, lanes, kept.order), kept)


def _doubt(before: Document, laid: Layout, text: str, lanes: list[str]) -> str | None:
    """What is wrong with the new text, of which nothing should be."""
    after = parse(Source(before.source.path, text))
    again = laid_out(after)
    if not isinstance(again, Layout):
        return "gives a file that can be read"
    if canonical(again, lanes) != text:
        return "comes to an end"
    return doubt(before, laid, after, again)


def _with_line_feeds(text: str) -> str:
    """The text with one sort of line ends, and one at its end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else text + "\n"


def _line_end(text: str) -> str:
    """The line end that most lines have."""
    both = text.count("\r\n")
    counts = {"\n": text.count("\n") - both, "\r\n": both, "\r": text.count("\r") - both}
    return max(counts, key=lambda end: counts[end])
