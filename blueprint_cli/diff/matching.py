"""Which element of one version is which of the other: by id, by earlier ids, else by likeness.

Where an element stands in its list never decides. Lanes and steps are matched first, since what
they are called and hold helps to tell actions apart; then actions, wherever they went; then what
elements carry, and links, which are the same where they join the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import attrgetter
from typing import NamedTuple

from blueprint_cli.diff.likeness import folded, words_of
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.diff.scoring import Score, Scores, is_pair

ALIKE = 0.5
"""Two elements that are less alike are not the same.

Of the thresholds that tools/diff_trial.py tries, precision and recall together are best here (their
harmonic mean, F1); what it found is in benchmarks/likeness.json.
"""
MANY = 60_000
"""So many pairs at most are compared one by one; of more, first those of one name or one place."""


class Same(NamedTuple):
    """Why two parts are the same: `why` in words, and how much they are `alike`, 1 at most."""

    why: str
    alike: float


class Matches(NamedTuple):
    """The pairs of numbers of parts that are the same, from the old side and from the new one."""

    to_new: Mapping[int, int]
    to_old: Mapping[int, int]
    reasons: Mapping[int, Same]
    """By the number of the old part."""


_FIRST = ("lane", "step", "resource", "persona", "action")
"""What is matched first, in this order, since it helps to tell the rest apart."""


def matched(
    old: Sequence[Part], new: Sequence[Part], *, renames: bool = True, least: float = ALIKE
) -> Matches:
    """All pairs; without `renames` only what has the same id, or the same name, is the same.

    What no id tells is the same where it is so much alike at `least`.
    """
    matching = _Matching(old, new, renames=renames, least=least)
    matching.run()
    to_old = {there: here for here, there in matching.pairs.items()}
    return Matches(matching.pairs, to_old, matching.reasons)


class _Matching:
    """The pairs while they are found."""

    def __init__(
        self, old: Sequence[Part], new: Sequence[Part], *, renames: bool, least: float
    ) -> None:
        self.old, self.new, self.renames, self.least = old, new, renames, least
        self.pairs: dict[int, int] = {}
        self.taken: set[int] = set()
        self.reasons: dict[int, Same] = {}
        self.scores = Scores(old, new, self.pairs)
        self.old_kinds, self.new_kinds = _kinds(old), _kinds(new)

    def run(self) -> None:
        """From the whole to its parts."""
        self.pair(0, 0, Same("the blueprint itself", 1.0))
        both = self.old_kinds.keys() & self.new_kinds.keys()
        carried = both - {*_FIRST, "blueprint", "link"}
        for kind in (*(each for each in _FIRST if each in both), *sorted(carried)):
            self.match(self.old_kinds[kind], self.new_kinds[kind], self.scores.of(kind))
        if "link" in both:
            self.match_links(self.old_kinds["link"], self.new_kinds["link"])

    def pair(self, here: int, there: int, same: Same) -> None:
        """Take two parts for the same."""
        self.pairs[here] = there
        self.taken.add(there)
        self.reasons[here] = same

    def match(self, old: list[int], new: list[int], score: Score) -> None:
        """Pair the parts of a kind: by id, by earlier ids, then the most alike first."""
        for pairs in self.by_ids(old, new), self.unmoved(old, new):
            for here, there, same in pairs:
                if here not in self.pairs and there not in self.taken:
                    self.pair(here, there, same)
        for candidates in self.candidates(*self.free(old, new)):
            for _, alike, here, there in sorted(self.alike(candidates, score)):
                if here not in self.pairs and there not in self.taken:
                    self.pair(here, there, Same(f"{alike:.0%} alike", alike))

    def free(self, old: Sequence[int], new: Sequence[int]) -> tuple[list[int], list[int]]:
        """Those of two lists that have no pair yet."""
        return (
            [at for at in old if at not in self.pairs],
            [at for at in new if at not in self.taken],
        )

    def unmoved(self, old: list[int], new: list[int]) -> Iterator[tuple[int, int, Same]]:
        """Pairs of one name in one place: nothing can be more alike, so nothing is compared.

        Lanes and steps of one name are told apart by what is done there.
        """
        old, new = self.free(old, new)
        mine: dict[object, list[int]] = defaultdict(list)
        theirs: dict[object, list[int]] = defaultdict(list)
        for here in old:
            part = self.old[here]
            if part.kind not in {"lane", "step"}:
                mine[part.slot, folded(part.name), self.home(here)].append(here)
        for there in new:
            part = self.new[there]
            theirs[part.slot, folded(part.name), (part.owner, part.lane)].append(there)
        found = [
            (here + there, here, there)
            for place in mine.keys() & theirs.keys()
            for here, there in product(mine[place], theirs[place])
        ]
        for _, here, there in sorted(found):
            yield here, there, Same("same name, same place", 1.0)

    def home(self, here: int) -> tuple[int | None, int | None]:
        """The step and lane, or the owner, of an old part by their numbers in the new version."""
        return self.now(self.old[here].owner), self.now(self.old[here].lane)

    def now(self, here: int) -> int | None:
        """The number in the new version of what holds a part, None where it is gone."""
        return NOWHERE if here == NOWHERE else self.pairs.get(here)

    def alike(
        self, candidates: Iterable[tuple[int, int]], score: Score
    ) -> Iterator[tuple[tuple[float, int], float, int, int]]:
        """Pairs that may be the same, with what sorts them the same either way round."""
        for here, there in candidates:
            if here in self.pairs or there in self.taken or self.apart(here, there):
                continue
            if (alike := score(here, there)) >= self.least:
                yield (-alike, here + there), alike, here, there

    def by_ids(self, old: list[int], new: list[int]) -> Iterator[tuple[int, int, Same]]:
        """Pairs that the files themselves name: by written ids, earlier ids, then implied ids."""
        written, any_id = attrgetter("written_id"), attrgetter("id")
        mine, theirs = _by(self.old, old, written), _by(self.new, new, written)
        yield from self.called_alike("both have the id '{}'", (mine, theirs))
        ids, other_ids = _by(self.old, old, any_id), _by(self.new, new, any_id)
        if self.renames:
            before, after = _only(_by_earlier(self.old, old), _by_earlier(self.new, new))
            yield from self.called_alike("it was '{}' before", (ids, after), (before, other_ids))
        yield from self.called_alike("both are called '{}'", (mine, other_ids), (ids, theirs))

    def called_alike(
        self, why: str, *tables: tuple[Mapping[str, Sequence[int]], Mapping[str, Sequence[int]]]
    ) -> Iterator[tuple[int, int, Same]]:
        """The pairs for each word: the only two, or those that stand in the same element."""
        found = [
            (here + there, here, there, word)
            for mine, theirs in tables
            for word in mine.keys() & theirs.keys()
            for here, there in _same_home(self, *self.free(mine[word], theirs[word]))
        ]
        for _, here, there, word in sorted(found):
            yield here, there, Same(why.format(word), 1.0)

    def candidates(self, old: list[int], new: list[int]) -> Iterator[Iterable[tuple[int, int]]]:
        """Pairs that may be alike, all at once; of too many, the likeliest first."""
        if len(old) * len(new) > MANY:
            yield _sharing(
                ((folded(self.old[at].name), at) for at in old),
                ((folded(self.new[at].name), at) for at in new),
            )
            yield _sharing(
                ((self.home(at), at) for at in old),
                (((self.new[at].owner, self.new[at].lane), at) for at in new),
            )
            old, new = self.free(old, new)
        if len(old) * len(new) <= MANY:
            yield product(old, new)
        else:
            yield _sharing(
                ((word, at) for at in old for word in words_of(self.old[at].name)),
                ((word, at) for at in new for word in words_of(self.new[at].name)),
            )

    def apart(self, here: int, there: int) -> bool:
        """Whether two cannot be the same: other written ids, or other names without renames."""
        one, other = self.old[here], self.new[there]
        if self.renames and not (one.written_id and other.written_id):
            return False  # by their ids they would be matched already, if they were equal
        return folded(one.name) != folded(other.name)

    def match_links(self, old: list[int], new: list[int]) -> None:
        """Links are the same where they join the same actions in the same way.

        Of several that do, those are that say the same; then the first are the first.
        """
        for exact in (True, False):
            free: dict[object, list[int]] = defaultdict(list)
            for there in self.free(old, new)[1]:
                part = self.new[there]
                said = _said(part) if exact else ()
                free[part.slot, part.owner, part.end, part.outside, said].append(there)
            for here in self.free(old, new)[0]:
                part = self.old[here]
                said = _said(part) if exact else ()
                ends = self.now(part.owner), self.now(part.end)
                if found := free.get((part.slot, *ends, part.outside, said)):
                    self.pair(here, found.pop(0), Same("it joins the same", 1.0))


def _said(link: Part) -> tuple[object, ...]:
    """What a link says besides what it joins."""
    return tuple(getattr(link.record, word) for word in ("name", "when", "share"))


def _same_home(
    matching: _Matching, mine: Sequence[int], theirs: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of equal ids; where an id is unique only in its home, those of the same home."""
    if len(mine) == len(theirs) == 1:
        yield mine[0], theirs[0]
        return
    for here, there in product(mine, theirs):
        if is_pair(matching.pairs, matching.old[here].owner, matching.new[there].owner):
            yield here, there


