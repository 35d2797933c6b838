"""The commands: each turns its options into calls of the library and its results into words or data."""
