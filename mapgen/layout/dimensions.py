"""Every size of the map, in pixels; the look is tuned here and nowhere else."""

from mapgen.layout.text import Style

WIDTH = 1680.0  # the width to aim at
WIDTH_MIN = 1120.0
MARGIN = 40.0
GUTTER = 146.0  # the column of lane titles
GUTTER_GAP = 12.0
ZONE_GAP = 20.0
BAND_GAP = 44.0

STAGE_GAP = 10.0  # between the columns of neighboring stages
STAGE_ROOMY = 280.0  # from these widths on, more room would only tear the map apart
CARD_ROOMY = 200.0
STAGE_MIN = 168.0  # a stage is never narrower
CARD_MIN = 98.0  # a touchpoint's card is never narrower
CARD_MAX = 150.0  # a word that needs a wider card is broken
CARD_GAP = 8.0
SUBCARD_MIN = 190.0  # pain points, opportunities and metrics stand side by side from this width on
PAIR_MIN = 400.0  # from here on a pain point stands beside its remedy, not above it
PAIR_GAP = 14.0
PROSE_MIN = 230.0  # and so do texts
PROSE_GAP = 5.0

ROW_PAD = 14.0
CELL_PAD = 3.0
BLOCK_GAP = 8.0
CHEVRON_MIN = 46.0
CHEVRON_TIP = 12.0
STRIP = 4.0  # under a chevron: how many customers the stage has
STRIP_GAP = 4.0

CARD_PAD = 10.0
CARD_BAR = 4.0
CARD_RADIUS = 8.0
STATEMENT_BAR = 3.0
STAR = 7.0

CHIP_HEIGHT = 20.0
CHIP_PAD = 8.0
CHIP_GAP = 5.0

METER_BAR = 6.0
METER_TICK = 12.0

CURVE_HEIGHT = 134.0  # from the best to the worst score
CURVE_EDGE = 42.0  # above the best and below the worst score, for labels
CURVE_EDGE_MAX = 100.0  # where labels are long
FACE = 10.0
DOT = 5.0

AVATAR = 23.0
PANEL_PAD = 16.0
PANEL_RADIUS = 12.0
FACET_MIN = 150.0

SIZES = (28, 18, 15, 13, 12)
"""The sizes of type: title and figures, stages, names of lanes, text; the last is for notes, and none is smaller."""

TITLE = Style(28, 600, "ink", 35)
SUMMARY = Style(15, 400, "soft", 22)
FACT = Style(13, 400, "soft", 20)
FACT_LABEL = Style(13, 400, "muted", 20)
FIGURE = Style(28, 600, "ink", 34)
FIGURE_LABEL = Style(12, 400, "muted", 16)
PERSONA_NAME = Style(15, 600, "ink", 20)
PERSONA_TAG = Style(13, 600, "ink", 18)
PERSONA_LINE = Style(13, 400, "soft", 18)
PERSONA_QUOTE = Style(15, 400, "ink", 21)
QUOTE_SOURCE = Style(12, 400, "muted", 16)
INITIALS = Style(15, 600, "on-stage", 18)
SMALL_CAPS = Style(12, 600, "muted", 16)
BODY = Style(13, 400, "soft", 18)
BODY_STRONG = Style(13, 600, "ink", 18)
LANE = Style(15, 600, "ink", 20)
LANE_NOTE = Style(12, 400, "muted", 16)
STAGE = Style(18, 600, "on-stage", 23)
STAGE_NOTE = Style(13, 400, "on-stage", 17)
CARD_OVERLINE = Style(12, 400, "muted", 16)
CARD_NUMBER = Style(12, 600, "ink", 16)
LETTER = Style(12, 600, "muted", 14)  # as high as an icon
CARD_TITLE = Style(13, 600, "ink", 17)
CARD_BODY = Style(12, 400, "soft", 16)
CARD_FOOT = Style(12, 400, "soft", 16)
BADGE = Style(12, 600, "muted", 16)
CHIP = Style(12, 400, "soft", 16)
METER_NAME = Style(13, 400, "soft", 18)
METER_VALUE = Style(13, 600, "ink", 18)
METER_NOTE = Style(12, 400, "muted", 16)
TICK = Style(12, 400, "muted", 15)
FEELING = Style(12, 400, "soft", 15)
MARK = Style(12, 600, "ink", 15)
LINE_NAME = Style(12, 400, "muted", 16)
FOOT = Style(12, 400, "muted", 16)
TABLE_TITLE = Style(15, 600, "ink", 20)
TABLE_HEAD = Style(12, 600, "muted", 16)
TABLE_CELL = Style(12, 400, "soft", 16)
