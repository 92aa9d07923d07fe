"""Comments that silence rules: `# bp: ignore[BP204] reason`, and what is wrong with them.

Alone on its line such a comment is about the whole element below it, at a line's end about that
line; `file-ignore` is about the file. It may say how long it holds: `until 2027-01-31`. What keeps
a file from being drawn cannot be silenced.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from blueprint_cli.editing.comments import Comment, comments
from blueprint_cli.editing.things import Things
from blueprint_cli.lint.choice import Choice, meant
from blueprint_cli.lint.judge import place, stamped
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.nearest import nearest
from blueprint_cli.problems import Fix, Problem
from blueprint_cli.reading.nodes import Node
from blueprint_cli.source import Edit, Source, Span

UNUSED, UNKNOWN, CODELESS = "BP014", "BP015", "BP016"
ABOUT_COMMENTS = frozenset({UNUSED, UNKNOWN, CODELESS})
"""Rules that judge these comments themselves, and that none of them can silence."""

_DIRECTIVE = re.compile(r"#\s*bp:\s*(?P<word>[\w-]*)(?P<rest>.*)")
_CODES = re.compile(r"\s*\[(?P<codes>[^\]]*)\](?P<reason>.*)")
_UNTIL = re.compile(r"(?:^|\s)until\s+(?P<day>\d\S*)")
_KEEPING = re.compile(r"[|>][1-9]?\+")
_KNOWN = ("ignore", "file-ignore", "fmt")


class Word(NamedTuple):
    """A code or name in the brackets of a comment, and its place."""

    text: str
    span: Span


class Ignore(NamedTuple):
    """A comment that silences rules.

    `span` is the comment from `# bp:` on; `covers` what it is about, None for nothing at all;
    `until` the last day on which it holds.
    """

    span: Span
    alone: bool
    words: tuple[Word, ...]
    covers: Span | None
    until: date | None

    def holds(self, today: date | None) -> bool:
        """Whether it still silences anything on this day."""
        return self.until is None or today is None or today <= self.until


class Remark(NamedTuple):
    """Something wrong with a comment itself: a rule's code and what it finds."""

    code: str
    finding: Finding


class Suppressions(NamedTuple):
    """The comments of a file that silence rules, and what is wrong with some of them."""

    ignores: tuple[Ignore, ...] = ()
    remarks: tuple[Remark, ...] = ()


def suppressions(source: Source, root: Node | None, rules: Sequence[Rule]) -> Suppressions:
    """What the comments of a text silence; nothing where it is no YAML."""
    if root is None or "bp:" not in source.text:
        return Suppressions()
    things = Things(source.text, root)
    read = [
        each
        for comment in comments(source, root)
        if (said := _DIRECTIVE.search(comment.text))
        for each in _read(source, comment, said, things, rules)
    ]
    return Suppressions(
        tuple(each for each in read if isinstance(each, Ignore)),
        tuple(each for each in read if isinstance(each, Remark)),
    )


def _read(
    source: Source,
    comment: Comment,
    said: re.Match[str],
    things: Things,
    rules: Sequence[Rule],
) -> Iterator[Ignore | Remark]:
    """What one comment says: an ignore, remarks about it, or neither."""
    start = comment.span.start + said.start()
    span = Span(start, comment.span.start + len(comment.text))
    word, rest = said["word"], said["rest"]
    if word not in _KNOWN:
        hint = nearest(word, _KNOWN) or "write `# bp: ignore[BP204] reason`"
        yield Remark(UNKNOWN, Finding(span, f"'{word}' is nothing that bp knows", hint))
    if word not in {"ignore", "file-ignore"}:
        return
    coded = _CODES.match(rest)
    if not coded or not coded["codes"].strip():
        hint = f"write which rule: `# bp: {word}[BP204] reason`"
        yield Remark(CODELESS, Finding(span, f"`{word}` without a code silences nothing", hint))
        return
    words = tuple(
        _words(coded["codes"], start + said.start("rest") - said.start() + coded.start("codes"))
    )
    until, wrong = _until(coded["reason"], span)
    yield from wrong
    yield from (remark for each in words for remark in _doubts(each, rules))
    yield Ignore(
        span,
        comment.alone and said.start() == 0,
        words,
        _covered(source, comment, word, things),
        until,
    )


def _words(codes: str, at: int) -> Iterator[Word]:
    for found in re.finditer(r"[^\s,][^,]*", codes):
        text = found[0].rstrip()
        yield Word(text, Span(at + found.start(), at + found.start() + len(text)))


def _until(reason: str, span: Span) -> tuple[date | None, list[Remark]]:
    found = _UNTIL.search(reason)
    if not found:
        return None, []
    try:
        return date.fromisoformat(found["day"].rstrip(".,;")), []
    except ValueError:
        hint = "write year, month and day, such as `until 2027-01-31`"
        return None, [Remark(UNKNOWN, Finding(span, f"there is no day '{found['day']}'", hint))]


