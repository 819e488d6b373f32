"""Explanations of the YAML syntax errors."""

from mapgen.diagnostics.codes.explanation import Explanation

SYNTAX = (
    Explanation(
        code="tab-indent",
        summary="A line is indented with a tab.",
        why="The width of a tab depends on the editor, so YAML allows only spaces for indentation.",
        bad="title: Morning coffee\nstages:\n\t- name: Arrive\n",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="bad-indent",
        summary="A line is indented to a column that matches no line above it.",
        why="Indentation defines what belongs together; all keys of one item start in the same column.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
   goal: A coffee
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: A coffee
""",
    ),
    Explanation(
        code="unclosed-quote",
        summary="Quoted text is not closed on its line.",
        why="Everything up to the next quote would become part of the text.",
        bad="""\
title: "Morning coffee
stages:
  - name: Arrive
""",
        good="""\
title: "Morning coffee"
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="text-after-quote",
        summary="There is text after a closing quote.",
        why="Quoted text ends at the next quote of the same kind; double or escape a quote inside it.",
        bad="""\
title: 'Maya's coffee'
stages:
  - name: Arrive
""",
        good="""\
title: "Maya's coffee"
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="unclosed-bracket",
        summary="A bracket is not closed.",
        why="Everything after it would become part of the list.",
        bad="""\
title: Morning coffee
goals:
  customer: [A coffee, A seat
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
goals:
  customer: [A coffee, A seat]
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="unopened-bracket",
        summary="A closing bracket without an opening one.",
        why="Remove it, replace it with the matching kind, or quote the text that it is part of.",
        bad="""\
title: Morning coffee
goals:
  customer: [A coffee]]
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
goals:
  customer: [A coffee]
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="list-marker",
        summary="A list item starts with a bullet, a number or another sign instead of a dash.",
        why="In YAML, each item of a list starts with a dash and a space. An item that starts with `1.` or `•` is text,"
        " and `*` starts an alias.",
        bad="""\
title: Morning coffee
stages:
  * name: Arrive
  * name: Order
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
  - name: Order
""",
    ),
    Explanation(
        code="missing-comma",
        summary="Missing comma between two items in brackets.",
        why="Items in brackets are separated by commas.",
        bad="""\
title: Morning coffee
owners:
  - {id: bar name: The bar}
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
owners:
  - {id: bar, name: The bar}
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="colon-in-text",
        summary="Unquoted text contains a colon followed by a space.",
        why="YAML reads the part before the colon as a key.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: Now: or never
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: "Now: or never"
""",
    ),
    Explanation(
        code="missing-colon",
        summary="A key without a colon, or without a space after its colon.",
        why="A key is followed by a colon and a space, or by a colon at the end of the line.",
        bad="""\
title: Morning coffee
stages
  - name: Arrive
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="lookalike-sign",
        summary="A character looks like one of YAML or of a number, but is read as text.",
        why="A full-width colon does not end a key, an ideographic comma does not separate items, curly quotes do not"
        " quote text, and a minus sign from a word processor is not part of a number. The spec would silently mean"
        " something other than it seems to.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints: [“Comes in, and waits”, Orders]
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints: ["Comes in, and waits", Orders]
""",
    ),
    Explanation(
        code="special-character",
        summary="Unquoted text starts with a character that has a meaning in YAML, such as @ or >.",
        why="Quote the text.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: @home
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: "@home"
""",
    ),
    Explanation(
        code="bad-escape",
        summary="An invalid escape sequence in double-quoted text.",
        why="In double quotes, a backslash starts an escape sequence; in single quotes, it is a plain backslash.",
        bad=r"""title: Morning coffee
stages:
  - name: Arrive
    goal: "C:\queue"
""",
        good=r"""title: Morning coffee
stages:
  - name: Arrive
    goal: 'C:\queue'
""",
    ),
    Explanation(
        code="syntax-error",
        summary="The file is not valid YAML, for an unusual reason.",
        why="The error is reported where the parser stopped; the cause is often just above.",
    ),
)
