"""Databricks SQL, which speaks Spark's."""

from mapgen.observe.dialects.spark import Spark


class _Databricks(Spark):
    title = "Databricks"


DIALECT = _Databricks()
