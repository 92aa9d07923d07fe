"""What every format writes keeps the format's rules: published schemas, and what readers do."""

import io
import json
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from blueprint_cli.console import visible
from blueprint_cli.lint_output import lint_output_schema
from blueprint_cli.listings import LISTINGS, Outcome
from blueprint_cli.listings.github import MOST
from blueprint_cli.listings.markdown import LONGEST
from blueprint_cli.listings.words import sentence, slashed
from blueprint_cli.problems import Fix, Problem, Related
from blueprint_cli.rules.every import RULES
from blueprint_cli.source import Edit, Source, Span
from tests.listings.nasty import MANY, NOTHING, OUTCOME

SCHEMAS = Path(__file__).parent / "schemas"
WRITE = {listing.name: listing.write for listing in LISTINGS}
SARIF = jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8")))
RDJSON, QUALITY = (
    jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{name}.json").read_text("utf-8")))
    for name in ("rdjson", "code-quality")
)
OWN = jsonschema.Draft202012Validator(json.loads(lint_output_schema()))
JUNIT = xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")

TEXTS = st.text(
    st.characters()
    | st.sampled_from("\r\n\t |`<&]>%:;,{}0[()@#\\\x00\x1b\u2028\ufeff\uffff🛎é\udce9"),
    max_size=12,
)
PATHS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="/\0")
    | st.sampled_from("\udce9 %"),
    min_size=1,
    max_size=12,
)
SPACES = re.compile(r"\s+")


@st.composite
def outcomes(draw):
    """Problems anywhere in any texts, with fixes and related places."""
    sources = [Source(f"{draw(PATHS)}{number}.yaml", draw(TEXTS)) for number in range(2)]
    return Outcome(
        draw(st.lists(problems(sources), max_size=4)), [each.path for each in sources], RULES[:3]
    )


@st.composite
def problems(draw, sources):
    source = draw(st.sampled_from(sources))
    rule = draw(st.sampled_from(RULES[:5]))
    return Problem(
        rule.code,
        rule.name,
        draw(st.sampled_from(["error", "warning", "info"])),
        draw(TEXTS) + "!",
        source,
        draw(st.none() | spans(source)),
        draw(st.none() | TEXTS),
        tuple(Related(each, draw(spans(each)), draw(TEXTS)) for each in sources),
        draw(st.none() | fixes(source)),
    )


@st.composite
def spans(draw, source):
    start = draw(st.integers(0, len(source.text)))
    return Span(start, draw(st.integers(start, len(source.text))))


@st.composite
def fixes(draw, source):
    ends = sorted(draw(st.lists(st.integers(0, len(source.text)), min_size=4, max_size=4)))
    edits = [Edit(Span(*pair), draw(TEXTS)) for pair in (ends[:2], ends[2:])]
    kept = tuple(edits[: draw(st.integers(0, 2))])
    return Fix(draw(TEXTS), draw(st.sampled_from(["safe", "unsafe", "display"])), kept)


def every(test):
    """The test with the nasty problems, with many, with none, and with whatever comes up."""
    known = [(each,) for each in (OUTCOME, MANY, NOTHING)]
    found = settings(deadline=None, max_examples=50)(given(outcomes())(test))

    def tested():
        for arguments in known:
            found.hypothesis.inner_test(*arguments)
        found()

    tested.__name__ = test.__name__
    return tested


@every
def test_json_and_jsonl_fit_our_schema(outcome):
    array = json.loads(WRITE["json"](outcome))
    lines = WRITE["jsonl"](outcome).splitlines()
    OWN.validate(array)
    assert [json.loads(line) for line in lines] == array
    assert len(array) == len(outcome.problems)


def test_our_schema_refuses_what_is_no_problem():
    jsonschema.Draft202012Validator.check_schema(OWN.schema)
    told = json.loads(WRITE["json"](OUTCOME))[0]
    for key in told:
        assert not OWN.is_valid([{name: told[name] for name in told if name != key}]), key
        assert not OWN.is_valid([told | {key: 1}]), key


