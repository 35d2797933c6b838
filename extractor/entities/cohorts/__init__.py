"""Parts of the population with results or sizes of their own."""
