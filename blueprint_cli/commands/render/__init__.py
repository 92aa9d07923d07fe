"""`bp render`: blueprints as pictures."""

import sys
from collections.abc import Mapping

import typer

from blueprint_cli import console, files, listings, look_words
from blueprint_cli.commands.render import options
from blueprint_cli.config import is_scale, settings_for
from blueprint_cli.documents import errors_of, read
from blueprint_cli.dot import all_parts
from blueprint_cli.drawing import Drawing
from blueprint_cli.exporters import EXPORTERS
from blueprint_cli.forms import BINARY, Form
from blueprint_cli.lettering import undrawable
from blueprint_cli.opening import opened
from blueprint_cli.picture import png_scale
from blueprint_cli.problems import Trouble
from blueprint_cli.rendering import made
from blueprint_cli.rendering.levels import DEEPEST, addresses, with_details, written
from blueprint_cli.rendering.wish import Asked, Wish, form_asked, refuse_unfit, wish_for
from blueprint_cli.replacing import replace
from blueprint_cli.slicing import Slice
from blueprint_cli.targets import PICTURES, Target, targets

_SHOWN = 8  # characters that no font draws, and that the warning names


def render(
    paths: options.Paths,
    output: options.Output = None,
    picture_format: options.Format = None,
    lanes: options.Lanes = None,
    steps: options.Steps = None,
    tags: options.Tags = None,
    persona: options.Persona = None,
    focus: options.Focus = None,
    level: options.Level = 0,
    show: options.Show = None,
    hide: options.Hide = None,
    implied: options.ImpliedLinks = None,
    theme: options.ThemeName = None,
    lang: options.Lang = None,
    direction: options.Way = None,
    scale: options.Scale = None,
    engine: options.DrawnBy = None,
    page: options.Page = None,
    fit: options.Fit = None,
    landscape: options.Landscape = None,
    slides: options.SlidesOf = None,
    open_it: options.Open = False,
    stdin_filename: options.StdinFilename = None,
) -> None:
    """Draw blueprints as SVG, PNG, PDF, HTML, PPTX or DOT, or as a table.

    A blueprint with errors is not drawn; its errors are told as `bp lint` does, and the others are
    still drawn. A file is replaced whole or not at all. What a picture leaves out it says below its
    title.
    """
    if scale is not None and not is_scale(scale):
        raise Trouble(f"`--scale` cannot be {scale:g}", "it is a number from 0.1 to 20")
    if not 0 <= level <= DEEPEST:
        raise Trouble(f"`--level` cannot be {level}", f"it is a number from 0 to {DEEPEST}")
    asked = Asked(
        slice=Slice(tuple(lanes or ()), tuple(steps or ()), tuple(tags or ()), persona),
        focus=focus,
        show=None if show is None else look_words.parts(show),
        hide=None if hide is None else look_words.parts(hide),
        theme=theme,
        lang=lang,
        direction=direction,
        implied=implied,
        scale=scale,
        engine=engine,
        page=None if page is None else look_words.paper(page),
        fit=fit,
        turn=None if landscape is None else "landscape" if landscape else "portrait",
        slides=slides,
    )
    inputs = files.gather(paths, stdin_filename)
    if not inputs:
        raise Trouble(f"no blueprint in {', '.join(paths)}", "a blueprint has the key `blueprint`")
    usual = [form_asked(asked) or settings_for(each.path).settings.render_format for each in inputs]
    first = targets(inputs, output, picture_format, usual, PICTURES)
    found = with_details(first, level)
    if open_it and any(each.path is None for each in found):
        raise Trouble("`--open` needs a file to open", "name one: `-o picture.svg`")
    drawn = _all_drawn(found, asked, first)
    if open_it:
        for each in drawn:
            if each.path is not None and each in first:
                opened(each.path)
    if len(drawn) < len(found):
        raise typer.Exit(1)


def _all_drawn(
    found: list[Target[Form]], asked: Asked, first: list[Target[Form]]
) -> list[Target[Form]]:
    """The targets whose pictures were drawn; those of details are drawn whole."""
    _spare_the_terminal(found)
    wishes = [wish_for(asked, settings_for(each.input.path)) for each in found]
    for target, wish in zip(found, wishes, strict=True):
        refuse_unfit(asked, wish, target.form)
    jobs = [
        (target, wish if number < len(first) else wish.whole)
        for number, (target, wish) in enumerate(zip(found, wishes, strict=True))
    ]
    others = written(found)
    return [
        target
        for target, wish in console.tracked(jobs, len(jobs), "Drawing")
        if _drawn(target, wish, others)
    ]


def _drawn(target: Target[Form], wish: Wish, others: Mapping[str, Target[Form]]) -> bool:
    """Draw and write one picture; False, and nothing is written, where the blueprint has errors."""
    document = read(target.input)
    errors = errors_of(document)
    if errors or document.blueprint is None or document.index is None:
        listings.report(errors)
        return False
    linked = addresses(target, document.blueprint, document.index, others)
    result = made(document.blueprint, document.index, wish, linked)
    _warn(result.drawing, target, wish)
    picture = EXPORTERS[target.form](result, wish.output)
    if target.path is None:
        console.write(picture)
    else:
        replace(target.path, picture)
        console.say(f"wrote {target.path}")
    return True


def _spare_the_terminal(found: list[Target[Form]]) -> None:
    binary = any(each.path is None and each.form in BINARY for each in found)
    if binary and sys.stdout is not None and sys.stdout.isatty():
        raise Trouble("a terminal cannot show this picture", "name a file: `-o picture.png`")


def _warn(drawing: Drawing, target: Target[Form], wish: Wish) -> None:
    """Say what the picture cannot be as it should."""
    path = target.input.path
    if target.form in {"png", "pdf"}:
        _warn_of_undrawable(drawing, path)
    scale = wish.output.scale
    if target.form == "png" and (possible := png_scale(drawing, scale)) < scale:
        console.warn(f"{path}: drawn at scale {possible:g}, as large as a PNG can be")


def _warn_of_undrawable(drawing: Drawing, path: str) -> None:
    shapes, _ = all_parts(drawing)
    labels = (label for shape in shapes for label in shape.labels)
    missing = sorted(undrawable("".join(line for label in labels for line in label.lines)))
    if missing:
        shown = ", ".join(f"{each} (U+{ord(each):04X})" for each in missing[:_SHOWN])
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        console.warn(f"{path}: no font could draw {shown}{more}")
