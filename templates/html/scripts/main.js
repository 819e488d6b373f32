// The parts begin, in the order in which they depend on each other.
details.begin();
filters.begin();
lanes.begin();
tables.begin();
state.begin();
