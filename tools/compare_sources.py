"""The same blueprint in the language of each other tool, written as well as that tool allows.

Each gets colours for its lanes, a dash for each kind of link, and widths.
"""

from collections.abc import Callable, Iterator
from html import escape
from itertools import pairwise
from textwrap import wrap

from compare_told import Arrow, Card, Told

LETTERS = 28
"""Letters in a line, for tools that do not wrap."""
KINDS = {"triggers": "solid", "needs": "dashed", "agrees_with": "dotted", "implied": "solid"}


# Mermaid: the swimlane diagram that it has since version 11.16, steps as a first lane


MERMAID_HEAD = """\
---
config:
  flowchart: {wrappingWidth: 180, nodeSpacing: 24, rankSpacing: 40}
  swimlane: {lineHops: arc}
---
swimlane-beta LR
"""
MERMAID_ARROWS = {"triggers": "-->", "needs": "-.->", "agrees_with": "<-.->", "implied": "-->"}
MOST_CELLS = 100
"""Cells above which Mermaid gets no columns: 270 of them give no picture within ten minutes."""


def mermaid(what: Told) -> str:
    """A swimlane diagram without a title, which would lie on a card.

    Mermaid knows no columns, but keeps the order in a lane. So in a small blueprint every empty
    cell holds a card that is not seen, and hidden links lead through all cells of a lane.
    """
    padded = len(what.lanes) * len(what.steps) <= MOST_CELLS
    lines = ['  subgraph steps["Steps"]', *(_mermaid_box(what, step) for step in what.steps)]
    lines += [f"    s{at} ~~~ s{at + 1}" for at in range(len(what.steps) - 1)]
    lines.append("  end")
    for place, (name, _, _) in enumerate(what.lanes):
        lines.append(f'  subgraph l{place}["{_mermaid_text(name)}"]')
        lines += [_mermaid_box(what, card) for card in what.cards if card.lane == place]
        lines += _mermaid_columns(what, place) if padded else []
        lines.append("  end")
    lines += [_mermaid_arrow(what, arrow) for arrow in what.arrows]
    for place, (_, band, edge) in enumerate(what.lanes):
        lines.append(f"  style l{place} fill:{band},stroke:{edge}")
    return MERMAID_HEAD + "\n".join([*lines, "  classDef gone fill:none,stroke:none", ""])


def _mermaid_columns(what: Told, lane: int) -> Iterator[str]:
    cells = []
    for at in range(len(what.steps)):
        ids = [what.ids[card.key] for card in what.cards if (card.lane, card.step) == (lane, at)]
        if not ids:
            ids = [f"e{lane}x{at}"]
            yield f'    {ids[0]}[" "]:::gone'
        cells.append(ids)
    for one, two in pairwise(cells):
        yield from (f"    {left} ~~~ {right}" for left in one for right in two)


def _mermaid_box(what: Told, card: Card) -> str:
    said = "".join(f"<br/><small>{_mermaid_text(text)}</small>" for text in card.said)
    return f'    {what.ids[card.key]}["{_mermaid_text(card.name)}{said}"]'


def _mermaid_arrow(what: Told, arrow: Arrow) -> str:
    label = f'|"{_mermaid_text(arrow.label)}"|' if arrow.label else ""
    ends = f"{MERMAID_ARROWS[arrow.kind]}{label}"
    return f"  {what.ids[arrow.start]} {ends} {what.ids[arrow.end]}"


def _mermaid_text(text: str) -> str:
    return escape(text, quote=False).replace("#", "#35;").replace('"', "#quot;")


# PlantUML: an activity diagram with swimlanes, which has no links but from one card to the next

PLANTUML_HEAD = """\
@startuml
title {name}
skinparam wrapWidth 200
skinparam defaultFontName Arial
skinparam conditionStyle inside
"""


def plantuml(what: Told) -> str:
    """Lanes as columns, cards in the file's order, each step's name on a note where it begins."""
    lines = [f"|{band}|l{place}| {name}" for place, (name, band, _) in enumerate(what.lanes)]
    lines += ["|l0|", "start"]
    labels = {(arrow.start, arrow.end): arrow.label for arrow in what.arrows if arrow.label}
    last = ""
    for step in what.steps:
        cards = [card for card in what.cards if card.step == step.step]
        for place, card in enumerate(cards):
            label = labels.get((last, card.key)) or labels.get((card.key, last))
            lines += [f"-> {label};"] if label else []
            lines += [f"|l{card.lane}|", f":{_plantuml_text(card)};"]
            lines += ["note left", _plantuml_text(step), "end note"] if place == 0 else []
            last = card.key
    return PLANTUML_HEAD.format(name=what.name) + "\n".join([*lines, "stop", "@enduml", ""])


def _plantuml_text(card: Card) -> str:
    name = f"**{card.name}**" if card.lane < 0 else card.name
    return "\n".join([name, *(f"<size:10>{text}" for text in card.said)])


# D2: a grid, which alone of its layouts keeps both lanes and steps

D2_HEAD = """\
title: "{name}" {{near: top-center; shape: text; style.font-size: 28}}
blueprint: "" {{
  grid-rows: {rows}
  grid-columns: {columns}
  vertical-gap: 16
  horizontal-gap: 32
  style.fill: transparent
  style.stroke: transparent
"""
D2_ENDS = {"triggers": "->", "needs": "->", "agrees_with": "<->", "implied": "->"}


