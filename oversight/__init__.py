"""What an evaluator asks of an office: levels of PEKPPP, from what the rooms below have."""
