"""The edge to a browser on this machine: shows maps as they are made, and what stands in the way of them."""
