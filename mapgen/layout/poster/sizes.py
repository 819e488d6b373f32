"""All sizes of a poster, in pixels at a width of `WIDTH`; no text is smaller than `FLOOR`."""

from mapgen.layout.text import Style

WIDTH = 1600.0
HEIGHT_MAX = 1131.0  # 1:√2, the ratio of A paper
FLOOR = 0.0103 * WIDTH
MARGIN = 56.0
TOP, TOP_DENSE = 36.0, 28.0
BOTTOM, BOTTOM_DENSE = 36.0, 22.0
GUTTER = 168.0  # where the bands begin
TITLE_GAP, TITLE_GAP_MIN = 16.0, 4.0  # between the title of a band and its content, and if a word needs the room
LEFT, RIGHT = GUTTER, WIDTH - MARGIN
OVERHANG = 5.0  # how far the space around a word may reach beyond the curve
GAP, GAP_DENSE = 22.0, 14.0  # between what is visible of two bands

STAGE_GAP = 12.0
STAGE_MIN = 96.0
CARD_WIDTH, CARD_MIN = 170.0, 156.0  # of a stage with the card of a pain point: at least, and if room is scarce
CARDS_MAX = 7  # if there are more stages, the `WORST` pain points have cards in place of one for each stage
WORST = 6
RULE = 7.0
PAD, CARD_PAD = 12.0, 8.0  # of cards: at the sides, above and below

PITCH_ICONS = 40.0  # minimum distance between touchpoints for their channels
PITCH_NUMBERS = 22.0  # and for their numbers
PITCH_NAMES = 92.0  # and for their names
RIBBON = 250  # if there are more touchpoints, the curve is a ribbon

VOICE_MIN, VOICE_MAX = 150.0, 262.0
VOICES = 5

FEELING_HEIGHT = 270.0
FEELING_SHARE = 0.25  # of the height of the poster, at least
CURVE = 4.5
GAP_SCALE = 1.8  # of a line where no emotion is stated, as on the map
FACE, DOT, DOT_SMALL, DISC, STAR, DIAMOND = 18.0, 8.0, 3.6, 12.5, 13.0, 7.0
ICON, PILL = 19.0, 32.0

TITLE = Style(44, 600, "ink", 52)
TITLES = (
    TITLE,
    Style(38, 600, "ink", 46),
    Style(28, 600, "ink", 35),
    Style(20, 600, "ink", 26),
)
SUMMARY = Style(20, 400, "soft", 28)
SUMMARY_DENSE = Style(18, 400, "soft", 25)
FIGURE = Style(44, 600, "ink", 50)
FIGURE_LABEL = Style(18, 400, "muted", 24)
PERSON = Style(19, 600, "ink", 25)
PERSON_NOTE = Style(19, 400, "soft", 25)
PERSON_SMALL = Style(17, 600, "ink", 23)  # if all personas fit in one row then
PERSON_NOTE_SMALL = Style(17, 400, "soft", 23)
LETTER = Style(17, 600, "on-stage", 20)
STAGE = Style(22.5, 600, "ink", 27)
STAGE_MEDIUM = Style(20, 600, "ink", 25)  # if more names are on one line then
STAGE_SMALL = Style(18, 600, "ink", 22)  # if there are many stages
STAGE_NOTE = Style(16.7, 400, "muted", 21)
BAND = Style(17, 600, "ink", 22)
BAND_NOTE = Style(16.7, 400, "muted", 22)
VOICE_HEAD = Style(19, 600, "ink", 25)
VOICE = Style(17.5, 400, "ink", 22)
VOICE_SLANTED = VOICE._replace(slant=True)
VOICE_MARK = Style(16.7, 400, "muted", 25)
VOICE_SOURCE = Style(16.7, 400, "muted", 20)
AXIS = Style(17, 400, "muted", 20)
WORD = Style(17, 400, "soft", 20)
NUMBER = Style(17, 600, "muted", 19)
NAME = Style(16.7, 400, "soft", 19.5)
PAIN_HEAD = Style(18, 600, "bad", 24)
PAIN = Style(17.5, 600, "ink", 21)
STATUS = Style(16.7, 600, "good", 21)  # on the baselines of the pain points beside it
REMEDY = Style(16.7, 400, "ink", 21)
VOLUME = Style(20, 600, "ink", 25)
VOLUME_SMALL = Style(17, 600, "ink", 25)  # if a number would not fit
LOSS = Style(17, 600, "bad", 25)
REASON = Style(16.7, 400, "soft", 20)
HEADING = Style(19, 600, "ink", 26)
FOOT = Style(16.7, 400, "muted", 21)
