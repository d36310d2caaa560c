"""``python -m scorer``: the same as the command ``scorer``."""

from scorer.cli.main import main

if __name__ == "__main__":
    main()
