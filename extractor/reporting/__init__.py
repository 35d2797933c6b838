"""How findings are told: for people, as data, for the tools that show them beside the text."""
