"""The public output: pydantic models of one record, as its JSON Schema publishes them."""
