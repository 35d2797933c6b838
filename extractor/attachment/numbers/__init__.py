"""What belongs to a figure though it is printed apart from it, and of what statistic it is."""
