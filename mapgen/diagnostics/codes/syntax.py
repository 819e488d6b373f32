"""Slips of the pen that keep a file from being read: explanations of their codes."""

from mapgen.diagnostics.codes.explanation import Explanation

SYNTAX = (
    Explanation(
        code="tab-indent",
        summary="A line is indented with a tab.",
        why="A tab is as wide as each editor likes, so YAML counts spaces only.",
        bad="title: Morning coffee\nstages:\n\t- name: Arrive\n",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="bad-indent",
        summary="A line begins in a column where nothing above it begins.",
        why="The indentation says what belongs to what; keys of one thing stand in one column.",
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
        summary="A text begins with a quote and does not end with one on its line.",
        why="All that follows, up to the next quote, would be part of the text.",
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
        summary="Something follows a text in quotes.",
        why="A text that begins with a quote ends at the next one; a quote inside must be doubled or escaped.",
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
        summary="A bracket is opened and not closed.",
        why="All that follows would belong to the list.",
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
        summary="A bracket is closed that is not open.",
        why="It is one too many, or one of the other kind, or part of a text that needs quotes.",
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
        code="missing-comma",
        summary="Two things in brackets have no comma between them.",
        why="In brackets it is the comma that separates.",
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
        summary="A text contains a colon followed by a space.",
        why="YAML takes what stands before such a colon for a key.",
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
        summary="A line has no colon, or no space after it.",
        why="A key is followed by a colon and a space, also when its value stands on the next lines.",
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
        summary="A colon, comma or quote is another sign than YAML's, and is taken as text.",
        why="A full-width colon ends no key, an ideographic comma parts no items, and curly quotes hold no text"
        " together. The journey would silently be another one than the author sees.",
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
        summary="A text begins with a sign that means something in YAML, such as @ or >.",
        why="Quotes make it plain text.",
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
        summary="A backslash in a text in double quotes is followed by something that it does not go with.",
        why="In double quotes a backslash begins an escape; in single quotes it is a backslash.",
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
        summary="The file cannot be read as YAML, for none of the usual reasons.",
        why="The place is where the reader stopped; the cause often stands just above.",
    ),
)
