// The parts begin, in the order in which they depend on each other.
details.begin();
filters.begin();
trails.begin();
lanes.begin();
tables.begin();
frame.begin();
views.begin();
zoom.begin();
pan.begin();
ground.begin();
state.begin();
views.find();
arrival.begin();
one(".tools").hidden = false;
