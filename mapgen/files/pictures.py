"""The images that a journey names -> data URIs, and what is wrong with them.

A spec may come from a stranger: an image counts only when it is a raster file that really lies below the spec's folder.
"""

import os
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import quoted
from mapgen.files.reading import read
from mapgen.files.trouble import FileTroubleError
from mapgen.model.journey import Image

IMAGE_SIZE = 5_000_000
"""The largest image, in bytes."""

ALL_SIZE = 50_000_000
"""The largest sum of the images of one spec, in bytes."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


def read_pictures(folder: Path, images: Iterable[Image]) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Return data URIs by `src`, and a diagnostic for each image that cannot be shown."""
    pictures: dict[str, str] = {}
    found: list[Diagnostic] = []
    size = 0
    for image in images:
        if image.src in pictures:
            continue
        try:
            data = _read(folder, image.src, "spec", IMAGE_SIZE)
            size += len(data)
            pictures[image.src] = _data_uri(data, size)
        except FileTroubleError as trouble:
            found.append(_diagnostic(image, str(trouble)))
    return pictures, tuple(found)


def read_picture(folder: Path, src: str, *, of: str, limit: int) -> str:
    """Return one image as a data URI; FileTroubleError says why it cannot be shown. `of` is what names it."""
    return _data_uri(_read(folder, src, of, limit), 0)


def _read(folder: Path, src: str, of: str, limit: int) -> bytes:
    try:
        top = os.path.realpath(folder)
        path = os.path.realpath(folder / src)
        outside = Path(src).is_absolute() or os.path.commonpath((top, path)) != top
    except ValueError as error:  # a NUL in the name; another drive
        message = "no file can have such a name"
        raise FileTroubleError(message) from error
    if outside:
        message = f"it does not lie below the folder of the {of}"
        raise FileTroubleError(message)
    return read(Path(path), limit=limit, follow=False)


def _data_uri(data: bytes, size: int) -> str:
    kind = _kind(data)
    if kind is None:
        message = "it is no PNG, JPEG or WebP"
        raise FileTroubleError(message)
    if size > ALL_SIZE:
        message = f"with it, the images of this spec are larger than {ALL_SIZE // 1_000_000} MB"
        raise FileTroubleError(message)
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def _kind(data: bytes) -> str | None:
    """Return the kind of a raster image, judged by its first bytes; its name may lie."""
    if data.startswith(_PNG):
        return "png"
    if data.startswith(_JPEG):
        return "jpeg"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def _diagnostic(image: Image, why: str) -> Diagnostic:
    return Diagnostic(
        "unusable-image",
        f"the image {quoted(image.src)} cannot be shown: {why}",
        hint="name a PNG, JPEG or WebP of at most 5 MB that lies in the folder of the spec or below",
        pointer=f"{image.pointer}/src",
    )
