"""Where the quotes of a journey stand in the text files that their evidence names."""

from collections.abc import Mapping

from mapgen.record import record

SUFFIXES = (".txt", ".md", ".vtt", ".srt")
"""The names of text files that are searched for quotes end so; every other source is only named."""


@record
class QuoteSearch:
    """What a search for quotes found, by the pointers of the quotes; a quote that is in neither was not searched.

    `places` are file and line, "talks/maya.vtt:12". `missing` are the quotes that are in no file of their evidence;
    the value is the place of a text that differs in upper and lower case only, "" without one. `first_omitted` is the
    first quote that was not searched because there was too much to search already.
    """

    places: Mapping[str, str]
    missing: Mapping[str, str]
    first_omitted: str | None = None


def is_text_file(source: str) -> bool:
    """Return whether a source names a text file rather than an address or something outside the repository.

    >>> [is_text_file(source) for source in ("talks/maya.VTT", "https://example.com/a.txt", "Binder 4")]
    [True, False, False]
    """
    return source.lower().endswith(SUFFIXES) and "://" not in source
