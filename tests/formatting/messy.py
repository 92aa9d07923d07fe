"""Random blueprints in the worst handwriting that YAML allows: the same seed, the same text.

Comments stand wherever one may stand, indentation is odd, lists and mappings change between lines
and brackets, texts between all their quotes; there are anchors, aliases, merge keys, tabs.
"""

from random import Random

from blueprint_cli.model import Blueprint, Lane, Resource, Step
from blueprint_cli.record import Many, One, PerKey

WORDS = (
    *("guest", "room", "desk", "asks", "books", "the", "for", "two", "a", "no", "yes", "null"),
    *("5", "1.5", "2026-09-01", "12:30", "~", "5m", "2m..5m", "home.cell", "don't", "say", '"hi"'),
    *("a:b", "a,b", "#hash", "x#y", "key:", "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@"),
    *("`", "-", "?", ":", ",", "=", "<<"),
)
FOREIGN = (
    *("房间", "يسأل الضيف", "e\u0301te\u0301", "👩‍👩‍👧", "a\u2028b", "\u3000", "\u00a0", "ß", "é"),
)
COMMENTS = (
    "# a comment",
    "#tight",
    "#",
    "# bp: ignore[BP801] because",
    "# it's {not} [flow] &a *b",
    "# 客人 🎈",
    "# key: value",
    "# - item",
)


def write(seed: int, *, keep: bool = False, tabs: bool = True) -> str:
    """The text of a seed; with `keep` parts of it are marked to stay as they are.

    Without `tabs` other readers of YAML take the text, too.
    """
    text = _Hand(Random(seed), keep=keep).document()  # noqa: S311 - no secret depends on it
    return text if tabs else text.replace("\t", " ")


def rank(random, low=0, high=3):
    return random.randint(low, high)


def rewritten(seed: int, value: object) -> str:
    """Lists, mappings and texts that somebody else wrote, in this handwriting; all are kept."""
    hand = _Hand(Random(seed), keep=False, faithful=True)  # noqa: S311 - as above
    return hand.block(value, 0)


