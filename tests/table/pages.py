"""The page of a table as a reader takes it in: every cell with the headings that go with it."""

from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"meta", "br", "link", "img", "input"}


class Node:
    """An element of a page."""

    def __init__(self, tag, attributes, parent=None):
        self.tag, self.attributes, self.parent = tag, dict(attributes), parent
        self.children = []

    def all(self, *tags):
        """This element and all in it that have one of these names, in the page's order."""
        if self.tag in tags or not tags:
            yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all(*tags)

    @property
    def text(self):
        """What is read: all texts, but those that are hidden from readers."""
        if self.attributes.get("aria-hidden") == "true":
            return ""
        inner = (child if isinstance(child, str) else child.text for child in self.children)
        return " ".join("".join(inner).split())

    @property
    def classes(self):
        return self.attributes.get("class", "").split()


class Reader(HTMLParser):
    """Reads a page and insists that every element is closed where it should be."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Node("page", {})

    def handle_starttag(self, tag, attrs):
        node = Node(tag, attrs, self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_endtag(self, tag):
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
        self.here = self.here.parent

    def handle_data(self, data):
        self.here.children.append(data)


class Spot(NamedTuple):
    """A cell with the headings of its row and column, outermost first."""

    row: tuple[Node, ...]
    column: tuple[Node, ...]
    cell: Node

    def names(self, headings):
        return tuple(heading.text for heading in headings)


def parsed(page):
    reader = Reader()
    reader.feed(page.decode())
    reader.close()
    assert reader.here is reader.root
    return reader.root


def spots(root):
    """All cells that belong to rows and columns, as the headings' scopes say."""
    (table,) = root.all("table")
    columns, width = {}, None
    for head in table.all("thead"):
        width = _head(head, columns)
    for body in table.all("tbody"):
        group = ()
        for row in body.all("tr"):
            cells = [node for node in row.children if isinstance(node, Node)]
            first, rest = cells[0], cells[1:]
            if first.attributes["scope"] == "rowgroup":
                assert int(first.attributes["colspan"]) == width
                assert not rest
                group = (first,)
                continue
            assert first.attributes["scope"] == "row"
            assert len(rest) == width - 1
            for at, cell in enumerate(rest, start=1):
                assert cell.tag == "td"
                yield Spot((*group, first), columns[at], cell)


def _head(head, columns):
    """Fill in the headings over each column, and tell how many columns there are."""
    taken = set()
    for y, row in enumerate(head.all("tr")):
        x = 0
        for cell in (node for node in row.children if isinstance(node, Node)):
            while (x, y) in taken:
                x += 1
            wide, high = (int(cell.attributes.get(name, 1)) for name in ("colspan", "rowspan"))
            taken |= {(x + i, y + j) for i in range(wide) for j in range(high)}
            for column in range(x, x + wide):
                if cell.tag == "th":
                    assert cell.attributes["scope"] == (
                        "colgroup" if wide > 1 or "titles" in cell.classes else "col"
                    )
                    columns[column] = (*columns.get(column, ()), cell)
            x += wide
    width = max(x for x, _ in taken) + 1
    assert len(taken) == width * len(list(head.all("tr"))), "the head has a hole"
    assert set(columns) == set(range(1, width))
    return width


def listing(root):
    """Every cell that holds something, as text."""
    (header,), (caption,) = root.all("header"), root.all("caption")
    lines = [node.text for node in header.all("h1", "p")] + [f"[{caption.text}]"]
    for spot in spots(root):
        told = list(_told(spot.cell))
        if told:
            lines += [
                "",
                f"{' > '.join(spot.names(spot.row))} | {' > '.join(spot.names(spot.column))}",
            ]
            lines += told
    return "\n".join(lines) + "\n"


def _told(cell):
    for item in cell.all("li"):
        inner = [child for child in item.children if isinstance(child, Node) and child.tag == "ul"]
        names = [
            child for child in item.children if isinstance(child, Node) and child.tag == "strong"
        ]
        if names:
            yield f"  {item.attributes['id']} = {names[0].text}"
        elif not inner:
            signs = [
                node.attributes["data-sign"] for node in item.all("span") if "sign" in node.classes
            ]
            yield "    " + "".join(f"({sign}) " for sign in signs) + item.text
