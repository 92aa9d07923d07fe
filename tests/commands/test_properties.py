"""What holds for any text and any command line."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint_cli.cli import COMMANDS, run
from blueprint_cli.console import cells, visible
from blueprint_cli.listings import WIDTH, concise, full
from blueprint_cli.problems import NOT_YAML
from blueprint_cli.replacing import replace
from blueprint_cli.source import Source, Span

TEXT = st.text(st.characters() | st.sampled_from("\t\x1b\x9b\u202e\u2067\u0301接🙂\ufeff"))
BIDI = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
COMMAND_LINES = """
    blueprint -f -o - --format svg png dot jpg --scale 2 x -1 nan b.yaml a.yaml folder .
    --implied none --engine built-in --color never always --output-format json concise
    --fail-level info --stdin-filename a.yaml b.yaml missing.yaml folder . --help --version
    --traceback -- --nope out/ one.svg bp.toml
"""
WORDS = st.sampled_from(COMMAND_LINES.split())


def is_harmless(text: str) -> bool:
    return not any(
        unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(each) in BIDI
        for each in text
    )


@given(TEXT)
def test_nothing_that_is_shown_acts_on_the_terminal(text):
    assert is_harmless(visible(text))


@given(TEXT)
def test_harmless_texts_are_shown_as_they_are(text):
    plain = visible(text)
    assert visible(plain) == plain


@given(TEXT, st.integers(0, 300), st.integers(0, 300), TEXT)
def test_a_problem_is_shown_safely_and_not_too_wide(text, start, length, message):
    source = Source(text[:9], text)
    start = min(start, len(text))
    problem = NOT_YAML.at(source, Span(start, min(start + length, len(text))), message, message)
    assert is_harmless(concise(problem, color=False))
    lines = full(problem, color=False).split("\n")
    assert all(map(is_harmless, lines))
    assert cells(lines[1]) <= WIDTH + len("12345 | ") + 1


@given(st.text("ab接🙂\t\x1b", max_size=300), st.integers(0, 299))
def test_the_mark_stands_below_its_place(text, start):
    text = f"{text[:start]}X{text[start:]}"
    start = text.index("X")
    problem = NOT_YAML.at(Source("a", text), Span(start, start + 1), "")
    _, line, mark, *_ = full(problem, color=False).split("\n")
    assert cells(line[: line.index("X")]) == cells(mark[: mark.index("^")])


@given(
    command=st.sampled_from(COMMANDS).map(lambda each: each.name), rest=st.lists(WORDS, max_size=5)
)
@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_command_line_gives_an_answer(command, rest, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setenv("FORCE_COLOR", "")
    tmp_path.joinpath("a.yaml").write_text(
        "blueprint: A\nlanes: [{name: a, role: customer}]\nsteps: x"
    )
    tmp_path.joinpath("b.yaml").write_text("blueprint: [")
    tmp_path.joinpath("bp.toml").write_text("")
    tmp_path.joinpath("folder").mkdir(exist_ok=True)
    with tmp_path.joinpath("a.yaml").open() as piped:
        monkeypatch.setattr("sys.stdin", piped)
        status = run([command, *rest])
    assert status in {0, 1, 2}
    assert "has a bug" not in capsys.readouterr().err
    assert tmp_path.joinpath("a.yaml").read_text().startswith("blueprint: A")


@given(content=st.binary(max_size=2000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_a_file_is_replaced_by_exactly_what_is_given(tmp_path: Path, content):
    replace(str(tmp_path / "picture.svg"), content)
    assert tmp_path.joinpath("picture.svg").read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["picture.svg"]


@pytest.mark.parametrize("text", ["", "a" * 10_000_000])
def test_long_lines_are_shown_at_once(text):
    problem = NOT_YAML.at(Source("a", text), Span(len(text) // 2, len(text)), "long")
    assert len(full(problem, color=False)) < 1000
