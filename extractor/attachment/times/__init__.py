"""When a figure was measured."""
