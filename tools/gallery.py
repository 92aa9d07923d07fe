"""The gallery: every sample in every theme and both directions, and the page that leads to them."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path
from typing import NamedTuple

from blueprint_cli.config import settings_for
from blueprint_cli.diff.between import diff
from blueprint_cli.documents import errors_of, read
from blueprint_cli.exporters import EXPORTERS
from blueprint_cli.files import Input
from blueprint_cli.forms import ENDINGS, Form
from blueprint_cli.look import PLAIN, Direction
from blueprint_cli.marking import marked
from blueprint_cli.model import Blueprint
from blueprint_cli.picture import draw
from blueprint_cli.reading.references import Index
from blueprint_cli.rendering import made
from blueprint_cli.rendering.levels import addresses, written
from blueprint_cli.rendering.wish import Asked, wish_for
from blueprint_cli.targets import Target
from blueprint_cli.themes import THEMES

SAMPLES = Path("samples")
GALLERY = Path("docs", "gallery")
LANGUAGES = {"passport-de": "de"}
"""Languages that `auto` cannot tell from the letters."""
DIRECTIONS: dict[Direction, str] = {"lr": "steps across", "tb": "steps down"}
PAGES: dict[Form, str] = {"html": "one page to move about in", "table": "one page with a table"}
ALSO_PAGES = "hotel-full"
CHANGED = "burger.changes.svg"
PROCESSES = 2


class Variant(NamedTuple):
    """One of the pictures of a sample; `suffix` stands between its name and its ending."""

    direction: Direction
    theme: str

    @property
    def suffix(self) -> str:
        """What is not usual about it: `.tb.dark`."""
        unusual = (self.direction, "lr"), (self.theme, THEMES[0].name)
        return "".join(f".{word}" for word, usual in unusual if word != usual)


VARIANTS = [Variant(*each) for each in product(DIRECTIONS, (theme.name for theme in THEMES))]


def gallery(origin: str) -> Iterator[tuple[Path, str]]:
    """Every file of the gallery and its text, by paths from the project's folder, where we are.

    Two processes draw: a picture is made in the memory of one.
    """
    samples = sorted(SAMPLES.glob("*.yaml"))
    with ProcessPoolExecutor(PROCESSES) as pool:
        for drawn in pool.map(pictures_of, samples):
            yield from drawn
    yield GALLERY / CHANGED, changes("burger-v1.yaml", "burger-v2.yaml")
    yield GALLERY / "README.md", origin + page(samples)


def pictures_of(sample: Path) -> list[tuple[Path, str]]:
    """The files made from one sample."""
    forms: list[Form] = ["svg", *(PAGES if sample.stem == ALSO_PAGES else ())]
    jobs = [(variant, "svg") for variant in VARIANTS] + [(VARIANTS[0], form) for form in forms[1:]]
    return [(name(sample, variant, form), drawn(sample, variant, form)) for variant, form in jobs]


def changes(old: str, new: str) -> str:
    """Two samples in one marked picture, as `bp diff -f svg` makes it."""
    before, after = (read(Input(str(SAMPLES / each))) for each in (old, new))
    return draw(marked(diff(before, after), PLAIN).drawing, "svg").decode()


def name(sample: Path, variant: Variant, form: Form = "svg") -> Path:
    """Where a picture goes."""
    return GALLERY / f"{sample.stem}{variant.suffix}{ENDINGS[form]}"


def drawn(sample: Path, variant: Variant, form: Form) -> str:
    """A picture as `bp render` makes it, with links to the pictures of details."""
    blueprint, index = found(sample)
    asked = Asked(direction=variant.direction, theme=variant.theme, lang=LANGUAGES.get(sample.stem))
    targets = [
        Target(Input(str(each)), form, str(name(each, variant, form)))
        for each in sorted(SAMPLES.glob("*.yaml"))
        if form == "svg" or each.stem == ALSO_PAGES
    ]
    target = next(each for each in targets if each.input.path == str(sample))
    links = addresses(target, blueprint, index, written(targets))
    wish = wish_for(asked, settings_for(str(sample)))
    return EXPORTERS[form](made(blueprint, index, wish, links), wish.output).decode()


def found(sample: Path) -> tuple[Blueprint, Index]:
    """A sample's blueprint, which has no errors."""
    document = read(Input(str(sample)))
    if errors_of(document) or document.blueprint is None or document.index is None:
        raise SystemExit(f"{sample} has errors: bp lint tells them")
    return document.blueprint, document.index


# The page

HEAD = """\
# Gallery

Every file of [samples](../../samples), drawn by `bp render` in its own language, in each theme,
with its steps across the page and down it.
"""


def page(samples: list[Path]) -> str:
    """A picture of each sample, and links to all the others."""
    return "".join([HEAD, *(section(sample) for sample in samples), CHANGES])


CHANGES = f"""
## Two versions in one picture

burger-v1.yaml against burger-v2.yaml, drawn by `bp diff -f svg`: what is new, gone or moved.

[![The burger restaurant in both versions]({CHANGED})]({CHANGED})
"""


def section(sample: Path) -> str:
    """What a sample holds, what it looks like, and where its other pictures are."""
    blueprint, index = found(sample)
    usual = name(sample, VARIANTS[0]).name
    lines = [
        f"\n## {sample.name}\n",
        f"[{blueprint.name}](../../samples/{sample.name}): {counted(blueprint, index)}.\n",
        f"[![{blueprint.name}]({usual})]({usual})\n",
        *(f"- {said}: {links(sample, direction)}" for direction, said in DIRECTIONS.items()),
    ]
    if sample.stem == ALSO_PAGES:
        pages = (
            f"[{said}]({name(sample, VARIANTS[0], form).name})" for form, said in PAGES.items()
        )
        lines.append(f"- {', '.join(pages)}")
    return "\n".join(lines) + "\n"


def links(sample: Path, direction: Direction) -> str:
    """The pictures of one direction, by theme."""
    return ", ".join(
        f"[{variant.theme}]({name(sample, variant).name})"
        for variant in VARIANTS
        if variant.direction == direction
    )


def counted(blueprint: Blueprint, index: Index) -> str:
    """How large a blueprint is."""
    counts = [
        (len(blueprint.steps), "step"),
        (len(blueprint.lanes), "lane"),
        (len(index.actions), "action"),
        (len(index.links), "link"),
    ]
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts)
