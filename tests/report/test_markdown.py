"""Markdown: what is written, and that a forge shows the very texts and obeys none of them."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.report.content import Facts, Table
from blueprint_cli.report.telling import told
from blueprint_cli.reporters.markdown import LONGEST, brief, markdown
from blueprint_cli.reporting import Choice, report_for
from tests.report.nasty import NASTY, analysis_of, nasty_blueprint
from tests.report.sample import REPORT

HERE = Path(__file__).parent
GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BLOCKS = {
    "heading",
    "paragraph",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "bullet_list",
    "list_item",
}
INSIDE = {"text", "code_inline", "text_special", "strong_open", "strong_close"}
CALLS = re.compile(r"[@#:~%](?=\w|//)|[!$&^](?=\d)|\bwww\.|\bGH-\d")
SPACES = re.compile("[ \\t-\\r\\x1c-\\x1f\\x85\\u2028\\u2029]+")


@pytest.mark.parametrize("form", [markdown, brief], ids=["whole", "brief"])
def test_as_it_is_written(form, accept):
    expected = HERE / "cases" / f"{form.__name__}.md"
    came_out = form(REPORT, "hotel.svg")
    if accept:
        expected.write_text(came_out, encoding="utf-8")
    assert came_out == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_a_forge_shows_every_text_as_it_is_and_obeys_none(text):
    analysis = analysis_of(nasty_blueprint(text))
    for choice in (Choice(), Choice(lane="desk")):
        report = report_for(analysis, choice)
        tokens = GFM.parse(markdown(report))
        assert_inert(tokens)
        assert cells(tokens) == [squeezed(each) for each in expected_cells(report)]
        assert squeezed(shown(tokens[1])) == squeezed(report.title)
        assert_inert(GFM.parse(brief(report)))


def assert_inert(tokens):
    """Only what we write ourselves is an element, and no text calls or links."""
    assert {re.sub("_(open|close)$", "", each.type) for each in tokens} <= {*BLOCKS, "inline"}
    for token in tokens:
        for each in token.children or ():
            assert each.type in INSIDE, each
        plain = "".join(each.content for each in token.children or () if each.type != "code_inline")
        assert not CALLS.search(plain), plain


def shown(token) -> str:
    return "".join(each.content for each in token.children)


def cells(tokens) -> list[str]:
    """The texts of all tables, but for the heads, and without keys that tell names apart."""
    found = []
    for place, token in enumerate(tokens):
        if token.type == "td_open":
            parts = tokens[place + 1].children
            found.append("".join(each.content for each in parts if each.type != "code_inline"))
    return [squeezed(re.sub(r" \(\)(?=$|, | → )", "", each)) for each in found]


def expected_cells(report):
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Facts):
                about = any(fact.about for fact in block.facts)
                for fact in block.facts:
                    yield fact.title
                    yield told(fact.sort, fact.value, report.currency)
                    if about:
                        yield told("places", fact.about)
            elif isinstance(block, Table):
                for row in block.rows:
                    for column, value in zip(block.columns, row, strict=True):
                        yield told(column.sort, value, report.currency)


def squeezed(text: str) -> str:
    return SPACES.sub(" ", text.replace("\u200b", "")).strip(" ")


def test_brief_has_room_in_a_comment():
    rows = REPORT.sections[0].blocks[1].rows * 1000
    table = REPORT.sections[0].blocks[1]._replace(rows=rows)
    long = tuple(REPORT.sections[0]._replace(blocks=(table,)) for _ in range(12))
    for report in (
        REPORT._replace(sections=long),
        REPORT._replace(title="<b>" * 30_000),
        REPORT._replace(sections=(REPORT.sections[0]._replace(lead=(("|" * 60_000,),) * 2),) * 2),
    ):
        text = brief(report)
        assert len(text) < 65_536
        assert text.count("\n") <= 110
        assert "Hotel" in text or "\\<b>" in text
    assert LONGEST < 65_536


def test_a_picture_is_shown_where_there_is_one():
    inline = next(
        each for each in GFM.parse(markdown(REPORT, "a%20b/hotel.svg")) if "![" in each.content
    )
    (image,) = inline.children
    assert (image.type, image.attrs["src"]) == ("image", "a%20b/hotel.svg")
    assert image.content == ENGLISH.picture
    assert "![" not in markdown(REPORT)
