"""The format as a JSON Schema, with which editors complete and check blueprints as they are typed.

It says what can be said of one value at a time. References, repeated ids and the order of a range
are left to `bp lint`.
"""

import json
from typing import Any

from blueprint_cli.kinds import PLAIN
from blueprint_cli.model import Blueprint
from blueprint_cli.record import Key, Kind, Many, One, PerKey, Pointer, Record, Scalar

Schema = dict[str, Any]


def schema() -> str:
    """JSON Schema 2020-12 of a blueprint, as text that ends with a line end."""
    definitions: dict[str, Schema] = {}
    body = _mapping(Blueprint, definitions)
    root = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:blueprint-cli:blueprint:1",
        "title": "Service blueprint, format 1",
        "description": Blueprint.__doc__,
        **body,
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(root, indent=2, ensure_ascii=False) + "\n"


def _mapping(record: type[Record], definitions: dict[str, Schema]) -> Schema:
    properties = {word: _property(key, definitions) for word, key in record.keys.items()}
    return {
        "type": "object",
        "properties": properties,
        "required": [word for word, key in record.keys.items() if key.required],
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }


def _property(key: Key, definitions: dict[str, Schema]) -> Schema:
    told: Schema = {"description": _sentence(key.doc), **_kind(key.kind, definitions)}
    if isinstance(key.default, (str, int, float)) and key.default != "" and not key.required:
        told["default"] = key.default
    return told


def _kind(kind: Kind[Any], definitions: dict[str, Schema]) -> Schema:
    if isinstance(kind, Scalar):
        return dict(kind.schema)
    if isinstance(kind, Pointer):
        return dict(PLAIN)
    if isinstance(kind, One):
        return _reference(kind.record, definitions)
    if isinstance(kind, Many):
        one = _kind(kind.of, definitions)
        listed: Schema = {"type": "array", "items": one}
        return {"anyOf": [one, listed | ({"minItems": kind.least} if kind.least else {})]}
    if isinstance(kind, PerKey):
        own: Schema = {"patternProperties": {"^x-": {}}}
        return {"type": "object", **own, "additionalProperties": _kind(kind.of, definitions)}
    raise TypeError(f"no schema for {kind!r}")


def _reference(record: type[Record], definitions: dict[str, Schema]) -> Schema:
    name = record.element or record.__name__.lower()
    if name not in definitions:
        definitions[name] = {}
        body = _mapping(record, definitions)
        if record.short and body["required"] == [record.short]:
            short = _kind(record.keys[record.short].kind, definitions)
            body = {"anyOf": [short, body]}
        definitions[name] = {"description": record.__doc__, **body}
    return {"$ref": f"#/$defs/{name}"}


def _sentence(doc: str) -> str:
    return f"{doc[0].upper()}{doc[1:]}."
