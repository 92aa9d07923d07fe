"""A report as JSON, for programs: the figures that they build on, and all that is told."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.places import Place
from blueprint_cli.model import Blueprint
from blueprint_cli.report.content import Facts, Listing, Report, Section, Table
from blueprint_cli.report.figures import figures_of
from blueprint_cli.report.telling import spoken

Json = dict[str, object]
_PLACES = 9
"""So many places behind the sign: what lies beyond comes from reckoning in halves."""


def programs(analysis: Analysis, report: Report) -> str:
    """One object, as `bp schema report` describes it."""
    import json

    told = {
        "blueprint": _about(analysis.service.blueprint),
        **figures_of(analysis),
        "sections": [_section(each) for each in report.sections],
    }
    return json.dumps(plain(told), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _about(blueprint: Blueprint) -> Json:
    return {
        "id": blueprint.id,
        "name": blueprint.name,
        "state": blueprint.state,
        "owner": blueprint.owner,
        "reviewed": blueprint.reviewed,
        "currency": blueprint.currency,
    }


def _section(section: Section) -> Json:
    blocks = section.blocks
    return {
        "key": section.key,
        "title": section.title,
        "lead": [spoken(phrase) for phrase in section.lead],
        "facts": [each for block in blocks if isinstance(block, Facts) for each in _facts(block)],
        "tables": [_table(block) for block in blocks if isinstance(block, Table)],
        "listings": [_listing(block) for block in blocks if isinstance(block, Listing)],
        "missing": [{"figure": each.figure, "needs": each.needs} for each in section.missing],
    }


def _facts(facts: Facts) -> list[Json]:
    return [
        {
            "key": each.key,
            "title": each.title,
            "sort": each.sort,
            "value": each.value,
            "about": each.about,
        }
        for each in facts.facts
    ]


def _table(table: Table) -> Json:
    columns = [{"key": each.key, "title": each.title, "sort": each.sort} for each in table.columns]
    keys = [each.key for each in table.columns]
    return {
        "key": table.key,
        "title": table.title,
        "note": table.note,
        "columns": columns,
        "rows": [dict(zip(keys, row, strict=True)) for row in table.rows],
    }


def _listing(listing: Listing) -> Json:
    return {
        "title": listing.title,
        "about": listing.about,
        "entries": [
            {"term": each.term, "phrases": [spoken(phrase) for phrase in each.phrases]}
            for each in listing.entries
        ],
    }


def plain(value: object) -> object:
    """What JSON can hold: a range as a list of its ends, a figure without end as null."""
    if isinstance(value, float):
        return _number(value) if isfinite(value) else None
    if isinstance(value, Place):
        return {"kind": value.kind, "key": value.key, "name": value.name}
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _number(value: float) -> float:
    """A whole number without a sign for decimals."""
    rounded = round(value, _PLACES)
    return int(rounded) if rounded.is_integer() else rounded
