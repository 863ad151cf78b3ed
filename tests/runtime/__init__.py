"""What is proven without pytest, in an environment made from the runtime locks alone, by ``bin/prove-runtime``."""
