// Starts the parts in order of their dependencies.
details.begin();
filters.begin();
trails.begin();
observed.begin();
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
