"""The one style sheet of a page: the rules of all sheets that its templates can use, and no other."""