@every
def test_sarif_fits_its_schema_and_its_fixes_mend(outcome):
    log = json.loads(WRITE["sarif"](outcome))
    SARIF.validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in outcome.rules]
    prints = [each["partialFingerprints"]["bpLint/v1"] for each in run["results"]]
    assert len(set(prints)) == len(prints)
    for problem, result in zip(outcome.problems, run["results"], strict=True):
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert unquote(uri, errors="surrogateescape") == slashed(problem.source.path)
        assert re.fullmatch(r"[\w.~/%-]+", uri, re.ASCII)
        assert "ruleIndex" not in result or rules[result["ruleIndex"]]["id"] == problem.code
        text = result["message"]["text"]
        assert not re.search(r"\]\(|(?<!\{)\{\d+\}(?!\})", text)
        if problem.span:
            assert cut(problem.source, place["region"]) == problem.span
        for fix in result.get("fixes", []):
            assert problem.fix.safety != "display"
            assert applied(problem.source, fix) == problem.source.edited(problem.fix.edits)


def cut(source: Source, region: dict[str, int]) -> Span:
    """The characters that a region means, counted as SARIF counts them."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", source.text)
    offsets = [sum(map(len, lines[:number])) for number in range(len(lines))]
    return Span(
        offsets[region["startLine"] - 1] + region["startColumn"] - 1,
        offsets[region["endLine"] - 1] + region["endColumn"] - 1,
    )


def applied(source: Source, fix) -> str:
    (change,) = fix["artifactChanges"]
    return source.edited(
        Edit(cut(source, each["deletedRegion"]), each["insertedContent"]["text"])
        for each in change["replacements"]
    )


@every
def test_sarif_related_places_are_told(outcome):
    (run,) = json.loads(WRITE["sarif"](outcome))["runs"]
    for problem, result in zip(outcome.problems, run["results"], strict=True):
        assert len(result.get("relatedLocations", [])) == len(problem.related)


@every
def test_code_quality_has_unique_fingerprints(outcome):
    told = json.loads(WRITE["gitlab"](outcome))
    QUALITY.validate(told)
    assert len({each["fingerprint"] for each in told}) == len(told) == len(outcome.problems)


@every
def test_junit_fits_its_schema(outcome):
    text = WRITE["junit"](outcome)
    JUNIT.validate(io.BytesIO(text.encode()))
    suites = ET.fromstring(text)  # noqa: S314 - our own output
    cases = suites.findall("testsuite/testcase")
    assert int(suites.attrib["tests"]) == len(cases)
    assert int(suites.attrib["failures"]) == len(suites.findall("*/*/failure"))
    assert len({(case.attrib["classname"], case.attrib["name"]) for case in cases}) == len(cases)
    assert len(suites) == len({*outcome.files, *(each.source.path for each in outcome.problems)})


@every
def test_rdjson_counts_bytes_and_its_suggestions_mend(outcome):
    told = json.loads(WRITE["rdjson"](outcome))
    RDJSON.validate(told)
    for problem, each in zip(outcome.problems, told["diagnostics"], strict=True):
        assert ("range" in each["location"]) == (problem.span is not None)
        if problem.span:
            before, inside, _ = in_bytes(problem.source, each["location"]["range"])
            assert (len(before), len(inside)) == (problem.span.start, len(inside))
            assert len(inside) == problem.span.end - problem.span.start
        for suggestion in each.get("suggestions", []):
            before, _, after = in_bytes(problem.source, suggestion["range"])
            mended = before + suggestion["text"] + after
            assert mended == problem.source.edited(problem.fix.edits)


def in_bytes(source: Source, place) -> tuple[str, str, str]:
    """The text before, in and after a range whose columns are bytes."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", source.text)
    encoded = [line.encode("utf-8", "surrogatepass") for line in lines]
    offsets = [
        sum(map(len, encoded[: each["line"] - 1])) + each["column"] - 1
        for each in (place["start"], place["end"])
    ]
    whole = b"".join(encoded)
    parts = whole[: offsets[0]], whole[slice(*offsets)], whole[offsets[1] :]
    return tuple(part.decode("utf-8", "surrogatepass") for part in parts)


