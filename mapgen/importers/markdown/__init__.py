"""Markdown as people write journeys in it -> CellGrid: of a table, or of headings and the lists below them.

text ──blocks.read──> PageHeading, ListItem, PipeTable ──tables, outline──> CellGrid
"""
