"""Listing -> text: for a terminal, a spreadsheet, other programs; each format is one module in `formats/`."""

from mapgen.cli.listings.listing import ListingFormat
from mapgen.registry import Offers

LISTINGS = Offers("mapgen.cli.listings.formats", "LISTING", ListingFormat)