def _sharing(
    old: Iterable[tuple[object, int]], new: Iterable[tuple[object, int]]
) -> set[tuple[int, int]]:
    """Pairs of what has the same mark; a mark that too many have tells nothing."""
    mine: dict[object, list[int]] = defaultdict(list)
    theirs: dict[object, list[int]] = defaultdict(list)
    for marks, found in (old, mine), (new, theirs):
        for mark, at in marks:
            found[mark].append(at)
    return {
        pair
        for mark in mine.keys() & theirs.keys()
        if len(mine[mark]) * len(theirs[mark]) <= MANY
        for pair in product(mine[mark], theirs[mark])
    }


def _kinds(parts: Sequence[Part]) -> dict[str, list[int]]:
    """The numbers of the parts of each kind."""
    found: dict[str, list[int]] = {}
    for at, part in enumerate(parts):
        found.setdefault(part.kind, []).append(at)
    return found


def _by(
    parts: Sequence[Part], numbers: Iterable[int], word_of: Callable[[Part], str]
) -> dict[str, list[int]]:
    """Parts by their word, but for those that have none."""
    found: dict[str, list[int]] = {}
    for at in numbers:
        if word := word_of(parts[at]):
            found.setdefault(word, []).append(at)
    return found


def _by_earlier(parts: Sequence[Part], numbers: Iterable[int]) -> dict[str, list[int]]:
    """Parts by each id that they had before."""
    found: dict[str, list[int]] = {}
    for at in numbers:
        for word in parts[at].was:
            found.setdefault(word, []).append(at)
    return found


def _only(
    old: dict[str, list[int]], new: dict[str, list[int]]
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """What only one of two tables has: an earlier id that both versions tell is no news."""
    return (
        {word: found for word, found in old.items() if word not in new},
        {word: found for word, found in new.items() if word not in old},
    )
