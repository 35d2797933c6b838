"""The version of the project, written down here and nowhere else."""

VERSION = "0.1.0"
