"""The one blueprint that a command is asked about, or its errors on standard error."""

from blueprint_cli import files, listings
from blueprint_cli.documents import errors_of, read
from blueprint_cli.problems import Trouble
from blueprint_cli.service import Service


def named_service(file: str, stdin_filename: str | None = None) -> Service | None:
    """The blueprint of this name; None where it has errors, which are told then.

    `Trouble` where it is not there, or where the name is that of a folder with several.
    """
    found = files.gather([file], stdin_filename)
    if len(found) != 1:
        raise Trouble(f"{file} is a folder of {len(found)} blueprints", "name one of them")
    document = read(found[0])
    errors = errors_of(document)
    if errors or document.blueprint is None or document.index is None:
        listings.report(errors)
        return None
    return Service(document.source, document.blueprint, document.index)
