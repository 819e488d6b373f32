"""Explanations of the codes about files, and about YAML features that are not supported."""

from mapgen.diagnostics.codes.explanation import Explanation

YAML = (
    Explanation(
        code="not-utf-8",
        summary="The file is not encoded in UTF-8.",
        why="Specs must read the same on every machine, so the encoding is fixed. Save the file as UTF-8 in your"
        " editor.",
    ),
    Explanation(
        code="file-too-large",
        summary="The file exceeds the maximum size of a spec, or of one of its lists.",
        why="The limit protects against files that would use up all memory. A spec with ten thousand touchpoints is"
        " within it.",
    ),
    Explanation(
        code="text-too-long",
        summary="A text has more than 10,000 characters.",
        why="A map shows every text in full, and four pages of text are too long for a map. Summarize, and link to the"
        " rest.",
    ),
    Explanation(
        code="forbidden-character",
        summary="The text contains a control character, or a line break that not all programs recognize.",
        why="Such characters are invalid in SVG and HTML, and can corrupt terminal output.",
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
        code="cut-text",
        summary="YAML ends a text earlier than its author meant: at a #, or at a comma in brackets.",
        why="A # after a space starts a comment, and a comma in `[…]` separates items, also in parentheses and numbers."
        " The rest of the text is lost, or becomes another item. Quotes keep the text whole.",
        bad="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints: [Orders, Pays (card, cash)]
""",
        good="""\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints: [Orders, "Pays (card, cash)"]
""",
    ),
    Explanation(
        code="merge-conflict",
        summary="The file contains Git conflict markers.",
        why="If both sides of a merge changed the same value, a person has to choose. `mapgen merge-driver` reduces"
        " such conflicts.",
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
        summary="The file is empty.",
        why="A journey needs a title and stages.",
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
        summary="The top level of the file is a list, a text or a number.",
        why="A journey is a mapping that starts with `title`.",
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
        summary="Lists and mappings are nested more than 40 levels deep.",
        why="No journey needs that; the cause is an extra bracket or hyphen, or an attack.",
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
        summary="YAML anchors (`&name`) are not supported.",
        why="Declare what is used more than once under its own key, and reference it by `id`, so that readers can find"
        " it.",
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
        summary="YAML aliases (`*name`) are not supported.",
        why="Declare what is used more than once under its own key, and reference it by `id`.",
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
        summary="YAML merge keys (`<<`) are not supported.",
        why="Each item contains all of its keys; nothing is inherited.",
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
        summary="YAML tags (`!!str`, `!name`) are not supported.",
        why="The type of each key is fixed, so a tag could only contradict it.",
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
        summary="YAML directives (lines that start with %) are not supported.",
        why="Specs are always parsed as YAML 1.2.",
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
        summary="The file contains more than one YAML document.",
        why="One file is one journey and produces one map.",
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
        why="A map cannot show it.",
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
        summary="A key occurs twice in the same mapping.",
        why="Only one of the two values could be used, and a reader would not know which one.",
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
        why="Keys must be text; YAML reads these words as other types.",
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
        summary="A bracket where a key is expected, as in `{{ name }}`.",
        why="Quote text that starts with a brace or bracket.",
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
