"""A whole cycle as plain data and as a file: parsed, read from rows, loaded into rows, dumped."""
