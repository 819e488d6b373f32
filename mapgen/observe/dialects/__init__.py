"""The engines that the statement can be written for, by id: one module, one engine."""

from mapgen.observe.dialect import Dialect
from mapgen.registry import Offers

DIALECTS = Offers(__name__, "DIALECT", Dialect)
