"""What `bp report -f json` prints, as a JSON Schema that programs can be built on."""

from typing import get_args

from blueprint_cli.analysis.places import PlaceKind
from blueprint_cli.report.content import Sort
from blueprint_cli.report.figures import FIGURES
from blueprint_cli.report.shapes import TEXT, Schema, fixed, listed, one_of, or_null

_END = {"type": ["number", "null"]}
_DATE = {"type": "string", "format": "date"}
_RANGED: Schema = one_of("range")
_PLACES = listed(one_of("place"))
SORTS: dict[Sort, Schema] = {
    "text": TEXT,
    "count": {"type": "integer"},
    "number": {"type": "number"},
    "share": {"type": "number"},
    "shares": _RANGED,
    "duration": _RANGED,
    "money": _RANGED,
    "rate": _RANGED,
    "scale": {"type": "integer", "minimum": 1, "maximum": 5},
    "emotion": {"type": "integer", "minimum": -2, "maximum": 2},
    "date": _DATE,
    "places": _PLACES,
    "path": _PLACES,
    "yes": {"type": "boolean"},
}
"""The shape of a value by what it is."""


def report_schema() -> str:
    """JSON Schema 2020-12 of one report, as text that ends with a line end."""
    import json

    figures = {each.key: {"description": each.about, **each.shape} for each in FIGURES}
    root = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:blueprint-cli:report:1",
        "title": "What bp report tells of a blueprint",
        "description": "Durations are seconds, money is in the blueprint's currency. What the file"
        " does not say is null, or absent where figures go by lane, step or resource.",
        **fixed(blueprint=_BLUEPRINT, **figures, sections=listed(one_of("section"))),
        "$defs": _DEFINITIONS,
    }
    return json.dumps(root, indent=2, ensure_ascii=False) + "\n"


_BLUEPRINT = {
    "description": "What the report is about.",
    **fixed(
        id=TEXT,
        name=TEXT,
        state={"enum": ["current", "future"]},
        owner=or_null(TEXT),
        reviewed=or_null(_DATE),
        currency=or_null({"type": "string", "pattern": "^[A-Z]{3}$"}),
    ),
}
_SORT = {"description": "What a value is.", "enum": list(get_args(Sort))}
_SHAPES = list(SORTS.values())
_NULL = {"type": "null"}
_DEFINITIONS = {
    "range": {
        "description": "The least and the most; an end without limit is null.",
        "type": "array",
        "prefixItems": [_END, _END],
        "items": False,
        "minItems": 2,
    },
    "place": {
        "description": "An element of the blueprint.",
        **fixed(kind={"enum": list(get_args(PlaceKind))}, key=TEXT, name=TEXT),
    },
    "value": {
        "description": "What a figure is, by its sort; null where the file does not say it.",
        "anyOf": [*(shape for at, shape in enumerate(_SHAPES) if shape not in _SHAPES[:at]), _NULL],
    },
    "section": {
        "description": "A chapter of the report, for people to read.",
        **fixed(
            key=TEXT,
            title=TEXT,
            lead=listed(TEXT),
            facts=listed(one_of("fact")),
            tables=listed(one_of("table")),
            listings=listed(one_of("listing")),
            missing=listed(fixed(figure=TEXT, needs=TEXT)),
        ),
    },
    "fact": {
        "description": "A key figure, and what it is about.",
        **fixed(key=TEXT, title=TEXT, sort=_SORT, value=one_of("value"), about=_PLACES),
    },
    "table": {
        "description": "Rows of values by the keys of their columns.",
        **fixed(
            key=TEXT,
            title=TEXT,
            note=TEXT,
            columns=listed(fixed(key=TEXT, title=TEXT, sort=_SORT)),
            rows=listed({"type": "object", "additionalProperties": one_of("value")}),
        ),
    },
    "listing": {
        "description": "Sentences below their words.",
        **fixed(
            title=TEXT,
            about=_PLACES,
            entries=listed(fixed(term=TEXT, phrases=listed(TEXT))),
        ),
    },
}
