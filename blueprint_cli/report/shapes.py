"""The shapes of values in a JSON Schema, put together from smaller ones."""

from typing import Any

Schema = dict[str, Any]


def one_of(name: str) -> Schema:
    """What the schema defines under this name."""
    return {"$ref": f"#/$defs/{name}"}


def or_null(shape: Schema) -> Schema:
    """The shape, or null for what the file does not say."""
    return {"anyOf": [shape, {"type": "null"}]}


def listed(shape: Schema) -> Schema:
    """Any number of such values."""
    return {"type": "array", "items": shape}


def by_key(shape: Schema) -> Schema:
    """Such a value for each key that has one."""
    return {"type": "object", "additionalProperties": shape}


def fixed(**properties: Schema) -> Schema:
    """Exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
ACTION: Schema = {"type": "string", "description": "An action: `step.lane.action`."}
LANE: Schema = {"type": "string", "description": "The id of a lane."}
