"""The bytes of an Excel workbook (.xlsx) -> the cells of its sheets, as texts.

The format is a zip file with XML parts. It is read with what Python brings, part by part, and never more than a limit:
nothing is evaluated, nothing is followed that leads out of the file, and entities are refused.
"""
