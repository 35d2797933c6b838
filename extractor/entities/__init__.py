"""What the facts are about: arms, cohorts, outcomes and time points, found over the whole abstract."""
