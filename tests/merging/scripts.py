"""Random edits of a blueprint's text, such as two people make who do not know of each other."""

import json
import re
from random import Random
from typing import Any

import yaml

from tests.layout.blueprints import ROLES, write

FRESH = ("Greets", "Calls back", "Prints a receipt", "Waits: a while", "Asks #2", "Pays, twice")
TIMES = ("1m", "2m..4m", "1h", "45s")


def blueprint(random: Random) -> str:
    """A small blueprint as people write one: in blocks or braces, with comments."""
    text = write(
        random.randrange(1 << 30),
        steps=random.randint(1, 4),
        lanes=random.randint(1, 3),
        filling=random.choice((0.5, 0.9)),
        links=random.choice((0, 2, 5)),
        roles=set(random.sample(ROLES, 2)),
    )
    return written(random, json.loads(text))


def written(random: Random, model: dict[str, Any]) -> str:
    """A model as a text; some of its parts in braces, some lines with comments."""
    style = random.choice((None, False, False))
    text = yaml.dump(
        model, sort_keys=False, allow_unicode=True, default_flow_style=style,
        width=random.choice((60, 10_000)), indent=random.choice((2, 4)),
    )  # fmt: skip
    if random.random() < 0.5:
        text = re.sub(r"^( *)- \{([^{}\[\]\"'\n]*)\}$", _laddered, text, flags=re.MULTILINE)
    return commented(random, text, random.choice((0, 2, 6)))


def _laddered(found: re.Match[str]) -> str:
    """Braces with a line for each entry."""
    inner = "".join(f"{found[1]}    {each},\n" for each in found[2].split(", "))
    return f"{found[1]}- {{\n{inner}{found[1]}  }}"


def commented(random: Random, text: str, count: int) -> str:
    """The text with comments on lines of their own, over lines that begin an entry."""
    lines = text.splitlines(keepends=True)
    for _ in range(count):
        at = random.randrange(len(lines))
        if re.match(r" *(- )?\w+:( |$)", lines[at]) and not lines[at].lstrip().startswith("#"):
            indent = re.match(r" *", lines[at])
            assert indent is not None
            lines.insert(at, f"{indent[0]}# remark {random.randrange(10**6)}\n")
    return "".join(lines)


def edited(random: Random, text: str, count: int) -> str:
    """The text after some edits, each of a few lines; one that makes no sense changes nothing."""
    for _ in range(count):
        text = random.choice(EDITS)(random, text)
    return text


def _key(random: Random, text: str, pattern: str) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text, re.MULTILINE))
    return random.choice(found) if found else None


def _value(random: Random, text: str) -> str:
    """Another duration, figure or short text."""
    key, values = random.choice((
        ("time|wait|tolerance", TIMES),
        ("emotion", ("-2", "0", "2")),
        ("importance|severity", ("1", "2", "5")),
        ("owner|feels", ("Front desk", "Night shift")),
    ))  # fmt: skip
    found = _key(random, text, rf"^ *(?:- )?(?:{key}): ([^\n{{}}\[\],|>&*#]+)$")
    if found is None:
        return text
    return text[: found.start(1)] + random.choice(values) + text[found.end(1) :]


def _words(random: Random, text: str) -> str:
    """A name with one word more."""
    found = _key(random, text, r"^ *(?:- )?(?:name|thinks|scenario): (\w+(?: \w+)*)$")
    if found is None:
        return text
    words = found[1].split(" ")
    words.insert(random.randint(0, len(words)), f"word{random.randrange(1000)}")
    return text[: found.start(1)] + " ".join(words) + text[found.end(1) :]


def _remark(random: Random, text: str) -> str:
    return commented(random, text, 1)


def _items(text: str) -> list[tuple[int, int]]:
    """The lines of each item of a block list that begins with an id: steps, lanes, actions."""
    lines = text.splitlines()
    found = []
    for at, line in enumerate(lines):
        begun = re.match(r"( *)- (?:id: |\{id: )", line)
        if begun is None:
            continue
        end = at + 1
        while end < len(lines) and re.match(begun[1] + r"  |\s*$", lines[end]):
            end += 1
        found.append((at, end))
    return found


def _removed(random: Random, text: str) -> str:
    items = _items(text)
    if not items:
        return text
    lines = text.splitlines(keepends=True)
    start, end = random.choice(items)
    return "".join([*lines[:start], *lines[end:]])


def _moved(random: Random, text: str) -> str:
    """An item to another place of a list whose items begin at the same column."""
    items = _items(text)
    if not items:
        return text
    lines = text.splitlines(keepends=True)
    start, end = random.choice(items)
    taken = lines[start:end]
    rest = [*lines[:start], *lines[end:]]
    column = len(taken[0]) - len(taken[0].lstrip())
    places = [at for at, _ in _items("".join(rest))
              if len(rest[at]) - len(rest[at].lstrip()) == column]  # fmt: skip
    if not places:
        return text
    at = random.choice(places)
    return "".join([*rest[:at], *taken, *rest[at:]])


def _added(random: Random, text: str) -> str:
    """One more action behind another one."""
    begun = text.splitlines()
    items = [each for each in _items(text) if re.match(r" *- +\{?id: a", begun[each[0]])]
    if not items:
        return text
    lines = text.splitlines(keepends=True)
    start, end = random.choice(items)
    indent = lines[start][: len(lines[start]) - len(lines[start].lstrip())]
    name = json.dumps(random.choice(FRESH))
    new = random.choice((
        f"{indent}- {name}\n",
        f"{indent}- {{name: {name}, time: 1m}}\n",
        f"{indent}# new {random.random()}\n{indent}- name: {name}\n{indent}  time: 1m  # x\n",
    ))  # fmt: skip
    return "".join([*lines[:end], new, *lines[end:]])


def _more(random: Random, text: str) -> str:
    """One more key below a name."""
    found = _key(random, text, r"^( *)(?:- )?name: [^\n{}\[\],|>&*#]+\n(?=\1(?:  )?\w)")
    if found is None:
        return text
    column = found[0].index("name")
    key = random.choice(("note: seen", "owner: Somebody", "tags: [a, b]", "x-mine: 1"))
    word = key.split(":")[0]
    if re.search(rf"^ {{{column}}}{word}:", text[found.end() :][:400], re.MULTILINE):
        return text
    return text[: found.end()] + " " * column + key + "\n" + text[found.end() :]


def _renamed(random: Random, text: str) -> str:
    """Another id, and the same wherever it is referred to."""
    found = _key(random, text, r"(\{|^ *(?:- +)?)\bid: ([asl]\d[\w-]*)(?=$|, )")
    if found is None:
        return text
    old = found[2]
    text = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", f"{old}x", text)
    between = (
        ", " if "{" in found[1] else "\n" + " " * (found.start(2) - found.start() - len("id: "))
    )
    return text.replace(f"id: {old}x", f"id: {old}x{between}was: {old}", 1)


EDITS = (_value, _value, _words, _remark, _removed, _moved, _added, _more, _renamed)
