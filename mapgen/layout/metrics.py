"""Every size of the map, in pixels; the look is tuned here and nowhere else."""

from mapgen.layout.text import Style

WIDTH = 1680.0  # the width to aim at
WIDTH_MIN = 1120.0
MARGIN = 40.0
GUTTER = 146.0  # the column of lane titles
GUTTER_GAP = 12.0
ZONE_GAP = 20.0
BAND_GAP = 44.0

STAGE_GAP = 10.0  # between the columns of neighbouring stages
STAGE_ROOMY = 280.0  # from these widths on, more room would only tear the map apart
CARD_ROOMY = 200.0
STAGE_MIN = 168.0  # a stage is never narrower
CARD_MIN = 98.0  # a touchpoint's card is never narrower
CARD_MAX = 150.0  # a word that needs a wider card is broken
CARD_GAP = 8.0
POINT_MIN = 30.0  # two faces of the emotion curve are never closer
CARD_ROWS_MAX = 4  # rows of cards in a stage before the map is cut into bands
SUBCARD_MIN = 190.0  # pain points, opportunities and metrics stand side by side from this width on
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

CURVE_HEIGHT = 176.0
CURVE_EDGE = 42.0  # above the best and below the worst score, for labels
FACE = 10.0
DOT = 5.0

AVATAR = 23.0
PANEL_PAD = 16.0
PANEL_RADIUS = 12.0
FACET_MIN = 150.0

TITLE = Style(28, 600, "ink", 35)
SUMMARY = Style(14, 400, "soft", 21)
FACT = Style(12.5, 400, "soft", 19)
FACT_LABEL = Style(12.5, 400, "muted", 19)
FIGURE = Style(22, 600, "ink", 28)
FIGURE_LABEL = Style(11, 400, "muted", 15)
PERSONA_NAME = Style(15, 600, "ink", 20)
PERSONA_TAG = Style(13, 600, "ink", 18)
PERSONA_LINE = Style(12, 400, "soft", 17)
PERSONA_QUOTE = Style(13, 400, "ink", 19)
INITIALS = Style(15, 600, "on-stage", 18)
SMALL_CAPS = Style(10, 600, "muted", 14)
BODY = Style(12.5, 400, "soft", 18)
BODY_STRONG = Style(12.5, 600, "ink", 18)
LANE = Style(13, 600, "ink", 18)
LANE_NOTE = Style(11, 400, "muted", 15)
STAGE = Style(15, 600, "on-stage", 20)
STAGE_NOTE = Style(11.5, 400, "on-stage", 16)
CARD_OVERLINE = Style(11, 400, "muted", 15)
CARD_NUMBER = Style(11, 600, "ink", 15)
LETTER = Style(10, 600, "muted", 14)  # as high as an icon
CARD_TITLE = Style(13, 600, "ink", 17)
CARD_BODY = Style(11.5, 400, "soft", 16)
CARD_FOOT = Style(11, 400, "soft", 15)
BADGE = Style(10, 600, "muted", 15)
CHIP = Style(11, 400, "soft", 15)
METER_NAME = Style(12, 400, "soft", 17)
METER_VALUE = Style(12.5, 600, "ink", 17)
METER_NOTE = Style(10.5, 400, "muted", 14)
TICK = Style(10.5, 400, "muted", 14)
FEELING = Style(11, 400, "soft", 14)
MARK = Style(10, 600, "ink", 13)
TABLE_TITLE = Style(14, 600, "ink", 20)
TABLE_HEAD = Style(10.5, 600, "muted", 15)
TABLE_CELL = Style(12, 400, "soft", 17)
LINE_NAME = Style(10.5, 400, "muted", 14)
FOOT = Style(11, 400, "muted", 16)
