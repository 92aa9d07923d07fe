"""What can be set: every setting with its values, its default and the sentence that tells of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, get_args

from blueprint_cli.forms import Direction, Form, Part
from blueprint_cli.problems import Severity

Orientation = Literal["auto", "landscape", "portrait"]
Slides = Literal["one", "phases"]
Implied = Literal["auto", "none"]
Engine = Literal["built-in", "system"]
FailLevel = Literal["error", "warning", "info"]
Report = Literal[
    "auto",
    "full",
    "concise",
    "json",
    "jsonl",
    "github",
    "gitlab",
    "junit",
    "sarif",
    "rdjson",
    "markdown",
]

Flag = Literal[True, False]


class Rank(NamedTuple):
    """What holds for the files that a pattern means, in the words of the settings."""

    pattern: str
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}


def _about(meaning: str, choices: object = None) -> dict[str, Any]:
    return {"meaning": meaning, "choices": get_args(choices)}


def _ruled(meaning: str, kind: str) -> dict[str, Any]:
    """A setting about rules, which `rule_words.py` reads."""
    return {"meaning": meaning, "choices": (), "kind": kind, "reader": "rule_words"}


def _drawn(meaning: str, kind: str) -> dict[str, Any]:
    """A setting about the look of pictures, which `look_words.py` reads."""
    return {"meaning": meaning, "choices": (), "kind": kind, "reader": "look_words"}


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings: `render_format` is the key `format` of the table `[render]`, and so on."""

    render_format: Form = field(
        default="svg",
        metadata=_about("A picture's format where neither `--format` nor the output tells.", Form),
    )
    render_scale: float = field(
        default=1.0, metadata=_about("Size of a PNG: 2 gives twice as many pixels each way.")
    )
    render_implied: Implied = field(
        default="auto",
        metadata=_about("Whether a blueprint without links gets its reading order drawn.", Implied),
    )
    render_engine: Engine = field(
        default="built-in",
        metadata=_about("Who draws: bp's own Graphviz, or the one that is installed.", Engine),
    )
    render_theme: str = field(
        default="light",
        metadata=_drawn("The colours of pictures.", "theme"),
    )
    render_lang: str = field(
        default="auto",
        metadata=_drawn("The language of the words that a picture adds.", "language"),
    )
    render_direction: Direction = field(
        default="lr",
        metadata=_about("Steps as columns (`lr`) or as rows (`tb`).", Direction),
    )
    render_show: frozenset[Part] | None = field(
        default=None,
        metadata=_drawn("All that is drawn besides lanes, steps and cards.", "parts"),
    )
    render_hide: frozenset[Part] | None = field(
        default=None, metadata=_drawn("What is not drawn.", "parts")
    )
    render_page: str | None = field(
        default=None, metadata=_drawn("The paper over whose pages a PDF is spread.", "paper")
    )
    render_fit: bool = field(
        default=False,
        metadata=_about("Whether a PDF's picture is made so small that it fits a page.", Flag),
    )
    render_orientation: Orientation = field(
        default="auto",
        metadata=_about("How the paper lies; `auto` takes what needs fewer pages.", Orientation),
    )
    render_slides: Slides = field(
        default="one",
        metadata=_about("One slide of the whole (`one`), or one of each phase.", Slides),
    )
    lint_fail_level: FailLevel = field(
        default="warning",
        metadata=_about("The lowest severity that makes `bp lint` exit with 1.", FailLevel),
    )
    lint_output_format: Report = field(
        default="auto", metadata=_about("How `bp lint` prints what it finds.", Report)
    )
    lint_min_severity: FailLevel = field(
        default="info", metadata=_about("The lowest severity that is told at all.", FailLevel)
    )
    lint_preview: bool = field(
        default=False, metadata=_about("Whether rules take part that may still change.", Flag)
    )
    lint_select: tuple[str, ...] | None = field(
        default=None, metadata=_ruled("The rules that judge, instead of the usual ones.", "words")
    )
    lint_extend_select: tuple[str, ...] = field(
        default=(), metadata=_ruled("Rules that judge besides these.", "words")
    )
    lint_ignore: tuple[str, ...] = field(
        default=(), metadata=_ruled("Rules that do not judge.", "words")
    )
    lint_severity: Mapping[str, Severity] = field(
        default_factory=dict, metadata=_ruled("Other severities, by rule.", "severities")
    )
    lint_rules: Mapping[str, Mapping[str, object]] = field(
        default_factory=dict, metadata=_ruled("What can be set of a rule, by rule.", "rules")
    )
    lint_files: tuple[Rank, ...] = field(
        default=(), metadata=_ruled("What holds for some files, by pattern.", "files")
    )
