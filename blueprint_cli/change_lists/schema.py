"""What `bp diff -f json` prints, as a JSON Schema that programs can be built on."""

from typing import get_args

from blueprint_cli.comparing.only import ELEMENTS
from blueprint_cli.diff.changes import ChangeKind
from blueprint_cli.diff.effects import EFFECTS
from blueprint_cli.report.shapes import COUNT, TEXT, Schema, fixed, listed, one_of, or_null


def diff_schema() -> str:
    """JSON Schema 2020-12 of one comparison, as text that ends with a line end."""
    import json

    root = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:blueprint-cli:diff:1",
        "title": "What bp diff tells of two versions",
        "description": "`old` and `new` are null where several files are compared.",
        **fixed(
            old=or_null(TEXT), new=or_null(TEXT), changes=listed(one_of("change")), summary=_SUMMARY
        ),
        "$defs": {"change": _CHANGE, "place": _PLACE, "position": _POSITION},
    }
    return json.dumps(root, indent=2, ensure_ascii=False) + "\n"


def _said(shape: Schema, description: str) -> Schema:
    return {"description": description, **shape}


_POSITION: Schema = _said(
    fixed(line={"type": "integer", "minimum": 1}, column={"type": "integer", "minimum": 1}),
    "Both count from 1, columns in characters.",
)
_PLACE: Schema = _said(
    fixed(path=TEXT, start=one_of("position"), end=one_of("position")),
    "Where it stands; the end is behind the last character.",
)
_CHANGE: Schema = _said(
    fixed(
        kind={"enum": list(get_args(ChangeKind))},
        element={"enum": list(ELEMENTS)},
        path=_said(TEXT, "In the new file, or in the old one for what is removed."),
        field=_said(or_null(TEXT), "The key that changed; null for the element as a whole."),
        before=_said(
            or_null(TEXT), "The text as written, null where nothing is; of what moved, its path."
        ),
        after=_said(or_null(TEXT), "As `before`, in the new file."),
        effect={"enum": list(EFFECTS)},
        message=TEXT,
        old_place=or_null(one_of("place")),
        new_place=or_null(one_of("place")),
    ),
    "One change, of one element.",
)
_FILE: Schema = fixed(
    old=_said(TEXT, "The old version by what it is called: a path, or `REV:path`."),
    new=TEXT,
    state={"enum": ["compared", "added", "removed", "unreadable"]},
    changes=_said(or_null(COUNT), "Null where only the lines can be compared, or one side is."),
    left_out=_said(COUNT, "Changes that `--only` leaves out."),
    only_layout=_said({"type": "boolean"}, "Only comments or layout differ."),
)
_SUMMARY: Schema = fixed(
    changes=COUNT, effects=fixed(**dict.fromkeys(EFFECTS, COUNT)), files=listed(_FILE)
)
