"""Journey, Analysis, Grid -> the top and the foot of the map."""

from mapgen.header.header import Figure, Header, Profile, ProfileFacet, Sign

__all__ = ["Figure", "Header", "Profile", "ProfileFacet", "Sign"]
