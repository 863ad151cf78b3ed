"""What whoever runs the server sees of it: lines of the log, figures for Prometheus, troubles for cron."""
