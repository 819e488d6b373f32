"""The images that a journey names -> data URIs, and what is wrong with them.

A spec may come from a stranger: an image counts only when it is a raster file that really lies below the spec's folder.
"""

import os
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path, PurePath

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import quoted
from mapgen.files.errors import FileError
from mapgen.files.image_header import MAX_IMAGE_PIXELS, DamagedImageError, ImageHeader, read_header
from mapgen.files.reading import read
from mapgen.model.journey import Image

MAX_IMAGE_SIZE = 5_000_000
"""The largest image, in bytes."""

MAX_PHOTO_SIZE = 1_000_000
"""The largest photo of a persona, in bytes: a page holds it in several places."""

MAX_IMAGES_SIZE = 50_000_000
"""The largest sum of the images of one spec, in bytes."""

MAX_IMAGES_PIXELS = 400_000_000
"""The largest sum of the images of one spec, in pixels: a program that draws a map may decode all of them at once."""

_HINT = "use a PNG, JPEG or WebP of at most 5 MB and 40 million pixels, in the folder of the spec or below"
_PHOTO_HINT = "use a PNG, JPEG or WebP of at most 1 MB and 40 million pixels, in the folder of the spec or below"
_HINT_FOR_ALL = "use smaller images, or remove some"
_NAMES = {"png": "PNG", "jpeg": "JPEG", "webp": "WebP"}
_KINDS = {
    ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp",
    **dict.fromkeys((".avif", ".bmp", ".gif", ".heic", ".svg", ".tif", ".tiff"), "other"),
}  # fmt: skip


class _TooMuchError(FileError):
    """An image is one too many of a spec."""


def read_images(
    folder: Path, images: Iterable[Image], photos: Iterable[Image] = ()
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Return data URIs by `src`, and a diagnostic for each image that cannot be shown. Photos may have fewer bytes."""
    pictures: dict[str, str] = {}
    found: list[Diagnostic] = []
    size = pixels = 0
    kinds = ((photos, MAX_PHOTO_SIZE, _PHOTO_HINT), (images, MAX_IMAGE_SIZE, _HINT))
    for image, limit, hint in ((image, limit, hint) for some, limit, hint in kinds for image in some):
        if image.src in pictures:
            continue
        try:
            data = _read(folder, image.src, "spec", limit)
            header = _header(image.src, data)
            size, pixels = size + len(data), pixels + header.width * header.height
            _check_sum(size, pixels)
            pictures[image.src] = _data_uri(header, data)
        except _TooMuchError as trouble:
            found.append(_diagnostic(image, str(trouble), _HINT_FOR_ALL))
        except FileError as trouble:
            found.append(_diagnostic(image, str(trouble), hint))
    return pictures, tuple(found)


def read_image(folder: Path, src: str, *, of: str, limit: int) -> str:
    """Return one image as a data URI; FileError says why it cannot be shown. `of` is what names it."""
    data = _read(folder, src, of, limit)
    return _data_uri(_header(src, data), data)


def _read(folder: Path, src: str, of: str, limit: int) -> bytes:
    try:
        top = os.path.realpath(folder)
        path = os.path.realpath(folder / src)
        outside = Path(src).is_absolute() or os.path.commonpath((top, path)) != top
    except ValueError as error:  # a NUL in the name; another drive
        message = "no file can have such a name"
        raise FileError(message) from error
    if outside:
        message = f"it is outside the folder of the {of}"
        raise FileError(message)
    return read(Path(path), limit=limit, follow=False)


def _check_sum(size: int, pixels: int) -> None:
    """Raise an error where the images of a spec so far are too much together."""
    if size > MAX_IMAGES_SIZE:
        message = f"together, the images of this spec exceed {MAX_IMAGES_SIZE // 1_000_000} MB"
        raise _TooMuchError(message)
    if pixels > MAX_IMAGES_PIXELS:
        message = f"together, the images of this spec exceed {MAX_IMAGES_PIXELS // 1_000_000} million pixels"
        raise _TooMuchError(message)


def _data_uri(header: ImageHeader, data: bytes) -> str:
    return f"data:image/{header.kind};base64,{b64encode(data).decode()}"


def _header(src: str, data: bytes) -> ImageHeader:
    """Return the header of an image that can be decoded; FileError says why it cannot."""
    try:
        header = read_header(data)
    except DamagedImageError as error:
        message = "the file is damaged or incomplete"
        raise FileError(message) from error
    if header is None:
        message = "it is not a PNG, JPEG or WebP"
        raise FileError(message)
    suffix = PurePath(src).suffix.lower()
    if _KINDS.get(suffix, header.kind) != header.kind:
        message = f"its name ends in `{suffix}`, and it is a {_NAMES[header.kind]}"
        raise FileError(message)
    if header.width * header.height > MAX_IMAGE_PIXELS:
        size = f"{header.width:,} x {header.height:,} pixels"
        message = f"it has {size}; the maximum is {MAX_IMAGE_PIXELS // 1_000_000} million"
        raise FileError(message)
    return header


def _diagnostic(image: Image, why: str, hint: str) -> Diagnostic:
    message = f"the image {quoted(image.src)} cannot be shown: {why}"
    return Diagnostic("unusable-image", message, hint=hint, pointer=image.pointer)
