// The parts begin, in the order in which they depend on each other.
