"""The layouts of event data, by id: one module, one layout."""

from mapgen.observe.layout import Layout
from mapgen.registry import Offers

LAYOUTS = Offers(__name__, "LAYOUT", Layout)
