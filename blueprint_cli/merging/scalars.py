"""Texts that neither side wrote so, in the quotes of one that did."""

from blueprint_cli.formatting.scalars import is_plain


def spelled(value: str, like: str) -> str:
    """A text in the quotes of another one, or in some where it needs them."""
    if like[:1] == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    if like[:1] == '"' or not is_plain(value, flow=True):
        import json

        return json.dumps(value, ensure_ascii=False)
    return value
