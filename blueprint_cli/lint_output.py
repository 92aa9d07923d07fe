"""What `bp lint --output-format json` prints, as a JSON Schema that programs can be built on."""

from typing import Any, get_args

from blueprint_cli.problems import Severity

Schema = dict[str, Any]


def lint_output_schema() -> str:
    """JSON Schema 2020-12 of all problems; each line of `jsonl` fits its `$defs/problem`."""
    import json

    root = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:blueprint-cli:lint-output:1",
        "title": "What bp lint found",
        "type": "array",
        "items": {"$ref": "#/$defs/problem"},
        "$defs": {
            "problem": _object(_PROBLEM, "One thing wrong at one place."),
            "related": _object(_RELATED, "Another place that explains it."),
            "fix": _object(_FIX, "Edits that mend it, all of them together."),
            "edit": _object(_EDIT, "What stands from start to end becomes the text."),
            "position": _object(_POSITION, "A place in a file, before a character."),
        },
    }
    return json.dumps(root, indent=2, ensure_ascii=False) + "\n"


def _object(properties: dict[str, Schema], description: str) -> Schema:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _text(description: str, **more: object) -> Schema:
    return {"description": description, "type": "string", **more}


def _counted(description: str) -> Schema:
    return {"description": description, "type": "integer", "minimum": 1}


def _list(name: str, description: str) -> Schema:
    return {"description": description, "type": "array", "items": {"$ref": f"#/$defs/{name}"}}


_PATH = _text("The file, as it was named on the command line or found in a folder.")
_START = {"$ref": "#/$defs/position", "description": "Where it begins."}
_END = {"$ref": "#/$defs/position", "description": "The first place after it."}

_PROBLEM: dict[str, Schema] = {
    "code": _text("Never used again for something else.", pattern="^BP[0-9]{3}$"),
    "rule": _text("The name of the code.", pattern="^[a-z]+(-[a-z]+)*$"),
    "severity": {"description": "How bad it is.", "enum": list(get_args(Severity))},
    "message": _text("What was found, in one clause."),
    "hint": {"description": "What to do.", "type": ["string", "null"]},
    "path": _PATH,
    "start": _START,
    "end": _END,
    "related": _list("related", "Other places that explain it."),
    "fix": {"description": "What mends it.", "anyOf": [{"$ref": "#/$defs/fix"}, {"type": "null"}]},
    "url": _text("Where it is explained: a page of the project."),
}
_RELATED: dict[str, Schema] = {
    "path": _PATH,
    "start": _START,
    "end": _END,
    "message": _text("What stands there."),
}
_FIX: dict[str, Schema] = {
    "title": _text("What the edits do."),
    "safe": {
        "description": "Whether the blueprint says the same afterwards.",
        "type": "boolean",
    },
    "edits": _list("edit", "Places are those of the file as it is; edits do not overlap."),
}
_EDIT: dict[str, Schema] = {"start": _START, "end": _END, "text": _text("What is to stand there.")}
_POSITION: dict[str, Schema] = {
    "line": _counted("From 1."),
    "column": _counted("From 1, in characters (code points)."),
}
