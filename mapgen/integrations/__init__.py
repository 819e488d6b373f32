"""What other programs load: builders of documentation show maps in their pages. Nothing of mapgen imports it."""
