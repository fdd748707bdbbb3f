"""The system on a Kubernetes cluster: the cluster itself, deploying, watching, backing up, taking away."""
