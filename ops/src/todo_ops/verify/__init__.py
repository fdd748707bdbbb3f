"""What the system does on a cluster, measured from outside: smoke test, load, and a scorecard of success metrics."""