class _Hand:
    def __init__(self, random, *, keep, faithful=False):
        self.faithful = faithful
        self.random = random
        self.keep = keep
        self.anchors = []
        self.open = []
        self.count = 0
        self.calm = random.choice((0.0, 0.5, 0.8, 0.95, 1.0))
        self.odd = random.choice((0.0, 0.3, 1.0))

    def chance(self, share):
        return self.random.random() < share * (1 - self.calm)

    def document(self):
        random = self.random
        text = ""
        if self.chance(0.3):
            text += "# yaml-language-server: $schema=blueprint.schema.json\n"
        if self.chance(0.4):
            text += "# About the file.\n" + random.choice(("", "\n", "\n\n"))
        if self.chance(0.2):
            text += random.choice(("---\n", "--- # begins\n", "%YAML 1.2\n---\n"))
        if random.random() < 0.07:
            text += self.flow(self.blueprint(), 0) + "\n"
        else:
            text += self.block(self.blueprint(), 2 if self.chance(0.1) else 0)
        if self.chance(0.3):
            text += "# the end\n"
        if self.chance(0.1):
            text += "...\n# behind the end\n"
        if self.chance(0.2):
            text = text.rstrip("\n")
        if self.chance(0.3):
            text = text.replace("\n", "\r\n")
        elif self.chance(0.1):
            text = "".join(line + random.choice(("\n", "\r\n")) for line in text.split("\n"))
        return "\ufeff" + text if self.chance(0.3) else text

    # What it says

    def blueprint(self):
        random = self.random
        self.lanes = [f"l{n}" for n in range(rank(random, 1, 4))]
        pairs = self.record(Blueprint, 2, {"blueprint": self.words(), "format": "1"})
        pairs = {word: value for word, value in pairs.items() if word not in {"lanes", "steps"}}
        pairs["lanes"] = [
            self.record(Lane, 1, {"id": lane, "name": self.words(), "role": "support"})
            for lane in self.lanes
        ]
        pairs["steps"] = [
            self.record(Step, 3, {"name": self.words()}) for _ in range(rank(random, 1, 4))
        ]
        if random.random() < 0.3:
            pairs["resources"] = [self.record(Resource, 1, {"id": "r", "name": "R"})]
        return self.shuffled(pairs)

    def record(self, record, depth, pairs):
        for word, key in record.keys.items():
            if word not in pairs and self.random.random() < 0.15:
                pairs[word] = self.of(key.kind, depth - 1)
        if self.random.random() < 0.1:
            pairs["x-own"] = self.anything(2)
        if self.random.random() < 0.03:
            pairs["unknwon"] = self.anything(1)
        return self.shuffled(pairs)

    def of(self, kind, depth):
        random = self.random
        if isinstance(kind, Many):
            inner = kind.of
            if random.random() < 0.3:
                return self.of(inner, depth)
            return [self.of(inner, depth) for _ in range(rank(random, 0, 3))]
        if isinstance(kind, PerKey):
            lanes = random.sample(self.lanes, rank(random, 1, len(self.lanes)))
            return {lane: self.of(kind.of, depth) for lane in lanes}
        if isinstance(kind, One):
            if depth < 0 or random.random() < 0.3:
                return self.words()
            short = kind.record.short or "training"
            return self.record(kind.record, depth - 1, {short: self.words()})
        return (
            self.words() if random.random() < 0.5 else random.choice(("5", "5m", "no", "open", "1"))
        )

    def anything(self, depth):
        random = self.random
        kind = random.choice("tlm") if depth else "t"
        if kind == "t":
            return random.choice(
                (self.words(), "", "  spaces ", "line\nline\n", "a\n\n  b\n\n", "\n")
            )
        if kind == "l":
            return [self.anything(depth - 1) for _ in range(rank(random))]
        return {self.words(): self.anything(depth - 1) for _ in range(rank(random))}

    def words(self):
        random = self.random
        count = random.choice((1, 1, 2, 3, 5, 25))
        chosen = random.choices(WORDS[:14] if random.random() < 0.7 else WORDS + FOREIGN, k=count)
        return " ".join(chosen).strip() or "word"

    def shuffled(self, pairs):
        words = list(pairs)
        if self.random.random() < 0.7:
            self.random.shuffle(words)
        return {word: pairs[word] for word in words}

    # How it says it

    def above(self, column):
        """Empty lines and comments, at whatever column."""
        out = ""
        while self.chance(0.25):
            if self.chance(0.5):
                out += self.random.choice(("\n", "\n\n\n", "   \n"))
            else:
                place = (
                    column
                    if self.random.random() < 0.6
                    else rank(self.random, 0, column + (0 if self.faithful else 4))
                )
                out += " " * place + self.comment() + "\n"
        return out

    def comment(self):
        if self.keep and self.random.random() < 0.3:
            return self.random.choice(("# bp: fmt off", "# bp: fmt on"))
        return self.random.choice(COMMENTS)

    def beside(self, dash=""):
        """A comment, or spaces, at the end of a line."""
        if self.chance(0.2):
            return self.random.choice(("  ", " ", dash or "\t", "       ")) + self.comment()
        return self.random.choice(("  ", dash or "\t")) if self.chance(0.1) else ""

    def block(self, value, column):
        """Lines of a mapping or list that begin at this column."""
        pad = " " * column
        if not value:
            return pad + ("{}" if isinstance(value, dict) else "[]") + self.beside() + "\n"
        if isinstance(value, list):
            return "".join(self.above(column) + pad + self.item(each, column) for each in value)
        out = ""
        if self.chance(0.1) and any(kind == "m" for _, kind in self.anchors):
            names = [name for name, kind in self.anchors if kind == "m"]
            out += f"{pad}<<: *{self.random.choice(names)}{self.beside()}\n"
        for word, each in value.items():
            out += self.above(column) + pad + self.pair(word, each, column)
        return out

    def item(self, value, column):
        spaces = " " * (rank(self.random, 1, 4) if self.chance(0.5) else 1)
        if value and isinstance(value, (dict, list)) and not self.chance(0.5):
            if self.chance(0.2):
                inner = column + rank(self.random, 1, 4)
                anchor = self.anchor(value)
                return f"-{anchor}{self.beside(' ')}\n" + self.done(self.block(value, inner))
            inner = self.block(value, column + 1 + len(spaces))
            start = column + 1 + len(spaces)
            lines = inner.split("\n")
            while lines and (not lines[0].strip() or lines[0].lstrip().startswith("#")):
                lines.pop(0)
            return "-" + spaces + "\n".join(lines)[start:]
        return "-" + spaces + self.inline(value, column)

    def pair(self, word, value, column):
        key = self.key(word)
        colon = ":" if not self.chance(0.1) else " :"
        if value and isinstance(value, (dict, list)) and not self.chance(0.4):
            least = 0 if isinstance(value, list) and self.chance(0.5) else 1
            inner = column + (rank(self.random, least, 5) if self.chance(0.5) else 2)
            anchor = self.anchor(value)
            return f"{key}{colon}{anchor}{self.beside()}\n" + self.done(self.block(value, inner))
        if self.chance(0.03):
            return f"? {key}\n{' ' * column}: " + self.inline(value, column)
        space = self.random.choice(("  ", "\t", "    ")) if self.chance(0.1) else " "
        return f"{key}{colon}{space}" + self.inline(value, column)

    def key(self, word):
        if _plain(word, flow=True) and not self.chance(0.1):
            return word
        return self.random.choice((_double, _single))(word)

    def anchor(self, value):
        """An anchor, for what may be said again once it is written."""
        self.count += 1
        anchored = self.chance(0.1) and not self.faithful
        name = f"a{self.count}"
        kind = {dict: "m", list: "l"}.get(type(value), "t")
        self.open.append((name, kind) if anchored else None)
        return f" &{name}" if anchored else ""

    def done(self, written):
        """What was written behind the latest anchor, which can now be referred to."""
        if anchor := self.open.pop():
            self.anchors.append(anchor)
        return written

    def inline(self, value, column):
        """A value behind its key or dash, to the end of its lines."""
        kind = {dict: "m", list: "l"}.get(type(value), "t")
        same = [name for name, each in self.anchors if each == kind]
        if same and self.chance(0.2):
            return f"*{self.random.choice(same)}{self.beside()}\n"
        anchor = self.anchor(value).strip()
        before = f"{anchor} " if anchor else ""
        if isinstance(value, (dict, list)):
            return before + self.done(self.flow(value, column)) + self.beside() + "\n"
        return before + self.done(self.text(value, column))

    def text(self, value, column):
        """A text in any of its quotes, on one line or several."""
        random = self.random
        inner = " " * (column + rank(random, 1, 4))
        way = random.random() if self.odd else 1
        if "\n" in value or (way < 0.15 and value.strip()):
            return self.below_a_bar(value, inner)
        if way < 0.25 and " " in value.strip() and "  " not in value and _plain(value, flow=False):
            words = value.split(" ")
            safe = all(_plain(word, flow=False) for word in words)
            if safe:
                return ("\n" + inner).join(words) + self.beside() + "\n"
        if way < 0.35 and " " in value.strip() and "  " not in value:
            head, _, tail = value.strip().partition(" ")
            gap = "\n" if self.faithful else random.choice(("\n", "\n\n", "  \n", "\\\n"))
            return _double(head)[:-1] + gap + inner + _double(tail)[1:] + self.beside() + "\n"
        if way < 0.4 and value.strip() and _plain(value, flow=False):
            return "\n" + inner + value + self.beside() + "\n"
        if _plain(value, flow=False) and random.random() < 0.7:
            return value + self.beside() + "\n"
        return random.choice((_double, _single))(value) + self.beside() + "\n"

    def below_a_bar(self, value, inner):
        random = self.random
        sign = random.choice("|>") + ("-" if self.faithful else random.choice(("", "", "-", "+")))
        lines = value.split("\n")
        first = next((line for line in lines if line.strip()), "")
        blank = not lines[0].strip() and any(lines)
        if first.startswith(" ") or blank or not first:
            return _double(value) + self.beside() + "\n"
        comment = self.beside() if self.chance(0.5) else ""
        rest = "".join(f"{inner}{line}".rstrip(" ") + "\n" for line in lines)
        more = (
            ""
            if self.faithful
            else random.choice(("", "\n", "\n\n", f"{inner}  more\n", f"{inner}trailing  \n"))
        )
        return f"{sign}{comment}\n{rest}{more}"

    def flow(self, value, column):
        """A value in brackets or braces, on one line or several."""
        if isinstance(value, str):
            return self.flow_text(value)
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        parts = []
        if isinstance(value, dict):
            for word, each in value.items():
                anchor = self.anchor(each).strip()
                inner = self.done(self.flow(each, column))
                parts.append(
                    f"{self.key(word)}: {anchor} {inner}"
                    if anchor
                    else f"{self.key(word)}: {inner}"
                )
        else:
            parts = [self.flow(each, column) for each in value]
        out = opening + self.gap(column)
        for place, part in enumerate(parts):
            out += part + self.gap(column)
            if place < len(parts) - 1 or (parts and self.chance(0.1)):
                out += "," + (self.gap(column) or " ")
        return out + closing

    def gap(self, column):
        """Spaces, lines and comments inside of brackets."""
        if not self.chance(0.1):
            return " " if self.chance(0.1) else ""
        pad = " " * (column + rank(self.random, 1, 4))
        out = self.random.choice(("", " " + self.comment())) + "\n"
        while self.chance(0.3):
            out += pad + self.comment() + "\n"
        return out + pad

    def flow_text(self, value):
        if _plain(value, flow=True) and self.random.random() < 0.7:
            return value
        return self.random.choice((_double, _single))(value)


def _plain(value, *, flow):
    if not value or value != value.strip() or value[0] in "-?:,[]{}#&*!|>'\"%@`=<" or "\n" in value:
        return False
    if any(sign in value for sign in (": ", " #", "\u2028", "\ufeff", "\t")) or value[-1] == ":":
        return False
    return not (flow and any(sign in value for sign in ",[]{}:?#"))


def _double(value):
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _single(value):
    return _double(value) if "\n" in value else "'" + value.replace("'", "''") + "'"
