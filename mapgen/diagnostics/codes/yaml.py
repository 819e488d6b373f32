"""What is wrong with a file as YAML, or known to YAML only: explanations of its codes."""

from mapgen.diagnostics.codes.explanation import Explanation

YAML = (
    Explanation(
        code="not-utf-8",
        summary="The file is not text in UTF-8.",
        why="A spec is read alike on every machine, so its encoding is fixed. Editors offer UTF-8 on saving.",
    ),
    Explanation(
        code="file-too-large",
        summary="The file is larger than a spec can be.",
        why="A limit keeps a hostile or mistaken file from taking all memory. Ten thousand touchpoints fit.",
    ),
    Explanation(
        code="text-too-long",
        summary="A text has more than 10,000 characters.",
        why="A map shows each text whole, and nobody reads four pages in a map. Say it in short and link to the rest.",
    ),
    Explanation(
        code="forbidden-character",
        summary="The text contains a control character or a line break that only some programs see.",
        why="Such characters cannot stand in an SVG or an HTML page, and can make a terminal lie.",
        bad=r"""title: Morning coffee
stages:
  - name: Arrive
    goal: "A coffee\x07"
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: "A coffee"
""",
    ),
    Explanation(
        code="merge-conflict",
        summary="Git has left two versions to choose from.",
        why="What both sides of a merge changed only a person can decide. `mapgen merge-driver` leaves fewer of them.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
<<<<<<< ours
    goal: A coffee
=======
    goal: A tea
>>>>>>> theirs
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: A coffee
""",
    ),
    Explanation(
        code="empty-file",
        summary="The file says nothing.",
        why="A journey needs a title and its stages.",
        bad="""\
# to do
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="not-a-journey",
        summary="The file as a whole is a list, a text or a number.",
        why="A journey is made of keys and their values, from `title` on.",
        bad="""\
- name: Arrive
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="too-deep",
        summary="Lists and groups of keys stand within each other more than 40 times.",
        why="No journey needs it; it is a bracket or a dash too many, or an attack.",
        bad="""\
title: Morning coffee
x-boxes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
x-boxes: [[]]
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="anchor",
        summary="A part of the file is given a name to be repeated by (`&name`).",
        why="What is used twice is declared once and named by its `id`, so that a reader finds it.",
        bad="""\
title: Morning coffee
owners:
  - &bar {id: bar, name: The bar}
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
        code="alias",
        summary="A part of the file repeats another (`*name`).",
        why="What is used twice is declared once and named by its `id`.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: *wish
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: A coffee
""",
    ),
    Explanation(
        code="merge-key",
        summary="`<<` takes over keys from elsewhere.",
        why="Each thing says itself what it is; nothing is inherited.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    <<: {goal: A coffee}
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: A coffee
""",
    ),
    Explanation(
        code="tag",
        summary="A value is given a type (`!!str`, `!name`).",
        why="The language knows which type each key has; a tag could only contradict it.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: !!str A coffee
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: A coffee
""",
    ),
    Explanation(
        code="directive",
        summary="A line that begins with % instructs the YAML reader.",
        why="A spec is always read as YAML 1.2.",
        bad="""\
%YAML 1.1
---
title: Morning coffee
stages:
  - name: Arrive
""",
        good="""\
%YAML 1.2
---
title: Morning coffee
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="several-documents",
        summary="The file holds more than one document.",
        why="One file is one journey, and gives one map.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
---
title: Morning coffee
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
""",
    ),
    Explanation(
        code="bad-number",
        summary="A number is infinite, not a number, or too long.",
        why="No map can show it.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    volume: .inf
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    volume: 120
""",
    ),
    Explanation(
        code="duplicate-key",
        summary="The same key stands twice in one place.",
        why="Only one of the two could count, and a reader could not tell which.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: A coffee
    goal: A seat
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    goal: A coffee
""",
    ),
    Explanation(
        code="key-not-text",
        summary="A key is missing before its colon, or is `true`, `false` or `null`.",
        why="A key is a text; YAML reads these words as something else.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    x-true: 1
    true: 1
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    x-true: 1
    x-false: 1
""",
    ),
    Explanation(
        code="complex-key",
        summary="A bracket begins where a key is expected, as in `{{ name }}`.",
        why="A brace or bracket that belongs to a text must stand in quotes.",
        bad="""\
title: Morning coffee
summary: {{ name }}
stages:
  - name: Arrive
""",
        good="""\
title: Morning coffee
summary: "{{ name }}"
stages:
  - name: Arrive
""",
    ),
)
