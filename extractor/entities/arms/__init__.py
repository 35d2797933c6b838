"""The arms of a trial: where they are named, which names mean the same arm."""
