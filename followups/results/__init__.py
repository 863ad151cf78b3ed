"""The page on which the results of a survey are read, beside earlier ones and what was done meanwhile."""