@every
def test_github_reads_the_paths_and_texts_that_were_meant(outcome):
    lines = WRITE["github"](outcome).split("\n")[:-1]
    if not outcome.problems:
        assert lines == []
        return
    *commands, last = map(as_the_runner_reads, lines)
    assert last[:2] == ("notice", {"title": "bp lint"})
    assert len(commands) == min(len(outcome.problems), MOST)
    ranks = ["error", "warning", "notice"]
    assert sorted(commands, key=lambda each: ranks.index(each[0])) == commands
    known = {(slashed(each.source.path), sentence(each)) for each in outcome.problems}
    for _, properties, text in commands:
        assert (properties["file"], text.partition("\n")[0]) in known
        assert ("col" in properties) == (properties.get("line") == properties.get("endLine", ""))


def as_the_runner_reads(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command, taken apart in the way and order in which GitHub's runner does."""
    assert line.startswith("::")
    end = line.index("::", 2)
    name, _, listed = line[2:end].partition(" ")
    pairs = (pair.split("=", 1) for pair in listed.strip().split(",") if pair)
    properties = {key: unescaped(value, "\r\n:,%") for key, value in pairs}
    return name, properties, unescaped(line[end + 2 :], "\r\n%")


def unescaped(text: str, characters: str) -> str:
    for each in characters:
        text = text.replace(f"%{ord(each):02X}", each)
    return text


@every
def test_markdown_shows_the_very_texts_and_nothing_of_them_works(outcome):
    text = WRITE["markdown"](outcome)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    cells = [
        shown(tokens[place + 1])
        for place, token in enumerate(tokens)
        if token.type in {"td_open", "heading_open"}
    ]
    by_path = {}
    for each in outcome.problems:
        by_path.setdefault(each.source.path, []).append(each)
    expected = []
    for path, found in by_path.items():
        expected.append(visible(slashed(path)))
        for each in found:
            place = each.source.position(each.span.start) if each.span else None
            expected += [
                f"{place.line}:{place.column}" if place else "file",
                f"{each.severity} `{each.code}`",
                sentence(each),
            ]
    assert [squeezed(cell) for cell in cells] == [squeezed(each) for each in expected]


def shown(inline) -> str:
    """What stands there where it is shown, code in back quotes."""
    assert {each.type for each in inline.children} <= {"text", "code_inline", "text_special"}
    return "".join(
        f"`{each.content}`" if each.type == "code_inline" else each.content
        for each in inline.children
    )


def squeezed(text: str) -> str:
    return SPACES.sub(" ", text.replace("\u200b", "")).strip()


def test_markdown_fits_into_a_comment():
    outcome = OUTCOME._replace(problems=[*OUTCOME.problems] * 400)
    text = WRITE["markdown"](outcome)
    assert len(text) < LONGEST + 500
    rows = len(re.findall(r"^\| (?:file|\d)", text, re.MULTILINE))
    left_out = re.search(r"^There is no room for ([\d,]+) more\.$", text, re.MULTILINE)
    assert rows + int(left_out[1].replace(",", "")) == len(outcome.problems)


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_the_same_input_gives_the_same_bytes(listing):
    assert listing.write(OUTCOME) == listing.write(OUTCOME)
    assert listing.write(OUTCOME).isascii() or listing.name not in {"json", "jsonl", "sarif"}


def test_sarif_of_all_rules_fits():
    SARIF.validate(json.loads(WRITE["sarif"](Outcome((), (), RULES))))
