"""What a change means for the service: better, worse, visible to the customer, internal, words.

Better or worse is what moves a figure that has a direction. Of all else counts where it happens: on
the customer's side of the line of visibility, or across it, the customer notices.
"""

from collections.abc import Mapping
from typing import Any, Literal

from blueprint_cli.diff.parts import Part
from blueprint_cli.diff.versions import Version
from blueprint_cli.model import SETTLED

Effect = Literal["worse", "better", "visible", "internal", "editorial"]
EFFECTS: tuple[Effect, ...] = ("worse", "visible", "better", "internal", "editorial")
"""What matters most first."""

_LESS: Mapping[str, frozenset[str]] = {
    "action": frozenset({"time", "wait", "cost"}),
    "lane": frozenset({"cost_rate"}),
    "pain_point": frozenset({"severity", "frequency"}),
}
"""Figures that are better when they fall, by element."""
_MORE: Mapping[str, frozenset[str]] = {
    "action": frozenset({"tolerance"}),
    "step": frozenset({"emotion"}),
    "lane": frozenset({"capacity"}),
    "resource": frozenset({"capacity"}),
}
"""Figures that are better when they rise."""
_JUDGED = frozenset({"owner", "status", "causes", "importance", "moment_of_truth"})
"""What is said of the service by those who run it: no customer meets it, wherever it stands."""
_WORDS = frozenset({
    *("id", "name", "blueprint", "was", "note", "description", "scenario", "tags", "links"),
    *("sources", "quote", "thinks", "feels", "goals", "color", "details", "phase", "since"),
})  # fmt: skip
_BURDENS = frozenset({"pain_point", "fail_point"})


def of_presence(part: Part, version: Version, *, added: bool) -> Effect:
    """The effect of adding an element, or of removing it, in the version that has it."""
    if part.kind in _BURDENS:
        settled = getattr(part.record, "status", "") in SETTLED
        return "internal" if settled else "worse" if added else "better"
    return "visible" if version.seen(part) else "internal"


def of_field(old: Part, new: Part, word: str, versions: tuple[Version, Version]) -> Effect:
    """The effect of what happened to one key of an element."""
    before, after = (getattr(part.record, _attribute(part, word), None) for part in (old, new))
    way = _way((old, new), word, before, after)
    if way:
        return "better" if way > 0 else "worse"
    if word in _WORDS:
        return "editorial"
    if "x-" in word or word in _JUDGED or _is_figure(old, word, before, after):
        return "internal"
    return "visible" if versions[0].seen(old) or versions[1].seen(new) else "internal"


def _is_figure(part: Part, word: str, before: Any, after: Any) -> bool:  # noqa: ANN401 - any key's value
    """Whether a figure with a direction is known now, or no longer: the service is as it was."""
    directed = _LESS.get(part.kind, frozenset()) | _MORE.get(part.kind, frozenset())
    return word in directed and (before is None or after is None)


def _attribute(part: Part, word: str) -> str:
    known = part.record.keys.get(word)
    return known.name if known else ""


def _way(parts: tuple[Part, Part], word: str, before: Any, after: Any) -> int:  # noqa: ANN401 - any key's value
    """1 for better, -1 for worse, 0 where neither can be said."""
    kind = parts[0].kind
    if word in {"owner", "recovery"}:
        return bool(after) - bool(before)
    if word == "status" and kind == "pain_point":
        return (after in SETTLED) - (before in SETTLED)
    if word == "value":
        return _growth(before, after) * _upward(parts)
    if word in _LESS.get(kind, ()):
        return -_growth(before, after)
    return _growth(before, after) if word in _MORE.get(kind, ()) else 0


def _upward(metrics: tuple[Part, Part]) -> int:
    """1 where more is better in both versions, -1 where less is, 0 where they disagree."""
    one, other = (getattr(part.record, "better", "") for part in metrics)
    if one != other:
        return 0
    return -1 if one == "lower" else 1


def _growth(before: Any, after: Any) -> int:  # noqa: ANN401 - a number or a duration
    """The direction of a figure; 0 where one side is not known, or one end rose and one fell."""
    if before is None or after is None:
        return 0
    ends = [_sign(b - a) for a, b in zip(_ends(before), _ends(after), strict=True)]
    return 0 if {1, -1} <= {*ends} else max(ends, key=abs)


def _ends(figure: Any) -> tuple[float, float]:  # noqa: ANN401 - a number or a duration
    return getattr(figure, "least", figure), getattr(figure, "most", figure)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
