"""One module a lane; its name is the lane's id."""
