"""Why a file cannot be drawn, as an exception for every layer that draws."""


class EngineError(Exception):
    """A file cannot be drawn; the text says why, `hint` what to do about it."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Take a message of one line."""
        super().__init__(message)
        self.hint = hint


class MissingEngineError(EngineError):
    """A program that a drawing can do without is not installed."""
