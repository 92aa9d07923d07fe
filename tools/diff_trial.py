"""How well elements are recognised by likeness alone, over thresholds: a trial on real pairs.

A pair is two versions of a blueprint whose elements have ids. The ids say what is the same, and are
taken away before the two are matched. The pairs are the samples as they were in each commit
against the commit before; those of tests/diff/pairs/: reworded, moved, split, nearly alike but not
the same, in another language; and samples that have nothing to do with each other, in which
whatever is found is wrong. What kept its name and its place is left out: everybody finds it.

    python tools/diff_trial.py                   # prints the table, writes benchmarks/likeness.json
    python tools/diff_trial.py --output -        # prints the figures
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout is measured, installed or not

from blueprint_cli.diff.matching import ALIKE, matched  # noqa: E402 - found by the path above
from blueprint_cli.diff.parts import NOWHERE, Part, known, parts_of  # noqa: E402 - as above
from blueprint_cli.kinds import slug  # noqa: E402 - as above
from blueprint_cli.parse import read  # noqa: E402 - as above

PAIRS = ROOT / "tests" / "diff" / "pairs"
FIGURES = ROOT / "benchmarks" / "likeness.json"
THRESHOLDS = tuple(at / 100 for at in range(30, 100, 5))

UNRELATED = (
    ("hotel-full", "day-surgery"),
    ("appliances", "hotel-full"),
    ("day-surgery", "groceries"),
    ("groceries", "appliances"),
)
Parts = tuple[Part, ...]


class Trial(NamedTuple):
    """A pair of versions with its name."""

    name: str
    old: Parts
    new: Parts
    nothing_is_same: bool = False


def main() -> None:
    """Measure, print the table, write the figures."""
    parser = argparse.ArgumentParser(description="Measure how well likeness finds what is same.")
    parser.add_argument("--output", default=str(FIGURES), help="a file, or -")
    output = parser.parse_args().output
    text = json.dumps(measured(), indent=2, ensure_ascii=False) + "\n"
    if output == "-":
        print(text, end="")
    else:
        Path(output).write_text(text, encoding="utf-8")
        print(table(json.loads(text)), end="")


def measured() -> dict[str, Any]:
    """What was found right, found wrong and not found, at each threshold and in each trial."""
    found = [*made_by_hand(), *from_history(), *unrelated()]
    trials = [each for each in found if any(outcome(each, min(THRESHOLDS)).values())]
    return {
        "alike": ALIKE,
        "trials": [each.name for each in trials],
        "thresholds": [
            {"at": at, **{each.name: outcome(each, at) for each in trials}} for at in THRESHOLDS
        ],
    }


def made_by_hand() -> Iterator[Trial]:
    """The pairs of tests/diff/pairs/."""
    for old in sorted(PAIRS.glob("*.old.yaml")):
        new = old.with_name(old.name.replace(".old.", ".new."))
        yield Trial(old.name.partition(".")[0], _parts(old.read_bytes()), _parts(new.read_bytes()))


def from_history() -> Iterator[Trial]:
    """Each sample in each commit that changed it, against the commit before."""
    for path in sorted(ROOT.glob("samples/*.yaml")):
        name = f"samples/{path.name}"
        commits = _git("log", "--format=%h", "--", name).split()
        for commit, before in pairwise(commits):
            versions = [_git("show", f"{each}:{name}").encode() for each in (before, commit)]
            old, new = (_parts(each) for each in versions)
            if old and new:
                yield Trial(f"{path.stem} {before}..{commit}", old, new)


def unrelated() -> Iterator[Trial]:
    """Samples of one language about other things; ids that they share by chance are no truth."""
    for one, other in UNRELATED:
        old, new = (
            _parts((ROOT / "samples" / f"{each}.yaml").read_bytes()) for each in (one, other)
        )
        yield Trial(f"{one} against {other}", old, new, nothing_is_same=True)


def _git(*words: str) -> str:
    done = subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, check=True)
    return done.stdout.decode()


def _parts(content: bytes) -> Parts:
    """The parts of a version; none of one that has errors by the format of today."""
    document = read(content, "pair.yaml")
    if any(each.severity == "error" for each in document.problems):
        return ()
    return parts_of(*known(document))


def outcome(trial: Trial, least: float) -> dict[str, int]:
    """How many pairs are found right, found wrong, and missed."""
    true = {} if trial.nothing_is_same else dict(_truth(trial))
    found = matched(*(_without_ids(each) for each in (trial.old, trial.new)), least=least).to_new
    told = {here: there for here, there in found.items() if _known(trial, here, there)}
    homes = matched(trial.old, trial.new).to_new
    kept = {pair for pair in true.items() if not _plain(trial, homes, *pair)}
    given = {pair for pair in told.items() if pair not in true.items() or pair in kept}
    counts = Counter("right" if pair in kept else "wrong" for pair in given)
    return {"right": counts["right"], "wrong": counts["wrong"], "missed": len(kept - given)}


def _truth(trial: Trial) -> Iterator[tuple[int, int]]:
    ids = {(part.kind, part.written_id): at for at, part in enumerate(trial.new) if part.written_id}
    for at, part in enumerate(trial.old):
        if part.written_id and (part.kind, part.written_id) in ids and part.kind != "blueprint":
            yield at, ids[part.kind, part.written_id]


def _known(trial: Trial, here: int, there: int) -> bool:
    """Whether ids tell of both what they are."""
    one, other = trial.old[here], trial.new[there]
    return bool(one.written_id and other.written_id) and one.kind != "blueprint"


def _plain(trial: Trial, homes: Mapping[int, int], here: int, there: int) -> bool:
    """Whether a pair has the same name and the same place, so that nothing has to be guessed."""
    one, other = trial.old[here], trial.new[there]
    same_place = all(
        old == NOWHERE or homes.get(old) == new
        for old, new in ((one.owner, other.owner), (one.lane, other.lane))
    )
    return one.name == other.name and same_place


def _without_ids(parts: Sequence[Part]) -> list[Part]:
    return [_anonymous(part) if part.written_id else part for part in parts]


def _anonymous(part: Part) -> Part:
    if part.kind == "blueprint":
        return part
    values = {**vars(part.record), "id": slug(part.name), "implied_id": True, "was": ()}
    return part._replace(record=type(part.record).of(values))


def table(figures: dict[str, Any]) -> str:
    """Precision, recall and their harmonic mean by threshold, of all pairs together."""
    rows = [
        "| alike at least | right | wrong | missed | precision | recall | F1 |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in figures["thresholds"]:
        counts = [
            sum(row[name][word] for name in figures["trials"])
            for word in ("right", "wrong", "missed")
        ]
        at = f"**{row['at']:.0%}**" if row["at"] == figures["alike"] else f"{row['at']:.0%}"
        shares = " | ".join(f"{each:.0%}" for each in judged(*counts))
        rows.append(f"| {at} | {' | '.join(map(str, counts))} | {shares} |")
    return "\n".join(rows) + "\n"


def judged(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision, recall = right / (right + wrong or 1), right / (right + missed or 1)
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


if __name__ == "__main__":
    main()
