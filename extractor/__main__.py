"""`python -m extractor` is `bitrial`."""

from extractor.cli import main

if __name__ == "__main__":
    main()
