"""The user guide in docs/panduan/ as pages of the portal: read, searched, and beside the page that it explains."""
