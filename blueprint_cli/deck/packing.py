"""The file of a deck without the time at which it was made."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def repacked(file: bytes) -> bytes:
    """The same parts in the same order, all of the earliest day that a ZIP can tell."""
    packed = BytesIO()
    with ZipFile(BytesIO(file)) as before, ZipFile(packed, "w", ZIP_DEFLATED) as after:
        for each in before.infolist():
            part = ZipInfo(each.filename)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0  # else it would tell the system it was made on
            after.writestr(part, before.read(each))
    return packed.getvalue()
