"""Colors as hex texts with six digits -> mixtures and luminance."""

_BRIGHTER = 1.25


def mixed(color: str, other: str, share: float) -> str:
    """Return a color with a share of another in it, from 0 to 1."""
    parts = (round(a + (b - a) * share) for a, b in zip(_parts(color), _parts(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def is_gray(color: str) -> bool:
    """Return whether a color has no hue."""
    return len(set(_parts(color))) == 1


def luminance(color: str) -> float:
    """Return the relative luminance as WCAG defines it, from 0, black, to 1, white."""
    red, green, blue = (_linear(part / 255) for part in _parts(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - as in sRGB


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def brightened(color: str) -> str:
    """Return a color a quarter brighter, of the same hue, so that it stays clear where little of it is on paper.

    >>> brightened("#047857"), brightened("#e02010"), brightened("#555555")
    ('#05966d', '#ff2412', '#555555')
    """
    parts = _parts(color)
    factor = 1.0 if is_gray(color) else min(_BRIGHTER, 255 / max(parts))
    return "#" + "".join(f"{round(part * factor):02x}" for part in parts)
