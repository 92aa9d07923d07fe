"""Write an id where an element stands: in its mapping, or in a mapping made of its short form."""

import re
from collections.abc import Callable, Mapping, Sequence

from blueprint_cli.kinds import same
from blueprint_cli.reading.nodes import Items, Node, Pairs
from blueprint_cli.rewriting import with_anchor
from blueprint_cli.source import Edit, Source, Span

Pair = tuple[Node, Node]

_PECULIAR = re.compile(r"\A(?:-+|null|Null|NULL)\Z|[\s,:\[\]{}&*!|>'\"%@`\\]")
"""What YAML would take for something else than one plain text."""

_LINE_END = re.compile(r"\r\n?|\n")
_EMPTY_LINES = re.compile(r"(?:(?:\r\n|\r|\n)[ \t]*(?=[\r\n]|\Z))+")


def given(source: Source, node: Node, new: str, was: Sequence[str] = ()) -> list[Edit]:
    """Edits that give the element at `node` the id `new`, and `was` as its earlier ids."""
    if not isinstance(node, Pairs) or source.text.startswith("*", node.start):
        return [_spread(source, node, new, was)]
    own = [pair for pair in node.value if node.start <= pair[0].start < node.end]
    id_pair, was_pair = _pair(own, "id"), _pair(own, "was")
    edits: list[Edit] = []
    missing: dict[str, Sequence[str]] = {}
    if id_pair:
        edits.append(respelled(source, id_pair[1], new))
    else:
        missing["id"] = [new]
    if was_pair and was:
        edits += _changed(source, was_pair[1], was)
    elif was:
        missing["was"] = was
    return [*edits, *_added(source, node, own, missing)]


def respelled(source: Source, node: Node, text: str) -> Edit:
    """The edit that writes another text in the place of one, in the same quotes."""
    raw, old = source.text[node.start : node.end], str(node.value).strip()
    at = raw.rfind(old)
    if raw.startswith("*") or at < 0 or (not node.style and _PECULIAR.search(text)):
        return Edit(node.span, _quoted(text) if raw[:1] in {'"', "'"} else _spelled(text))
    return Edit(node.span, raw[:at] + text + raw[at + len(old) :])


def _spelled(text: str) -> str:
    """A text as YAML takes it for one, in quotes where it would be something else."""
    return _quoted(text) if _PECULIAR.search(text) else text


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)


def _listed(ids: Sequence[str], spell: Callable[[str], str] = _spelled) -> str:
    words = ", ".join(map(spell, ids))
    return words if len(ids) == 1 else f"[{words}]"


def _pair(pairs: Sequence[Pair], key: str) -> Pair | None:
    return next((pair for pair in pairs if pair[0].value == key), None)


# An element without a mapping of its own


def _spread(source: Source, node: Node, new: str, was: Sequence[str]) -> Edit:
    """The edit that makes a mapping of a short form, or of an alias."""
    start, raw = node.start, source.text[node.start : node.end]
    keys = f"id: {_spelled(new)}{f', was: {_listed(was)}' if was else ''}"
    if isinstance(node, Pairs):
        return Edit(node.span, f"{{<<: {raw}, {keys}}}")
    start = with_anchor(source, start)
    name = source.text[start : node.start] + _inside_braces(raw, str(node.value).strip())
    return Edit(Span(start, node.end), f"{{{keys}, name: {name}}}")


def _inside_braces(raw: str, text: str) -> str:
    """A scalar as it can stand inside braces: as it was, where its words allow that."""
    if raw[0] in "\"'*":
        return raw
    return _quoted(text) if raw[0] in "|>?-" or re.search(r"[,:\[\]{}]", raw) else raw


# An element with a mapping


def _added(
    source: Source, node: Pairs, own: Sequence[Pair], missing: Mapping[str, Sequence[str]]
) -> list[Edit]:
    """Edits that write the missing keys into a mapping, in quotes where the others are."""
    spell = _quoted if own and own[0][0].style == '"' else _spelled
    words = [f"{spell(key)}: {_listed(ids, spell)}" for key, ids in missing.items()]
    if not words:
        return []
    write = _added_in_braces if node.style == "{" else _added_in_lines
    return [write(source, node, own, words)]


