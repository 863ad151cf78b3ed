"""Whether a file that another service signed shows what the portal prepared; it is read inside the fence."""
