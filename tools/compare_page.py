"""docs/compare/README.md: the pictures side by side, and the figures under them."""

from collections.abc import Iterator
from typing import Any

TOOLS = {
    "bp": "bp",
    "mermaid": "Mermaid",
    "plantuml": "PlantUML",
    "d2": "D2",
    "graphviz": "Graphviz",
}
SAMPLES = ("hotel", "hotel-full", "appliances", "day-surgery")
ENDINGS = {"mermaid": "mmd", "plantuml": "puml", "d2": "d2", "graphviz": "dot"}

Figures = dict[str, Any]

HEAD = """\
<!-- Made by tools/compare.py from docs/compare/results.json; edits to this page are lost. -->

# The same blueprint, drawn by five tools

`python tools/compare.py` writes each blueprint in the language of each tool, as well as that tool
allows, draws it with the tool's newest version, and measures every picture in the same way: from
where its boxes, arrows and texts are in a browser. `python tools/compare.py --only bp` draws and
measures ours again. Versions: {versions}.

How each is told the blueprint:

- **bp** reads the YAML file.
- **Mermaid** gets its swimlane diagram, with the steps as a first lane. It knows no columns; where
  the blueprint is small, unseen cards in all empty cells and hidden links bring it close to them.
  In day-surgery.yaml they are left out: with them, no picture had come after ten minutes.
- **PlantUML** gets an activity diagram with swimlanes. It can lead from an activity to the next and
  has no links across, so it shows the file's order. Its component diagrams have links but neither
  lanes nor steps; Graphviz lays them out, so they would look as Graphviz's do.
- **D2** gets a grid of lanes and steps, with a container for each cell. In a grid it draws arrows
  as straight lines. Its other layouts lead arrows round, but stand containers where the arrows
  pull them: lanes are no rows then, and steps no columns.
- **Graphviz** gets a cluster for each lane and `rank=same` for each step, with `splines=ortho`,
  with which it loses no arrow. It does not know in which order clusters are to stand.

Steps' phases, emotions and thoughts, pain points, opportunities and questions are given to all four
as lines of text, as are the times of cards.

How each figure is taken:

- *In order* are steps and lanes whose cards lie wholly before those of the next. *In one column*
  are steps through whose cells one straight line goes.
- An arrow goes *through a card* if it runs more than 3 units inside one that is not its own, and
  *misses its card* if it begins or ends more than 15 units away from it. PlantUML's picture does
  not say what an arrow belongs to, so there the second was not measured, and the first counts its
  own cards too.
- *Crossings* are counted where two arrows meet at 15° or more; *arrows on arrows* are pairs that
  run on one line and have no end in common.
- *Texts on texts* are lines whose letters overlap; *texts that stick out* leave their card or the
  picture; an arrow's own name may stand on it.
- *Letters* are those of cards' names, in pixels, when the picture is shrunk or stretched to a width
  of 1,600: how far away it can be read. PlantUML's steps run down, so a long blueprint makes its
  picture tall and leaves its letters large.
- *Seconds* are those of a whole process: for Mermaid and PlantUML with the start of a browser, for
  D2 with that of its WebAssembly, which takes most of them. They were taken once, or where they are
  less than 5 the best of three times, on a machine of two processors that was busy with other
  things: they tell orders of magnitude.
"""

ROWS: tuple[tuple[str, str, str], ...] = (
    ("seconds", "seconds", "least"),
    ("width × height", "size", "none"),
    ("letters at a width of 1,600", "letters", "most"),
    ("steps in order", "steps in order", "share"),
    ("steps in one column", "steps aligned", "share"),
    ("lanes in order", "lanes in order", "share"),
    ("links drawn", "links", "share"),
    ("arrows that nobody wrote", "extra", "least"),
    ("cards that overlap", "overlapping cards", "least"),
    ("arrows through cards", "arrows through cards", "least"),
    ("arrows that miss their card", "arrows that miss their card", "least"),
    ("crossings", "crossings", "least"),
    ("arrows on arrows", "arrows on arrows", "least"),
    ("texts on texts", "texts on texts", "least"),
    ("arrows over texts", "arrows over texts", "least"),
    ("texts that stick out", "cut texts", "least"),
    ("the three lines", "three lines", "most"),
    ("emotion as a curve", "emotion curve", "most"),
)
"""What a row is called, where its figure is, and which figure is good."""
SUMS = tuple(row for row in ROWS if row[1] not in {"seconds", "size", "letters"})
"""The rows that can be added up."""


def page_of(results: Figures) -> str:
    """The whole page."""
    versions = ", ".join(f"{TOOLS[tool]} {said}" for tool, said in results["versions"].items())
    parts = [HEAD.format(versions=versions), _in_short(results["samples"])]
    parts += [_section(sample, results["samples"][sample]) for sample in SAMPLES]
    parts.append(_where_others_are_better(results["samples"]))
    return "\n".join(parts)


