"""What stands where in a tool's picture: boxes, arrows and texts, read from its SVG in a browser.

A browser knows where a text ends and what a transformation does, so it is asked, in the same way
for every tool; only the names under which a tool hides its boxes and arrows differ (`NAMES`).
"""

import re
from collections import defaultdict
from typing import NamedTuple

from compare_told import Told

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; lengths are those of the picture's own coordinates."""
Point = tuple[float, float]

READ = """(tool) => {
  const svg = document.querySelector('svg');
  const view = svg.viewBox.baseVal;
  const [width, height] = view && view.width ? [view.width, view.height]
    : [svg.getBoundingClientRect().width, svg.getBoundingClientRect().height];
  for (const [word, length] of [['width', width], ['height', height]]) {
    svg.setAttribute(word, length);
    svg.style[word] = `${length}px`;
  }
  svg.style.maxWidth = 'none';
  const corner = svg.getBoundingClientRect();
  const box = (element) => {
    const found = element.getBoundingClientRect();
    return [found.left - corner.left, found.top - corner.top,
      found.right - corner.left, found.bottom - corner.top];
  };
  const decoded = (text) => {
    try { return new TextDecoder().decode(Uint8Array.from(atob(text), (c) => c.charCodeAt(0))); }
    catch { return ''; }
  };
  const title = (element) => element.querySelector(':scope > title')?.textContent ?? '';
  const outline = 'rect, path, polygon, ellipse';
  const all = (selector) => [...svg.querySelectorAll(selector)];
  const boxes = {
    bp: () => all('g.action, g.step').map((each) => [each.id, each.querySelector(outline)]),
    mermaid: () => all('g.node').map((each) => [each.id, each.querySelector(outline)]),
    graphviz: () => all('g.node').map((each) => [title(each), each.querySelector(outline)]),
    d2: () => all('g.shape').map((each) =>
      [decoded(each.parentNode.classList[0] ?? ''), each.querySelector(outline)]),
    plantuml: () => all('rect[rx="12.50"]').map((each, at) => [`r${at}`, each]),
  }[tool]();
  const lines = {
    bp: () => all('g.link').map((each) => [each.id, each.querySelector('path')]),
    mermaid: () => all('path.flowchart-link:not(.edge-thickness-invisible)')
      .map((each) => [each.dataset.id, each]),
    graphviz: () => all('g.edge').map((each) => [title(each), each.querySelector('path')]),
    d2: () => all('path.connection').map((each) =>
      [decoded(each.parentNode.classList[0] ?? ''), each]),
    plantuml: () => all('line').filter((each) => each.getAttribute('stroke-width') === '1')
      .map((each, at) => [`line${at}`, each]),
  }[tool]();
  const points = (line) => {
    const length = line.getTotalLength(), place = line.getScreenCTM();
    const count = Math.max(2, Math.ceil(length / 3));
    return Array.from({length: count + 1}, (_, at) => {
      const point = line.getPointAtLength(length * at / count).matrixTransform(place);
      return [point.x - corner.left, point.y - corner.top];
    });
  };
  const texts = [], silent = 'style, title, desc, script, defs, mask';
  const walker = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || node.parentNode.closest(silent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = parseFloat(getComputedStyle(node.parentNode).fontSize);
    texts.push([node.data, size, [...range.getClientRects()].map((found) =>
      [found.left - corner.left, found.top - corner.top,
        found.right - corner.left, found.bottom - corner.top])]);
  }
  return {width, height, texts, emotion: !!svg.querySelector('#emotion'),
    boxes: boxes.filter(([, each]) => each).map(([name, each]) => [name, box(each)]),
    lines: lines.filter(([, each]) => each && each.getTotalLength() > 0)
      .map(([name, each]) => [name, points(each)])};
}"""


class Line(NamedTuple):
    """An arrow: what it joins by the names of boxes, empty where the picture does not tell."""

    start: str
    end: str
    points: list[Point]


class Text(NamedTuple):
    """A text with the box of each of its lines; `size` is that of its letters."""

    text: str
    size: float
    boxes: list[Box]


class Found(NamedTuple):
    """A picture's parts; boxes by the names that the source gave them: `c0` a card, `s0` a step."""

    width: float
    height: float
    boxes: dict[str, Box]
    lines: list[Line]
    texts: list[Text]
    emotion: bool


def read(page: object, tool: str, svg: str, what: Told) -> Found:
    """The parts of an SVG that is drawn in a page of the browser."""
    page.set_content(f"<!doctype html><body style='margin:0;background:white'>{svg}")
    page.wait_for_timeout(300)
    raw = page.evaluate(READ, tool)
    texts = [Text(" ".join(text.split()), size, boxes) for text, size, boxes in raw["texts"]]
    names = NAMES[tool](raw["boxes"], texts, what)
    boxes = {names[name]: tuple(box) for name, box in raw["boxes"] if name in names}
    ends = _ends(tool, what)
    lines = [Line(*ends(name), [*map(tuple, points)]) for name, points in raw["lines"]]
    return Found(raw["width"], raw["height"], boxes, lines, texts, raw["emotion"])


def _ends(tool: str, what: Told):
    """How the name of an arrow tells its two ends."""
    if tool == "bp":
        known = {arrow.id: (what.ids[arrow.start], what.ids[arrow.end]) for arrow in what.arrows}
        return lambda name: known.get(name, ("", ""))
    if tool == "plantuml":
        return lambda _: ("", "")
    return lambda name: tuple(
        re.findall(r"(?<![a-z0-9])[cs]\d+(?![a-z0-9])", name.replace("_", " "))[:2]
    )


def _named(pattern: str):
    """A reader of boxes whose names hold the source's."""

    def names(boxes: list, _: list[Text], __: Told) -> dict[str, str]:
        found = ((name, re.search(pattern, name)) for name, _box in boxes)
        return {name: match[1] for name, match in found if match}

    return names


def _bp(boxes: list, _: list[Text], what: Told) -> dict[str, str]:
    known = {f"{kind}:{key}": name for key, name in what.ids.items() for kind in ("action", "step")}
    return {name: known[name] for name, _box in boxes if name in known}


def _by_text(boxes: list, texts: list[Text], what: Told) -> dict[str, str]:
    """Boxes without names are known by what stands in them, and from top to bottom."""
    waiting = defaultdict(list)
    for name, box in sorted(boxes, key=lambda each: each[1][1]):
        inside = [text.text for text in texts if text.boxes and _within(text.boxes[0], box)]
        waiting[plain("".join(inside))].append(name)
    names = {}
    for card in what.cards:
        found = waiting.get(plain("".join((card.name, *card.said))))
        if found:
            names[found.pop(0)] = what.ids[card.key]
    return names


def _within(inner: Box, outer: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def plain(text: str) -> str:
    """A text without its spaces, as line breaks take them away, and in small letters."""
    return "".join(text.split()).casefold()


NAMES = {
    "bp": _bp,
    "mermaid": _named(r"flowchart-([cs]\d+)-"),
    "graphviz": _named(r"^([cs]\d+)$"),
    "d2": _named(r"\.([cs]\d+)$"),
    "plantuml": _by_text,
}
