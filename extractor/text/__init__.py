"""From one text to its parts: its view, language, layout, sections, sentences and registrations."""
