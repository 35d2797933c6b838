"""The command line of a bare checkout: `python cli.py …` is `bitrial …`."""

from extractor.cli import main

if __name__ == "__main__":
    main()