def _in_short(samples: dict[str, dict[str, Figures]]) -> str:
    """The sums over all samples that a tool has drawn."""
    lines = ["## In short", "", "Over all four blueprints:", ""]
    lines += [f"| | {' | '.join(TOOLS.values())} |", f"|---|{'---:|' * len(TOOLS)}"]
    for title, key, _ in SUMS:
        cells = []
        for tool in TOOLS:
            drawn = [tools[tool] for tools in samples.values() if _is_drawn(tools.get(tool))]
            cells.append(_sum([_figure(found, key) for found in drawn]) if drawn else "–")
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _sum(values: list[Any]) -> str:
    if isinstance(values[0], list):
        return _share([sum(value[at] for value in values) for at in (0, 1)])
    return str(sum(values))


def _section(sample: str, tools: dict[str, Figures]) -> str:
    lines = [f"## {sample}.yaml", "", f"| {' | '.join(_heading(sample, tool) for tool in TOOLS)} |"]
    lines += [f"|{'---|' * len(TOOLS)}"]
    lines += [f"| {' | '.join(_picture(sample, tool, tools.get(tool)) for tool in TOOLS)} |", ""]
    lines += [f"| | {' | '.join(TOOLS.values())} |", f"|---|{'---:|' * len(TOOLS)}"]
    for title, key, _ in ROWS:
        cells = [_cell(tools.get(tool), key) for tool in TOOLS]
        lines.append(f"| {title} | {' | '.join(cells)} |")
    for kind in _kinds(tools):
        cells = [
            _share(found["said"][kind]) if _is_drawn(found := tools.get(tool)) else "–"
            for tool in TOOLS
        ]
        lines.append(f"| {kind} named | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _heading(sample: str, tool: str) -> str:
    source = f"../../samples/{sample}.yaml" if tool == "bp" else f"{sample}/{tool}.{ENDINGS[tool]}"
    return f"[{TOOLS[tool]}]({source})"


def _picture(sample: str, tool: str, found: Figures | None) -> str:
    if not _is_drawn(found):
        return found["missing"] if found else "not drawn"
    path = f"{sample}/{tool}.png"
    return f"[![{sample}.yaml by {TOOLS[tool]}]({path})]({path})"


def _is_drawn(found: Figures | None) -> bool:
    return found is not None and "missing" not in found


def _kinds(tools: dict[str, Figures]) -> list[str]:
    """Kinds of text that the blueprint has."""
    drawn = next((found for found in tools.values() if _is_drawn(found)), None)
    return [kind for kind, (_, wanted) in drawn["said"].items() if wanted] if drawn else []


def _cell(found: Figures | None, key: str) -> str:
    if not _is_drawn(found):
        return "–"
    if key == "size":
        return f"{found['width']} × {found['height']}"
    value = _figure(found, key)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _share(value) if isinstance(value, list) else str(value)


def _figure(found: Figures, key: str) -> Any:
    return found["links"][2] if key == "extra" else found[key]


def _share(pair: list[int]) -> str:
    return f"{pair[0]} of {pair[1]}"


# Where another tool does better


def _where_others_are_better(samples: dict[str, dict[str, Figures]]) -> str:
    lines = [
        "## Where another tool is better",
        "",
        "By these figures, of tools that draw the blueprint at all:",
        "",
        *(f"- {line}" for sample in SAMPLES for line in _better(sample, samples[sample])),
        "",
        "And beyond them: Mermaid is drawn by code hosts inside a page, with nothing to install;",
        "PlantUML has forks, loops and conditions as shapes of their own; D2 and Graphviz draw any",
        "graph, not blueprints alone. None of the four needs to be told what a lane is for.",
        "",
    ]
    return "\n".join(lines)


def _better(sample: str, tools: dict[str, Figures]) -> Iterator[str]:
    """A sentence for each figure in which a tool beats ours."""
    ours = tools.get("bp")
    if not _is_drawn(ours):
        return
    for title, key, good in ROWS:
        if good == "none":
            continue
        own = _worth(ours, key, good)
        better = [
            f"{TOOLS[tool]} {_cell(found, key)}"
            for tool, found in tools.items()
            if tool != "bp" and _is_drawn(found) and _worth(found, key, good) > own
        ]
        if better:
            yield f"{sample}.yaml, {title}: {', '.join(better)}; bp {_cell(ours, key)}"


def _worth(found: Figures, key: str, good: str) -> float:
    value = _figure(found, key)
    if good == "share":
        return value[0] / value[1] if value[1] else 1
    return -float(value) if good == "least" else float(value)