def d2(what: Told) -> str:
    """A cell for each step of each lane, so that lanes are rows; arrows are straight in a grid."""
    lines = ['  corner: "" {style.opacity: 0}']
    lines += [
        f"  s{at}: {_d2_text(step)} {{style.bold: true}}" for at, step in enumerate(what.steps)
    ]
    paths = {step.key: f"blueprint.s{at}" for at, step in enumerate(what.steps)}
    for lane, (name, band, edge) in enumerate(what.lanes):
        style = f'style.fill: "{band}"; style.stroke: "{edge}"'
        lines.append(f"  l{lane}: {_quoted(name)} {{{style}; style.bold: true}}")
        for at in range(len(what.steps)):
            cards = [card for card in what.cards if (card.lane, card.step) == (lane, at)]
            lines += [f'  l{lane}s{at}: "" {{', f"    {style}; grid-columns: 1"]
            lines += [f"    {what.ids[card.key]}: {_d2_text(card)}" for card in cards]
            lines.append("  }")
            paths |= {card.key: f"blueprint.l{lane}s{at}.{what.ids[card.key]}" for card in cards}
    lines.append("}")
    lines += [_d2_arrow(paths, arrow) for arrow in what.arrows]
    rows, columns = len(what.lanes) + 1, len(what.steps) + 1
    head = D2_HEAD.format(name=what.name, rows=rows, columns=columns)
    return head + "\n".join(lines) + "\n"


def _d2_arrow(paths: dict[str, str], arrow: Arrow) -> str:
    label = f": {_quoted(arrow.label)}" if arrow.label else ""
    dash = {"dashed": 5, "dotted": 2}.get(KINDS[arrow.kind], 0)
    style = f" {{style.stroke-dash: {dash}}}" if dash else ""
    colon = ":" if style and not label else ""
    return f"{paths[arrow.start]} {D2_ENDS[arrow.kind]} {paths[arrow.end]}{label}{colon}{style}"


def _d2_text(card: Card) -> str:
    return _quoted("\\n".join(line for text in (card.name, *card.said) for line in _wrapped(text)))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


def _wrapped(text: str) -> list[str]:
    return wrap(text, LETTERS)


# Graphviz: a cluster for each lane, the cards of a step on one rank

DOT_HEAD = """\
digraph blueprint {{
  graph [rankdir=LR, newrank=true, splines=ortho, nodesep=0.3, ranksep=0.8, fontname=Arial,
         fontsize=20, labelloc=t, label={name}]
  node [shape=box, style="rounded,filled", fillcolor=white, fontname=Arial, fontsize=12]
  edge [fontname=Arial, fontsize=10]
"""


def graphviz(what: Told) -> str:
    """Clusters with `rank=same` steps, as it is usually done; curves would lose arrows.

    Graphviz stacks clusters as it likes, but more of them stand right if the last lane comes first.
    """
    lines = []
    for place, (name, band, edge) in reversed([*enumerate(what.lanes)]):
        lines += [f"  subgraph cluster_{place} {{", f"    label={_quoted(name)}; labeljust=l"]
        lines.append(f'    style=filled; color="{band}"; node [color="{edge}"]')
        lines += [f"    {_dot_box(what, card)}" for card in what.cards if card.lane == place]
        lines.append("  }")
    lines += ["  subgraph cluster_steps {", "    style=invis"]
    lines += [f"    {_dot_box(what, step)}" for step in what.steps] + ["  }"]
    lines.append(
        f"  {' -> '.join(what.ids[step.key] for step in what.steps)} [style=invis, weight=9]"
    )
    for step in what.steps:
        cards = [what.ids[card.key] for card in what.cards if card.step == step.step]
        lines.append(f"  {{rank=same; {'; '.join([what.ids[step.key], *cards])}}}")
    lines += [_dot_arrow(what, arrow) for arrow in what.arrows]
    return DOT_HEAD.format(name=_quoted(what.name)) + "\n".join(lines) + "\n}\n"


def _dot_box(what: Told, card: Card) -> str:
    name = "<BR/>".join(map(escape, _wrapped(card.name)))
    said = "".join(f"<BR/>{escape(line)}" for text in card.said for line in _wrapped(text))
    small = f'<FONT POINT-SIZE="10">{said}</FONT>' if said else ""
    return (
        f"{what.ids[card.key]} [label=<{'<B>' + name + '</B>' if card.lane < 0 else name}{small}>]"
    )


def _dot_arrow(what: Told, arrow: Arrow) -> str:
    both = ", dir=both" if arrow.kind == "agrees_with" else ""
    label = f", xlabel={_quoted(arrow.label)}" if arrow.label else ""
    look = f"[style={KINDS[arrow.kind]}{both}{label}, constraint=false]"
    return f"  {what.ids[arrow.start]} -> {what.ids[arrow.end]} {look}"


SOURCES: dict[str, tuple[str, Callable[[Told], str]]] = {
    "mermaid": ("mmd", mermaid),
    "plantuml": ("puml", plantuml),
    "d2": ("d2", d2),
    "graphviz": ("dot", graphviz),
}
"""The ending of each tool's files, and who writes them."""
