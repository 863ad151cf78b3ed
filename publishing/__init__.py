"""What the public gets: publication sheets, an office's public page, open data."""
