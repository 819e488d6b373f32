"""Map, or another chart -> Scene: what it says becomes shapes with places."""
