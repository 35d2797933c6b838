"""Which numbers are no facts, and what they are instead."""
