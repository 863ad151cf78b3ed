"""The example that `make demo` shows: a case, accounts of every role, and the processes that serve it."""
