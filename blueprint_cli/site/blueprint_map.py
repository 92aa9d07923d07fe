"""The map of blueprints: which lead into the details of which, and which need which."""

import re
from collections import Counter
from collections.abc import Iterator
from textwrap import wrap

from blueprint_cli.dot import writable
from blueprint_cli.picture import arranged
from blueprint_cli.report.content import Cell, Column, Phrase, Section, Table
from blueprint_cli.site.web import Crossing, Web, titles
from blueprint_cli.svg import FAMILIES

_WIDEST = 26
"""So many letters stand on a line of a box."""
_OWN_TITLES = re.compile(r"<title>[^<]*</title>\n")
_FONT = "Liberation Sans"
_KINDS = {
    "details": "in detail",
    "needs": "needs",
    "triggers": "triggers",
    "agrees_with": "agrees with",
}


def section(web: Web) -> Section:
    """Every way from one blueprint to another as a table."""
    table = Table("crossings", "Ways between blueprints", _COLUMNS, tuple(_rows(web)))
    return Section("map", "Map", tuple(_lead(web)), (table,))


_COLUMNS = (
    Column("blueprint", "From", "places"),
    Column("place", "There", "places"),
    Column("kind", "How", "text"),
    Column("other", "To", "places"),
    Column("end", "Action there", "places"),
)


def _rows(web: Web) -> Iterator[tuple[Cell, ...]]:
    for way in web.crossings:
        yield (
            (web.blueprints[way.start].place,),
            (way.place,),
            _KINDS[way.kind],
            (web.blueprints[way.end_blueprint].place,),
            (way.end,) if way.end else None,
        )


def _lead(web: Web) -> Iterator[Phrase]:
    if not web.crossings:
        yield ("No blueprint leads to another one.",)
        return
    joined = {number for way in web.crossings for number in (way.start, way.end_blueprint)}
    alone = len(web.blueprints) - len(joined)
    yield (f"{len(joined)} blueprints lead to each other; {alone} stand alone.",)


def drawn(web: Web) -> str:
    """The map as an SVG for a page, each box a link; empty where nothing leads anywhere."""
    if not web.crossings:
        return ""
    svg = _OWN_TITLES.sub("", arranged(_dot(web)))
    head, _, rest = svg[svg.index("<svg") :].partition(">")
    head = head.replace("<svg", '<svg class="map" role="group" aria-label="Map of blueprints"')
    return f"{head}>{rest}".replace(f'font-family="{_FONT}"', f'font-family="{FAMILIES}"')


def _dot(web: Web) -> str:
    numbers = {number for way in web.crossings for number in (way.start, way.end_blueprint)}
    names = titles(web.blueprints)
    nodes = [
        f"n{number} [id=map{number} label={_quoted(_lines(names[number]))}"
        f' URL="{web.blueprints[number].place.at}" tooltip=" "]'
        for number in sorted(numbers)
    ]
    counts = Counter(map(_way, web.crossings))
    edges = [
        f"n{start} -> n{end} [id={kind}{start}to{end} class={kind} label={_quoted(_label(kind, n))}"
        f" style={'solid' if kind == 'details' else 'dashed'}]"
        for (start, end, kind), n in sorted(counts.items())
    ]
    head = (
        "digraph {\ngraph [rankdir=LR bgcolor=transparent nodesep=0.25 ranksep=0.7 pad=0.1]\n"
        f'node [shape=box style=rounded fontname="{_FONT}" fontsize=11 margin="0.15,0.08"]\n'
        f'edge [fontname="{_FONT}" fontsize=9 arrowsize=0.7]\n'
    )
    return head + "\n".join([*nodes, *edges]) + "\n}\n"


def _way(way: Crossing) -> tuple[int, int, str]:
    return way.start, way.end_blueprint, way.kind


def _label(kind: str, count: int) -> str:
    return _KINDS[kind] if count == 1 else f"{_KINDS[kind]} ×{count}"


def _lines(name: str) -> str:
    return "\n".join(wrap(writable(name), _WIDEST)) or "–"


def _quoted(text: str) -> str:
    """As a text of Graphviz that is shown as it is: no entity and no escape in it."""
    plain = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\n", "\\n") + '"'