def _doubts(word: Word, rules: Sequence[Rule]) -> Iterator[Remark]:
    """What is wrong with a code or name."""
    found = meant(word.text, rules)
    if not found:
        known = [name for rule in rules for name in (rule.code, rule.name)]
        hint = nearest(word.text, known) or "`bp rule` lists all rules"
        yield Remark(UNKNOWN, Finding(word.span, f"there is no rule '{word.text}'", hint))
    elif all(rule.is_fixed for rule in found):
        message = f"{word.text} keeps the file from being drawn and cannot be ignored"
        yield Remark(UNKNOWN, Finding(word.span, message, "mend what it finds"))
    elif all(rule.code in ABOUT_COMMENTS for rule in found):
        message = f"{word.text} is about comments and cannot be ignored by one"
        hint = "turn it off in the settings, or with `--ignore`"
        yield Remark(UNKNOWN, Finding(word.span, message, hint))


def _covered(source: Source, comment: Comment, word: str, things: Things) -> Span | None:
    if word == "file-ignore":
        return Span(0, len(source.text) + 1)
    if comment.alone:
        return things.below(comment.span.end)
    line = source.position(comment.span.start).column
    return Span(comment.span.start - line + 1, comment.span.end)


def settled(
    problems: Sequence[Problem],
    said: Suppressions,
    source: Source,
    rules: Sequence[Rule],
    choice: Choice,
    asked: frozenset[str],
) -> tuple[Problem, ...]:
    """The problems that no comment silences, and those of the comments, in the file's order.

    `asked` are the codes of the rules that have judged the file: a comment that silences others may
    still be of use.
    """
    used: set[Word] = set()
    kept = [each for each in problems if not _silenced(each, said.ignores, rules, choice, used)]
    remarks = list(said.remarks)
    for ignore in said.ignores:
        idle = [
            word
            for word in ignore.words
            if word not in used and _is_judged(meant(word.text, rules), choice, asked)
        ]
        if idle:
            remarks.append(_unused(ignore, idle, source, choice))
    on = {rule.code: rule for rule in rules if rule.code in choice.severities}
    told = [
        stamped(each.finding, on[each.code], choice, source) for each in remarks if each.code in on
    ]
    return tuple(sorted([*kept, *told], key=place))


def _silenced(
    problem: Problem,
    ignores: Sequence[Ignore],
    rules: Sequence[Rule],
    choice: Choice,
    used: set[Word],
) -> bool:
    start = problem.span.start if problem.span else 0
    for ignore in ignores:
        if ignore.covers is None or not ignore.covers.start <= start < ignore.covers.end:
            continue
        if problem.span is None and ignore.covers.start > 0:
            continue
        for word in ignore.words:
            if _means(word, problem, rules) and ignore.holds(choice.today):
                used.add(word)
                return True
    return False


def _means(word: Word, problem: Problem, rules: Sequence[Rule]) -> bool:
    return any(rule.code == problem.code and not rule.is_fixed for rule in meant(word.text, rules))


def _is_judged(rules: Sequence[Rule], choice: Choice, asked: frozenset[str]) -> bool:
    """Whether all these rules were asked, and some of them are on: of others nobody knows."""
    codes = {rule.code for rule in rules if not rule.is_fixed} - ABOUT_COMMENTS
    return codes <= asked and not codes.isdisjoint(choice.severities)


def _unused(ignore: Ignore, idle: Sequence[Word], source: Source, choice: Choice) -> Remark:
    """What an ignore says in vain."""
    if len(idle) == len(ignore.words):
        span, edit = ignore.span, _without(ignore, source)
        title = "delete the comment"
    else:
        span = idle[0].span
        title, edit = f"delete {_listed(idle)}", _fewer(ignore, idle, source)
    if ignore.holds(choice.today):
        verb = "is" if len(idle) == 1 else "are"
        message = f"{_listed(idle)} {verb} ignored here and not found"
    else:
        message = f"this comment ended on {ignore.until}"
    fix = None if _holds_lines(ignore, source) else Fix(title, "safe", (edit,))
    return Remark(UNUSED, Finding(span, message, title, (), fix))


def _holds_lines(ignore: Ignore, source: Source) -> bool:
    """Whether the comment's line may part a text with `|+` from empty lines, which it would get."""
    return ignore.alone and bool(_KEEPING.search(source.text, 0, ignore.span.start))


def _listed(words: Sequence[Word]) -> str:
    return ", ".join(f"`{word.text}`" for word in words)


def _without(ignore: Ignore, source: Source) -> Edit:
    """Delete the comment; with its line if it stands alone there, else with the spaces before."""
    text, (start, end) = source.text, ignore.span
    line = start - source.position(start).column + 1
    if not ignore.alone:
        return Edit(Span(line + len(text[line:start].rstrip(" \t")), end), "")
    below = re.compile(r"[ \t]*(?:\r\n|\r|\n)?").match(text, end)
    return Edit(Span(line, below.end() if below else end), "")


def _fewer(ignore: Ignore, idle: Sequence[Word], source: Source) -> Edit:
    """Keep the other codes, as they are written."""
    inside = Span(ignore.words[0].span.start, ignore.words[-1].span.end)
    rest = [source.text[slice(*word.span)] for word in ignore.words if word not in idle]
    return Edit(inside, ", ".join(rest))
