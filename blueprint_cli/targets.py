"""Where files go: for each blueprint a form and a path, and nothing that would be lost."""

import os
from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple

from blueprint_cli.files import Input
from blueprint_cli.forms import ENDINGS, F, Form, told_by
from blueprint_cli.problems import Trouble


class Target(NamedTuple, Generic[F]):
    """One file to make, or a folder of them: `path` is None for standard output."""

    input: Input
    form: F
    path: str | None


class Product(NamedTuple, Generic[F]):
    """What is made: its name for one and for several, and how the files of each form end.

    `endings` tell the form of a path; `added` come behind the name of a blueprint. Forms in
    `printed` go to standard output where no path is given; those in `folders` are folders, unless
    the path has an ending.
    """

    one: str
    several: str
    endings: Mapping[F, str]
    added: Mapping[F, str]
    printed: frozenset[F] = frozenset()
    folders: frozenset[F] = frozenset()


PICTURES: Product[Form] = Product("picture", "pictures", ENDINGS, ENDINGS)


def targets(
    inputs: list[Input],
    output: str | None,
    wished: F | None,
    usual: Sequence[F],
    product: Product[F],
) -> list[Target[F]]:
    """A target for each input, or `Trouble` where two would meet or an input would be overwritten.

    `output` is the path of the command line: a file, a folder, `-`, or None for beside each
    blueprint. `usual` holds the form that the settings say for each input.
    """
    if output == "":
        raise Trouble(
            "the output has an empty name", "leave out `--output` to write beside the file"
        )
    pairs = [(each, wished or other) for each, other in zip(inputs, usual, strict=True)]
    several = len(inputs) > 1 or any(each.folder is not None for each in inputs)
    if output is None:
        found = [_beside(each, form, product) for each, form in pairs]
    elif output == "-":
        found = [Target(each, form, None) for each, form in pairs]
    elif several or _is_folder(output, wished, product):
        _refuse_file(output, inputs, product)
        found = [
            Target(each, form, os.path.join(output, _name(each, form, product)))
            for each, form in pairs
        ]
    else:
        told = wished or told_by_ending(output, product.endings, product.one)
        found = [Target(inputs[0], told or usual[0], output)]
    refuse_meeting(found, product)
    return found


def _beside(each: Input, chosen: F, product: Product[F]) -> Target[F]:
    if each.piped is not None or chosen in product.printed:
        return Target(each, chosen, None)
    return Target(each, chosen, os.path.splitext(each.path)[0] + product.added[chosen])


def _is_folder(output: str, wished: F | None, product: Product[F]) -> bool:
    if output.endswith(("/", os.sep)) or os.path.isdir(output):
        return True
    return wished in product.folders and not os.path.splitext(output)[1]


def _name(each: Input, chosen: F, product: Product[F]) -> str:
    """The file's path below the output's folder, as the blueprint's below its own."""
    path = "stdin" if each.path == "<stdin>" else each.path
    start = each.folder if each.folder is not None else os.path.dirname(path) or "."
    return os.path.splitext(os.path.relpath(path, start))[0] + product.added[chosen]


def told_by_ending(path: str, endings: Mapping[F, str], one: str) -> F | None:
    """The form of a file by its ending; None only where it has none. `one` is what is written."""
    form = told_by(path, endings)
    ending = os.path.splitext(path)[1]
    if form is None and ending:
        hint = f"end it in {', '.join(endings.values())}, or give `--format`"
        raise Trouble(f"{path}: no {one} ends in `{ending.lower()}`", hint)
    return form


def _refuse_file(output: str, inputs: list[Input], product: Product[F]) -> None:
    if os.path.lexists(output) and not os.path.isdir(output):
        hint = f"name a folder for {len(inputs)} {product.several}"
        raise Trouble(f"{output} is no folder", hint)


def refuse_meeting(found: Sequence[Target[F]], product: Product[F]) -> None:
    """`Trouble` where two would be written to one file, or one would overwrite a blueprint."""
    taken: dict[str, str] = {}
    for each in found:
        if each.path is None and len(found) > 1:
            raise Trouble(
                f"only one {product.one} fits on standard output",
                f"name a folder: `-o {product.several}/`",
            )
        if each.path is not None:
            other = taken.setdefault(os.path.realpath(each.path), each.input.path)
            if other != each.input.path:
                both = f"{other} and {each.input.path}"
                raise Trouble(f"{both} would both go to {each.path}", "make them one by one")
    for each in found:
        if each.input.piped is None and os.path.realpath(each.input.path) in taken:
            ending = next(iter(product.endings.values()))
            raise Trouble(
                f"the {product.one} would overwrite the blueprint {each.input.path}",
                f"name another file: `-o {product.one}{ending}`",
            )
