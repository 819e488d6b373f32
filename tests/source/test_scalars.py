import pytest

from mapgen.source.scalars import Refused, resolve


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "off", "y", "2024-01-01", "2024-13-45", "1:30", "190:20:30", "1_000"]
)
def test_what_only_yaml_1_1_knows_is_text(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize("text", ["0b11", "+0x1", "1e", ".", "-", "+", "1.2.3", "=", "-.", "e3", "0o8", "0xg", "٣"])
def test_what_only_looks_like_a_number_is_text(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("-7", -7), ("+7", 7), ("0777", 777), ("0o17", 15), ("0xFf", 255), ("9" * 30, int("9" * 30))],
)
def test_whole_numbers(text: str, value: int) -> None:
    resolved = resolve(text)

    assert resolved == value
    assert isinstance(resolved, int)


@pytest.mark.parametrize(("text", "value"), [("1.", 1.0), (".5", 0.5), ("-1.5e3", -1500.0), ("1E2", 100.0)])
def test_numbers_with_a_point_or_an_exponent(text: str, value: float) -> None:
    resolved = resolve(text)

    assert resolved == value
    assert isinstance(resolved, float)


@pytest.mark.parametrize("text", ["true", "True", "TRUE"])
def test_true(text: str) -> None:
    assert resolve(text) is True


@pytest.mark.parametrize("text", ["false", "False", "FALSE"])
def test_false(text: str) -> None:
    assert resolve(text) is False


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (".inf", "infinite"),
        ("-.INF", "infinite"),
        (".NaN", "not a number"),
        ("1e400", "too large for a number"),
        ("9" * 400, "too long for a number"),
        ("9" * 5000, "too long for a number"),
        ("0x" + "f" * 10_000, "too long for a number"),
    ],
)
def test_numbers_that_no_map_can_show_are_refused(text: str, reason: str) -> None:
    assert resolve(text) == Refused(reason)
