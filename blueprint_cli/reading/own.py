"""The user's own keys, `x-…`: whatever stands behind them is kept as it is."""

from blueprint_cli.reading.mistakes import Reading
from blueprint_cli.reading.nodes import Items, Node, Text


def own(node: Node, reading: Reading) -> object:
    """What the user keeps below a key of his own: texts, lists and dicts."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [own(item, reading) for item in node.value]
    values = {}
    written: dict[str, Node] = {}
    for word, value in node.value:
        name = reading.key(word, written)
        if name is not None:
            values[name] = own(value, reading)
    return values


def read_doubtful(reading: Reading) -> None:
    """Read the `x-` keys that may be ids: `x-ray` may be a lane, else it is the user's own."""
    kinds = {each.to for each in reading.later}
    ids = {kind: {element.id for element in reading.elements[kind]} for kind in kinds}
    for each in reading.later:
        if each.word in ids[each.to]:
            each.read()
        else:
            each.own[each.word] = own(each.value, reading)
