"""What is told of versions: which way figures moved, and lines that fit the terminal."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.console import cells
from blueprint_cli.history.lines import lines
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Missing, Table
from blueprint_cli.report.sections.history import section
from blueprint_cli.report.versions import FIGURES, Figures, Version, moves
from blueprint_cli.reporters.marked import Ties
from blueprint_cli.reporters.plots.lines import lines_of

TIES = Ties("EUR", frozenset(), frozenset())
RANGES = st.one_of(
    st.none(),
    st.tuples(st.integers(0, 9000), st.integers(0, 9000)).map(lambda ends: Range(*sorted(ends))),
)
COUNTS = st.integers(0, 99)
PERHAPS = st.one_of(st.none(), COUNTS)
FIGURE_SETS = st.builds(
    Figures,
    steps=COUNTS,
    actions=COUNTS,
    severity_sum=PERHAPS,
    pain_weight=st.one_of(st.none(), st.integers(0, 5000).map(lambda tenths: tenths / 10)),
    work=RANGES,
    elapsed=RANGES,
    wait=RANGES,
    cost=RANGES,
    assumptions=PERHAPS,
    opportunities=PERHAPS,
    opportunities_done=PERHAPS,
    questions=COUNTS,
    currency=st.sampled_from(("EUR", "CHF", "")),
)
TEXTS = st.text(st.characters(exclude_categories=["C"], exclude_characters="\u2028\u2029"))


@st.composite
def histories(draw):
    """Versions, each compared with the nearest one before it that has figures."""
    found, before = [], None
    for number in range(draw(st.integers(1, 6))):
        figures = draw(st.one_of(st.none(), FIGURE_SETS))
        found.append(
            Version(
                commit=f"{number:08x}{0:032}",
                committed=datetime(2026, 3, number + 1, tzinfo=UTC),
                subject=draw(TEXTS),
                path="shop.yaml",
                was="",
                change="changed",
                errors=0 if figures else 2,
                figures=figures,
                moved=moves(before, figures) if before and figures else (),
            )
        )
        before = figures or before
    return tuple(found)


@given(FIGURE_SETS, FIGURE_SETS)
def test_back_again_is_the_opposite(before, after):
    opposite = {"more": "less", "less": "more", "": ""}
    turned = {"better": "worse", "worse": "better", "": ""}
    there, back = moves(before, after), moves(after, before)
    assert [each.figure for each in there] == [each.figure for each in back]
    assert [opposite[each.way] for each in there] == [each.way for each in back]
    assert [turned[each.effect] for each in there] == [each.effect for each in back]


@given(FIGURE_SETS)
def test_nothing_moved_where_nothing_differs(figures):
    assert moves(figures, figures) == ()


@given(FIGURE_SETS, FIGURE_SETS)
def test_only_what_both_tell_can_move(before, after):
    for each in moves(before, after):
        assert None not in {each.before, each.after}
        assert (each.before, each.after) == (before.value(each.figure), after.value(each.figure))


def test_ways_of_ranges():
    """Of 2..5: later at one end is more, at both ends too; wider at both ends is neither."""
    plain = Figures(1, 1, *[None] * 9, questions=0)
    (work,) = (each for each in FIGURES if each.key == "work")

    def way(*ends):
        found = moves(plain._replace(work=Range(2, 5)), plain._replace(work=Range(*ends)))
        return [(each.figure is work, each.way, each.effect) for each in found]

    assert way(2, 5) == []
    assert way(2, 6) == way(3, 5) == way(3, 9) == [(True, "more", "worse")]
    assert way(1, 5) == way(2, 4) == way(0, 1) == [(True, "less", "better")]
    assert way(1, 6) == way(3, 4) == [(True, "", "")]


@given(histories(), st.integers(60, 240))
def test_lines_fit_the_terminal(versions, width):
    text = lines(versions, width, color=False)
    assert all(cells(line) <= width for line in text.splitlines())
    assert text.count(versions[-1].short) == text.count("Commit ")


@given(histories())
def test_every_known_figure_is_told(versions):
    text = lines(versions, 80, color=False)
    for figure in FIGURES:
        known = any(each.figures and each.figures.value(figure) is not None for each in versions)
        assert (f" {figure.heading} " in text.replace("\n", " \n ")) == known


@given(histories())
def test_the_section_tells_each_version_once(versions):
    made = section(versions)
    (table,) = made.blocks
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == [each.short for each in versions]
    assert {len(row) for row in table.rows} == {len(table.columns)}
    read = sum(each.figures is not None for each in versions)
    if table.plot:
        assert read > 1
        assert len(table.plot.columns) > 1
        assert set(table.plot.columns) <= {column.key for column in table.columns}
    assert bool(made.missing) == (read < 2)


def test_no_version_makes_a_section_that_says_what_is_missing():
    made = section(())
    assert made.lead == ()
    assert made.blocks == ()
    assert made.missing == (
        Missing("how the blueprint moved", "two versions in git that can be read"),
    )


def test_what_is_not_committed_stands_behind_all_days():
    """Days 1, 2 and 5 of March lie 0, 1/4 and 1 of the way to where the last commit stands."""
    figures = Figures(1, 1, *[None] * 9, questions=0)
    dates = [datetime(2026, 3, day, tzinfo=UTC) for day in (1, 2, 5)]
    versions = [
        Version("c", when, "", "shop.yaml", "", "changed", 0, figures._replace(assumptions=count))
        for count, when in enumerate([*dates, None])
    ]
    assert spots(versions) == [("2%", 72), ("23.6%", 51), ("88.4%", 29), ("98%", 8)]
    same_day = [each._replace(committed=dates[0]) for each in versions]
    assert spots(same_day) == [("2%", 72), ("34%", 51), ("66%", 29), ("98%", 8)]


def spots(versions):
    """Where the line of assumptions has its points: 2 % to 98 % across, from the top in pixels."""
    (table,) = section(versions).blocks
    (line,) = lines_of(table, TIES).lines
    return [(each.x, each.y) for each in line.spots]
