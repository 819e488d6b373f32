"""Journey, Analysis -> what the other views of a journey say, without a word about how they look."""
