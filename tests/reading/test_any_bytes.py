"""Whatever a file holds, reading it gives an answer with places inside the text."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from blueprint_cli.parse import parse, read
from blueprint_cli.problems import MOST_PROBLEMS
from blueprint_cli.reading.compose import MOST_NODES
from blueprint_cli.source import Source
from blueprint_cli.workspace import LARGEST

sys.path.insert(0, str(Path(__file__).parent))
from dump import problem_line

ROOT = Path(__file__).parents[2]
REST = "\nblueprint: X\nlanes: {name: L, role: support}\nsteps: S\n"
LAUGHS = "".join(f"x-{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))
CHAIN = "".join(f"x-{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 500))

BAD = {
    "nothing": b"",
    "binary": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "UTF-16": "blueprint: X".encode("utf-16"),
    "UTF-16 without a mark": "blueprint: X".encode("utf-16-le"),
    "UTF-32": "blueprint: X".encode("utf-32"),
    "Latin-1": "blueprint: Café".encode("latin-1"),
    "a lone surrogate": "blueprint: \ud800".encode("utf-8", "surrogatepass"),
    "NUL": b"blueprint: \0",
    "escape": b"blueprint: \x1b[31mred",
    "C1 control": "blueprint: a\x85b".encode(),
    "escaped NUL": b'blueprint: "\\0"' + REST.encode(),
    "escaped bell": b'x-a: "\\a"' + REST.encode(),
    "escaped next line": b'x-a: "\\N"' + REST.encode(),
    "10,000 brackets": b"[" * 10_000,
    "1,000,000 brackets": b"[" * 1_000_000,
    "1,000,000 braces": b"{" * 1_000_000,
    "braces in keys": b"{a: " * 100_000,
    "dashes": b"- " * 1_000_000,
    "question marks": b"? " * 1_000_000,
    "deep lines": "\n".join(" " * depth + "a:" for depth in range(1000)).encode(),
    "billion laughs": f"x-0: &a0 [x, x]\n{LAUGHS}{REST}".encode(),
    "a chain of aliases": f"x-0: &a0 [x]\n{CHAIN}{REST}".encode(),
    "an alias of itself": b"blueprint: &a [*a]",
    "a merge of itself": b"blueprint: &a {<<: *a}",
    "too many values": b"[" + b"a," * (MOST_NODES + 1) + b"]",
    "too many in pairs": b"[" + b"{a: b}," * (MOST_NODES // 3 + 1) + b"]",
    "too long a text": b"blueprint: "
    + b"a" * 9_000_000
    + b"\nlanes: {name: L, role: support}\nsteps: S\n",
    "too large": b"#" * (LARGEST + 1),
    "50 MB": b"a: b\n" * 10_000_000,
}


def said(document):
    lines = [problem_line(problem) for problem in document.problems]
    assert document.index is None
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", BAD)
def test_bad_bytes_are_told_with_a_place(name, accept):
    path = Path(__file__).parent / "cases" / "bytes" / f"{name.replace(' ', '-')}.txt"
    came_out = said(read(BAD[name], "bad.yaml"))
    if accept:
        path.parent.mkdir(exist_ok=True)
        path.write_text(came_out, encoding="utf-8")
    assert came_out == path.read_text(encoding="utf-8")


def test_a_mark_and_other_line_ends_change_nothing():
    text = (
        "blueprint: Ä😀\nlanes: {name: L, role: support}\nsteps:\n  - S\n  - {name: T, tim: 5m}\n"
    )
    plain = read(text.encode(), "a.yaml")
    for other in ("\ufeff" + text, text.replace("\n", "\r\n"), text.replace("\n", "\r")):
        same = read(other.encode(), "a.yaml")
        assert same.blueprint == plain.blueprint
        assert said(same) == said(plain)


def test_a_file_full_of_mistakes_ends_with_one_word_for_the_rest():
    text = REST + "".join(f"k{number}: v\n" for number in range(2 * MOST_PROBLEMS))
    problems = parse(Source("a.yaml", text)).problems
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].code == "BP011"


MEASURED = """
import resource
from blueprint_cli.parse import read
read(b"[" + b"[]," * 3_000_000 + b"]", "a.yaml")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
def test_a_large_file_takes_no_more_memory_than_its_values_need():
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED], cwd=ROOT, capture_output=True, check=True
    )
    assert int(ran.stdout) < 500_000  # kilobytes


WORDS = st.sampled_from(
    ["blueprint", "lanes", "steps", "actions", "name", "role", "id", "needs", "triggers", "uses",
     "customer", "support", "x-a", "l", "s", "a.b", "s.l", "5m", "2m..1m", "1.5", "true", "~",
     "null", "2026-09-01", "#fff"]
)  # fmt: skip
MARKS = st.sampled_from(
    [": ", ":", "\n", "\n  ", "\n    ", "- ", "{", "}", "[", "]", ", ", "#", " # ", "&a ", "*a",
     "<<: *a", "!", "!t ", "|", ">-\n ", "'", '"', "\\", "%", "@", "`", "\t", "\r\n", "---\n",
     "...\n", "? ", "\u2028", "\u0085", "\ufeff", "\0", "😀", "é"]
)  # fmt: skip
PIECES = st.one_of(WORDS, MARKS, st.text(max_size=3))
YAMLISH = st.lists(PIECES, max_size=60).map("".join)


def assert_sound(document):
    length = len(document.source.text)
    for problem in document.problems:
        if problem.span:
            assert 0 <= problem.span.start <= problem.span.end <= length
        for related in problem.related:
            assert 0 <= related.span.start <= related.span.end <= length
        assert problem.message
        assert "\n" not in problem.message
    if document.index:
        assert document.blueprint
        assert_places_inside(document.blueprint, length)
    assert bool(document.index) == all(each.severity != "error" for each in document.problems)


def assert_places_inside(record, length):
    for span in (record.span, *record.places.values()):
        assert 0 <= span.start <= span.end <= length


@settings(max_examples=400, deadline=None)
@given(YAMLISH)
@example("\ufeff\ufeffblueprint: x")
@example("blueprint: \ud800")
def test_any_text_is_read(text):
    assert_sound(parse(Source("any.yaml", text)))


@settings(max_examples=300, deadline=None)
@given(YAMLISH)
def test_any_text_behind_a_blueprint_is_read(text):
    assert_sound(parse(Source("any.yaml", f"{REST}x-b: {text}")))
    assert_sound(parse(Source("any.yaml", f"{REST}note: {text}")))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read(content):
    assert_sound(read(content, "any.yaml"))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_broken_sample_is_read(data):
    text = SAMPLE
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    assert_sound(parse(Source("any.yaml", text[:start] + data.draw(YAMLISH) + text[end:])))


SAMPLE = (ROOT / "samples" / "hotel-full.yaml").read_text(encoding="utf-8")
