"""Which figures are sizes of the population, of arms and of cohorts."""
