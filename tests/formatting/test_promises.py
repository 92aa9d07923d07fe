"""Random blueprints in every handwriting: formatted with all promises kept, or refused with reason.

The texts come from seeds, so a failing seed is all that is needed to see its text again.
"""

import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from blueprint_cli.formatting import formatted
from blueprint_cli.parse import parse, read
from blueprint_cli.reading.nodes import Items, Pairs, Text
from blueprint_cli.source import Source
from tests.formatting.messy import rewritten, write
from tests.layout.blueprints import blueprints

sys.path.insert(0, str(Path(__file__).parent))
from test_formatting import as_ruamel_reads, keeps_its_promises

ROOT = Path(__file__).parents[2]
SEEDS = st.integers(0, 2**32)


@settings(max_examples=80, deadline=None)
@given(SEEDS, st.booleans())
def test_any_handwriting(seed, keep):
    text = write(seed, keep=keep)
    result = formatted(parse(Source("a.yaml", text)))
    assert result.doubt is None
    if result.text is None:  # a comma may have cut a text: that is the only reason here
        assert "BP007" in {problem.code for problem in result.problems}
    else:
        keeps_its_promises(text.removeprefix("\ufeff"), result.text)


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_another_reader_sees_the_same(seed):
    text = write(seed, tabs=False).removeprefix("\ufeff")
    result = formatted(parse(Source("a.yaml", text)))
    text += "" if text.endswith("\n") else "\n"
    try:
        before = as_ruamel_reads(text)
    except YAMLError:  # some of what libyaml takes is none for ruamel.yaml
        return
    if result.text is not None:
        assert as_ruamel_reads(result.text) == before


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.sampled_from(sorted((ROOT / "samples").glob("*.yaml"))))
def test_samples_in_any_handwriting(seed, sample):
    told = parse(Source("a.yaml", sample.read_text(encoding="utf-8")))
    text = rewritten(seed, plain(told.root))
    result = formatted(parse(Source("a.yaml", text)))
    assert result.text is not None, result
    keeps_its_promises(text, result.text)
    assert parse(Source("a.yaml", result.text)).blueprint == told.blueprint


def plain(node):
    match node:
        case Text():
            return node.value
        case Items():
            return [plain(item) for item in node.value]
        case Pairs():
            return {word.value: plain(value) for word, value in node.value}


@settings(max_examples=10, deadline=None)
@given(blueprints())
def test_blueprints_that_programs_write(text):
    result = formatted(parse(Source("a.yaml", text)))
    assert result.text is not None
    keeps_its_promises(text + "\n", result.text)
    assert as_ruamel_reads(text) == as_ruamel_reads(result.text)


@settings(max_examples=80, deadline=None)
@given(SEEDS, st.data())
def test_what_is_damaged_is_formatted_or_told(seed, data):
    text = write(seed)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    put = data.draw(st.text("-?:,[]{}#&*!|>'\"%@ \n\tab", max_size=5))
    damaged = text[:start] + put + text[end:]
    result = formatted(read(damaged.encode("utf-8", "surrogatepass"), "a.yaml"))
    assert result.doubt is None
    assert result.text is not None or any(
        problem.severity == "error" for problem in result.problems
    )
