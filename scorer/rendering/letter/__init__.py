"""The Word letter: page and type as Chinese official documents have them, and its parts."""
