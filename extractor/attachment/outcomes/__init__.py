"""Of what a figure is: the outcome, by steps from the surest to the weakest."""
