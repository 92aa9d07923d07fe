"""What a person did wrong where YAML cannot be read on, in the person's words."""

import re
from typing import NamedTuple

from blueprint_cli.problems import NOT_YAML, Problem
from blueprint_cli.reading.events import yaml
from blueprint_cli.source import Source, Span


class _Said(NamedTuple):
    message: str
    hint: str
    start: int
    end: int


def explain(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """The problem behind an error of the YAML parser."""
    at = error.problem_mark.index if error.problem_mark else len(source.text)
    begun = error.context_mark.index if error.context_mark else at
    said = _said(source.text, error.problem or "", error.context or "", at, begun)
    end = min(said.end, len(source.text))
    return NOT_YAML.at(source, Span(min(said.start, end), end), said.message, said.hint)


def _said(text: str, problem: str, context: str, at: int, begun: int) -> _Said:
    for words, tell in _TOLD.items():
        if words in problem or words in context:
            return tell(text, context, at, begun)
    hint = "put texts in quotes that hold signs of YAML; `bp init -` shows a whole blueprint"
    return _Said("from here on it is not YAML", hint, at, at + 1)


def _no_token(text: str, _context: str, at: int, _begun: int) -> _Said:
    sign = text[at : at + 1]
    if sign == "\t":
        return _Said("a tab stands where spaces belong", "indent with spaces", at, at + 1)
    hint = "put the text in quotes"
    return _Said(f"a text without quotes cannot begin with '{sign}'", hint, at, at + 1)


def _no_mapping(text: str, _context: str, at: int, _begun: int) -> _Said:
    line = text.rfind("\n", 0, at) + 1
    before = text[line:at]
    if found := re.match(r"([ \t]*(?:- +)*)([^\s'\"][^:]*:)\s+(\S.*)$", before):
        start = line + found.start(3)
        hint = f'put the text in quotes: `{found[2]} "…: …"`'
        return _Said("a text without quotes holds `: `", hint, start, at + 1)
    above = text[:line].rstrip().rsplit("\n", 1)[-1]
    if re.match(r"\s*(?:- +)*[\w-]+:[^\s/]", above) and not re.search(r":\s", above):
        start = text[:line].rstrip().rfind("\n") + 1
        colon = start + above.index(":")
        return _Said("a space is missing after `:`", "write `key: value`", colon, colon + 1)
    start = line + len(before) - len(before.lstrip(" -"))
    hint = "give keys of one element the same indentation, in spaces"
    return _Said("a key stands where a text above goes on", hint, start, at)


def _open_quote(text: str, context: str, at: int, begun: int) -> _Said:
    if "quoted" not in context:
        return _Said("the text ends too early", "complete the last line", at, at)
    hint = f"close it with `{text[begun]}`, or put the text in the other quotes"
    return _Said("a quote is opened and never closed", hint, begun, begun + 1)


def _no_key(text: str, _context: str, at: int, _begun: int) -> _Said:
    line = text.rfind("\n", 0, at) + 1
    if re.search(r"['\"]\s*$", text[line:at]):
        hint = "put the whole text in quotes; inside of '…' write '' for an apostrophe"
        return _Said("text stands behind a closing quote", hint, at, at + 1)
    if text[at : at + 1] in {"]", "}"}:
        hint = "delete it, or put the text in quotes"
        return _Said(f"`{text[at]}` closes nothing", hint, at, at + 1)
    if re.search(r"[\]}*]\s*$|\*\S+\s*$", text[line:at]):
        hint = "put the whole text in quotes, or begin a new line"
        return _Said("text stands behind a value that has ended", hint, at, at + 1)
    hint = "give it the indentation of the lines that it belongs to, in spaces"
    end = at + len(text[at:].split("\n", 1)[0])
    return _Said("this line's indentation fits no line above", hint, at, max(end, at))


def _no_item(text: str, context: str, at: int, begun: int) -> _Said:
    line = text.rfind("\n", 0, at) + 1
    if text[line:at].strip():
        return _no_key(text, context, at, begun)
    hint = "begin the line with `- `, or give it the indentation of the key it belongs to"
    end = at + len(text[at:].split("\n", 1)[0])
    return _Said("a list goes on without `- `", hint, at, max(end, at))


def _open_bracket(text: str, _context: str, at: int, begun: int) -> _Said:
    here = text[at : at + 1]
    if here not in {*"]}", *" \t\r\n", ""} and not re.search(r"[\r\n]", text[begun:at]):
        if here == ":":
            return _Said("a text without quotes holds `: `", "put the text in quotes", at, at + 1)
        hint = "write a comma, or put the whole text in quotes"
        return _Said("a comma is missing before this", hint, at, at + 1)
    sign = text[begun : begun + 1]
    closing = {"[": "]", "{": "}"}.get(sign, "]")
    line = re.split(r"[\r\n]", text[begun:], maxsplit=1)[0]
    if (comment := re.search(r"\s(#[^\s,\[\]{}\"']*)", line)) and closing in line[comment.end() :]:
        hint = f'put the value in quotes, `"{comment[1]}"`'
        start, end = begun + comment.start(1), begun + len(line)
        return _Said(f"an unquoted `#` makes a comment of `{closing}`", hint, start, end)
    hint = (
        f"write `{closing}` at its end, commas between its parts, quotes round texts with brackets"
    )
    return _Said(f"`{sign}` is opened and not closed", hint, begun, begun + 1)


def _no_content(text: str, _context: str, at: int, _begun: int) -> _Said:
    sign = text[at : at + 1]
    if not text[at:].strip():
        hint = "complete the last line, and close every `[` and `{`"
        return _Said("the text ends where a value belongs", hint, at, at)
    if sign == ",":
        return _Said("nothing stands before this comma", "delete the comma", at, at + 1)
    return _Said(f"'{sign}' stands where a value belongs", "put the text in quotes", at, at + 1)


def _no_colon(text: str, _context: str, at: int, begun: int) -> _Said:
    end = begun + len(text[begun:at].split("\n", 1)[0])
    hint = "write `key: value`, or `- ` before an item of a list"
    return _Said("no `: ` follows this word", hint, begun, max(end, begun))


def _no_list(_text: str, _context: str, at: int, _begun: int) -> _Said:
    hint = "begin the list on the next line, or put the text in quotes"
    return _Said("a list cannot begin behind its key", hint, at, at + 1)


def _bad_escape(text: str, _context: str, at: int, _begun: int) -> _Said:
    back = text.rfind("\\", 0, at + 1)
    start = back if back >= 0 else at
    hint = "write `\\\\` for a backslash, or put the text in single quotes"
    return _Said(
        f"`{text[start : start + 2]}` is no escape that YAML knows", hint, start, start + 2
    )


def _bad_code(text: str, _context: str, at: int, _begun: int) -> _Said:
    start = max(text.rfind("\\", 0, at + 1), 0)
    return _Said("this escape names no character", "write the character itself", start, at + 1)


def _no_anchor(text: str, _context: str, _at: int, begun: int) -> _Said:
    sign = text[begun : begun + 1]
    hint = "put the text in quotes"
    return _Said(f"a text without quotes cannot begin with '{sign}'", hint, begun, begun + 1)


def _no_block(_text: str, _context: str, at: int, _begun: int) -> _Said:
    hint = "begin the text on the next line, or put it in quotes"
    return _Said("text stands behind `|` or `>`", hint, at, at + 1)


def _no_document(_text: str, _context: str, at: int, _begun: int) -> _Said:
    hint = "a blueprint is a mapping of keys: `blueprint: …`, `lanes: …`, `steps: …`"
    return _Said("this belongs to nothing above", hint, at, at + 1)


def _no_directive(_text: str, _context: str, at: int, _begun: int) -> _Said:
    hint = "delete the line: a blueprint needs no directives"
    return _Said("this line, which begins with `%`, is not understood", hint, at, at + 1)


def _stray_colon(_text: str, _context: str, at: int, _begun: int) -> _Said:
    hint = "put a space behind it, or the text in quotes"
    return _Said("a colon stands inside of a text without quotes", hint, at, at + 1)


_TOLD = {
    "directive": _no_directive,
    "scanning a tag": _no_anchor,
    "parsing a tag": _no_anchor,
    "found unexpected ':'": _stray_colon,
    "indentation indicator": _no_block,
    "cannot start any token": _no_token,
    "mapping values are not allowed": _no_mapping,
    "mapping keys are not allowed": _no_mapping,
    "unexpected end of stream": _open_quote,
    "unexpected document indicator": _open_quote,
    "did not find expected key": _no_key,
    "did not find expected '-' indicator": _no_item,
    "did not find expected ',' or": _open_bracket,
    "did not find expected node content": _no_content,
    "could not find expected ':'": _no_colon,
    "block sequence entries are not allowed": _no_list,
    "unknown escape character": _bad_escape,
    "invalid Unicode character escape": _bad_code,
    "hexdecimal number": _bad_code,
    "did not find expected alphabetic": _no_anchor,
    "tab character": _no_token,
    "did not find expected comment or line break": _no_block,
    "<document start>": _no_document,
    "incompatible YAML document": _no_directive,
    "undefined tag handle": _no_anchor,
}
