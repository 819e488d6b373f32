"""The name of a thing that comes with mapgen -> its bytes: schemas, templates, languages, fonts.

A wheel carries `schemas/` and `templates/` in `_bundled`; in a checkout they stand beside the package. They are read
through the package's loader, so that mapgen also works from a zip. `importlib.resources` would do the same, and costs
each start 5 ms for the temporary files that it prepares for; it is used only where names have to be listed.
"""

import pkgutil

SCHEMA_FILE = "journey.schema.json"
"""The name of the schema, where it lies beside a spec."""

MODELINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"
"""The first line of a spec, which tells editors where the schema is."""

_FONT = "files/Inter[opsz,wght].ttf"


def schema() -> bytes:
    """Return the JSON Schema of the language."""
    return _data("schemas/journey.schema.json")


def library_schema() -> bytes:
    """Return the JSON Schema of libraries."""
    return _data("schemas/library.schema.json")


def theme_schema() -> bytes:
    """Return the JSON Schema of themes."""
    return _data("schemas/theme.schema.json")


def template(name: str) -> str:
    """Return the text of a template; `name` is its path below `templates/`. FileNotFoundError where there is none."""
    return _data(f"templates/{name}").decode()


def templates(folder: str) -> tuple[str, ...]:
    """Return the sorted names of the files in a folder below `templates/`; none where there is no such folder."""
    from importlib.resources import files

    package = files("mapgen")
    for top in (package / "_bundled", package / ".."):
        place = top / "templates" / folder
        if place.is_dir():
            return tuple(sorted(file.name for file in place.iterdir() if file.is_file()))
    return ()


def template_files() -> tuple[str, ...]:
    """Return where the templates of a checkout lie, where they may be edited; nothing where mapgen is installed."""
    from importlib.resources import files

    package = files("mapgen")
    top = package / ".." / "templates"
    if (package / "_bundled").is_dir() or not hasattr(top, "rglob"):
        return ()
    return tuple(sorted(str(file) for file in top.rglob("*") if file.is_file()))


def language(code: str) -> bytes:
    """Return the words of the map in a language ("en")."""
    return _packaged(f"words/languages/{code}.json")


def latin_font(weight: int) -> bytes:
    """Return the font for Latin, of weight 400 or 600."""
    return _packaged(f"_fonts/Inter-Latin-{weight}.ttf")


def font_characters() -> str:
    """Return all characters of the font of maps: ranges, one a line, first and last as hexadecimal numbers."""
    return _packaged("_fonts/characters.txt").decode()


def latin_font_files() -> tuple[str, ...]:
    """Return where the fonts for Latin lie on the disk, for engines that read them; in a zip no such file."""
    from importlib.resources import files

    return tuple(str(files("mapgen") / "_fonts" / f"Inter-Latin-{weight}.ttf") for weight in (400, 600))


def _packaged(path: str) -> bytes:
    data = pkgutil.get_data("mapgen", path)
    if data is None:
        raise FileNotFoundError(path)
    return data


def font() -> bytes:
    """Return the whole variable font in which maps are measured and drawn; ImportError where it is not installed."""
    data = pkgutil.get_data("fontpkg_inter", _FONT)
    if data is None:
        raise FileNotFoundError(_FONT)
    return data


def font_file() -> str:
    """Return where that font lies on the disk, for engines that read it themselves; in a zip no such file."""
    import fontpkg_inter

    return f"{fontpkg_inter.__path__[0]}/{_FONT}"


def _data(path: str) -> bytes:
    """Return a file of the wheel, else of the checkout."""
    for top in ("_bundled", ".."):
        try:
            data = pkgutil.get_data("mapgen", f"{top}/{path}")
        except OSError:
            continue
        if data is not None:
            return data
    raise FileNotFoundError(path)
