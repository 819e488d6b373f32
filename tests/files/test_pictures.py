"""An image is known by its header before anything decodes it: what is too large, damaged or misnamed is reported."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from mapgen.files.image_header import MAX_IMAGE_PIXELS, DamagedImageError, ImageHeader, read_header
from mapgen.files.images import MAX_IMAGES_PIXELS, MAX_PHOTO_SIZE, read_images
from mapgen.model.journey import Image
from tests.files.images import jpeg, png, webp

KINDS: dict[str, tuple[str, Callable[[int, int], bytes]]] = {
    "png": ("a.png", png),
    "jpeg": ("a.jpg", jpeg),
    "webp": ("a.webp", webp),
    "webp lossless": ("a.webp", lambda width, height: webp(width, height, b"VP8L")),
    "webp extended": ("a.webp", lambda width, height: webp(width, height, b"VP8X")),
}
EACH = pytest.mark.parametrize(("name", "made"), KINDS.values(), ids=KINDS)


def told(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    pictures, found = read_images(folder, [Image(name, "A", pointer="/stages/0/touchpoints/0/images/0/src")])

    assert bool(pictures) != bool(found)
    assert all(one.pointer == "/stages/0/touchpoints/0/images/0/src" for one in found)
    return found[0].message if found else ""


@EACH
def test_the_header_says_how_large_an_image_is(name: str, made: Callable[[int, int], bytes], tmp_path: Path) -> None:
    header = read_header(made(300, 20))

    assert header == ImageHeader({"jpg": "jpeg"}.get(name[2:], name[2:]), 300, 20)
    assert told(tmp_path, name, made(300, 20)) == ""
    assert told(tmp_path, name, made(MAX_IMAGE_PIXELS // 10_000, 10_000)) == ""


@EACH
def test_an_image_of_too_many_pixels_is_reported(name: str, made: Callable[[int, int], bytes], tmp_path: Path) -> None:
    data = made(MAX_IMAGE_PIXELS // 10_000 + 1, 10_000)

    assert told(tmp_path, name, data).endswith("it has 4,001 x 10,000 pixels; the maximum is 40 million")


def test_images_of_too_many_pixels_together_are_reported_from_the_first_that_exceeds_the_sum(tmp_path: Path) -> None:
    most = MAX_IMAGES_PIXELS // MAX_IMAGE_PIXELS
    images = [Image(f"{index}.png", "A", "/images") for index in range(most + 1)]
    for image in images:
        (tmp_path / image.src).write_bytes(png(MAX_IMAGE_PIXELS // 10_000, 10_000))

    pictures, found = read_images(tmp_path, [*images, images[0]])

    assert len(pictures) == most
    assert [one.message for one in found] == [
        f'the image "{most}.png" cannot be shown: together, the images of this spec exceed 400 million pixels'
    ]


@EACH
def test_an_image_that_is_cut_off_anywhere_is_reported(
    name: str, made: Callable[[int, int], bytes], tmp_path: Path
) -> None:
    data = made(3, 2)
    messages = {told(tmp_path, name, data[:length]).partition(": ")[2] for length in range(len(data))}

    assert messages == {"it is not a PNG, JPEG or WebP", "the file is damaged or incomplete"}


@EACH
def test_no_byte_can_be_changed_so_that_reading_fails(name: str, made: Callable[[int, int], bytes]) -> None:
    del name
    data = made(3, 2)
    for place in range(len(data)):
        for value in (0, 1, 0x7F, 0xFF):
            with suppress(DamagedImageError):
                read_header(data[:place] + bytes((value,)) + data[place + 1 :])


def test_a_png_whose_checksum_is_wrong_is_reported(tmp_path: Path) -> None:
    data = bytearray(png(3, 2))
    data[20] ^= 1

    assert "damaged" in told(tmp_path, "a.png", bytes(data))


@pytest.mark.parametrize("size", [(0, 1), (1, 0)])
def test_an_image_without_pixels_is_reported(size: tuple[int, int], tmp_path: Path) -> None:
    assert "damaged" in told(tmp_path, "a.png", png(*size))
    assert "damaged" in told(tmp_path, "a.jpg", jpeg(*size))


def test_a_name_that_says_another_kind_is_reported(tmp_path: Path) -> None:
    assert told(tmp_path, "a.jpg", png()).endswith("its name ends in `.jpg`, and it is a PNG")
    assert told(tmp_path, "a.GIF", png()).endswith("its name ends in `.gif`, and it is a PNG")
    assert told(tmp_path, "a.webp", jpeg()).endswith("its name ends in `.webp`, and it is a JPEG")
    assert told(tmp_path, "a.JPEG", jpeg()) == ""
    assert told(tmp_path, "photo", png()) == ""


def test_a_large_part_of_an_image_counts_whatever_its_header_says(tmp_path: Path) -> None:
    inner = webp(16_000, 16_000)[12:]
    outer = webp(1, 1, b"VP8X")[12:] + inner
    data = b"RIFF" + (len(outer) + 4).to_bytes(4, "little") + b"WEBP" + outer

    assert "16,000 x 16,000 pixels" in told(tmp_path, "a.webp", data)


def test_a_photo_has_a_limit_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(30, 20) + bytes(MAX_PHOTO_SIZE))
    image = Image("a.png", "Maya", "/personas/0/photo")

    pictures, found = read_images(tmp_path, [], [image])

    assert not pictures
    assert [(one.message, one.pointer) for one in found] == [
        ('the image "a.png" cannot be shown: it is larger than 1 MB', "/personas/0/photo")
    ]


def test_a_photo_outside_of_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "a.png").write_bytes(png(30, 20))
    (tmp_path / "maps/b.png").symlink_to(tmp_path / "a.png")

    pictures, found = read_images(tmp_path / "maps", [], [Image("b.png", "Maya", "/personas/0/photo")])

    assert not pictures
    assert [one.message for one in found] == ['the image "b.png" cannot be shown: it is outside the folder of the spec']
