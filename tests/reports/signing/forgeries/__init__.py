"""Files that somebody altered after they were signed, one file per family of attacks; see test_forgeries.py."""