def _added_in_braces(
    source: Source, node: Pairs, own: Sequence[Pair], words: Sequence[str]
) -> Edit:
    """Behind the id, else before all other keys, where no comment stands behind the brace.

    In brackets, a pair without braces gets some.
    """
    text, joined = source.text, ", ".join(words)
    if text[node.start] != "{":
        end = own[-1][1].end
        return Edit(Span(node.start, end), f"{{{joined}, {text[node.start : end]}}}")
    at = node.start + 1
    behind = _pair(own, "id")
    if not behind and own and re.match(r"[ \t]*#", text[at : at + 100]):
        behind = own[0]
    if behind:
        return Edit(Span(behind[1].end, behind[1].end), f", {joined}")
    return Edit(Span(at, at), _with_space(f"{joined},", text[at]))


def _with_space(word: str, follows: str) -> str:
    """The word with a space where the author leaves one, and none at a line's end."""
    if follows in " \t":
        return f" {word}"
    return word if follows in "\r\n" else f"{word} "


def _added_in_lines(source: Source, node: Pairs, own: Sequence[Pair], words: Sequence[str]) -> Edit:
    """Below the id; else before all other keys, where no comment stands that is about these."""
    indent = " " * (source.position(node.start).column - 1)
    line = _line_end(source.text, node.start) + indent
    behind = _pair(own, "id") or _pair(own, "blueprint")
    if not behind and own and _is_below_comment(source.text, node.start):
        behind = own[0]
    if not behind:
        return Edit(Span(node.start, node.start), "".join(f"{word}{line}" for word in words))
    at = _last_line_end(source.text, behind[1])
    return Edit(Span(at, at), "".join(f"{line}{word}" for word in words))


def _is_below_comment(text: str, start: int) -> bool:
    """Whether a comment stands above what begins a line."""
    above = re.split(r"[\r\n]", text[:start].rstrip())[-1]
    begins = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return above.lstrip().startswith("#") and not text[begins:start].strip()


def _line_end(text: str, at: int) -> str:
    """How the lines of a text end: as the one at this place, or as the first."""
    found = _LINE_END.search(text, at) or _LINE_END.search(text)
    return found[0] if found else "\n"


def _last_line_end(text: str, value: Node) -> int:
    """Where the last line of a value ends; empty lines behind `|` and `>` may be part of it."""
    at = _end_of_line(text, value.end)
    if value.style in {"|", ">"} and (empty := _EMPTY_LINES.match(text, at)):
        return empty.end()
    return at


def _end_of_line(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)


# Earlier ids that are written already


def _changed(source: Source, node: Node, was: Sequence[str]) -> list[Edit]:
    """Edits that make a value of `was` into these ids: one in the place of another, or one more."""
    items = node.value if isinstance(node, Items) else [node]
    written = [same(str(item.value).strip()) for item in items]
    alias = source.text.startswith("*", node.start)
    if written == list(was):
        return []
    if len(written) == len(was) and not alias:
        return [
            respelled(source, item, new)
            for item, old, new in zip(items, written, was, strict=True)
            if old != new
        ]
    if alias or not isinstance(node, Items) or not 0 < len(written) < len(was):
        return [Edit(node.span, _listed(was))]
    return [_one_more(source, node, items[-1], was[-1])]


def _one_more(source: Source, node: Node, last: Node, word: str) -> Edit:
    """The edit that writes one more item behind the last of a list."""
    if node.style == "[":
        raw = source.text[last.start : last.end]
        spell = _quoted if raw.startswith('"') else _spelled
        return Edit(last.span, f"{raw}, {spell(word)}")
    line = _line_end(source.text, last.start)
    indent = " " * (source.position(node.start).column - 1)
    at = _end_of_line(source.text, last.end)
    return Edit(Span(at, at), f"{line}{indent}- {_spelled(word)}")
