"""Whose a figure is: arm, comparator, cohort."""
