"""What to do about each kind of cause, `{part}` and `{port}` standing for what it hits. One place, for all checks."""

FIXES: dict[str, tuple[str, ...]] = {
    "image": (
        "Check the tag and the registry in the values {part}.image: helm get values shows them.",
        "On a local cluster hand the images over: ./todo images --load minikube (or kind).",
        "A private registry needs imagePullSecrets. To go back to what ran: ./todo rollback",
    ),
    "secret": (
        "Compare names and keys with what is there: kubectl get secrets,configmaps",
        "Secrets of your own are named in secrets.existingSecret and externalDatabase.existingSecret.",
        "A Secret that the chart made and that was deleted comes back with: ./todo upgrade",
    ),
    "database-password": (
        "The Secret's password is not the one that the database was made with: put the old one back into the Secret,",
        "or give the role the new one inside the database: ALTER ROLE todo PASSWORD '...'",
        "Then let the backend read it: kubectl rollout restart deployment -l app.kubernetes.io/component=backend",
    ),
    "database-name": ("Create the database, or correct its name in externalDatabase.name.",),
    "database-host": (
        "Check externalDatabase.host, and that names are resolved: kubectl get pods --namespace kube-system",
    ),
    "disk-full": ("Enlarge the claim, where its storage class allows it, or delete old backups.",),
    "memory": (
        "Raise the limit: ./todo upgrade --set {part}.resources.limits.memory=512Mi",
        "Each process of the API needs as much again: WEB_CONCURRENCY is 1 in the chart.",
    ),
    "crash": ("Read all that it said: kubectl logs --previous, with the pod's name.",),
    "probe": (
        "Ask it yourself: kubectl port-forward POD {port}:{port}, and open the probe's path there.",
        "404 or a refused connection: the probe's path or port is wrong ({part}.healthCheck).",
        "503: the server says that it can't work, as without its database. A timeout: it needs more CPU or time.",
    ),
    "claim": (
        "Name a class that exists: ./todo upgrade --set {part}.persistence.storageClass=NAME",
        "A claim keeps the class that it was made with: delete it first, while it holds nothing.",
    ),
    "pending": (
        "Insufficient cpu or memory: add a node, or ask for less: --set {part}.resources.requests.cpu=50m",
        "A taint, an affinity or a selector: compare {part}.nodeSelector, affinity and tolerations with the nodes:",
        "kubectl describe nodes",
    ),
    "node": ("Look at what it says of itself: kubectl describe node",),
    "quota": (
        "See what is used: kubectl describe resourcequota",
        "Raise the quota, or ask for less: fewer pods ({part}.autoscaling.minReplicas), smaller resources.",
    ),
    "pod-security": ("The chart's pods meet the level restricted: look at what your values change of them.",),
    "refused": ("The message says who refused: an admission webhook, a missing service account, a limit range.",),
    "network": (
        "The chart's own policies allow it: look for one that was added or changed: kubectl get networkpolicies",
        "Bring the chart's back: ./todo upgrade",
    ),
    "metrics": (
        "Install metrics-server (minikube addons enable metrics-server); it works when this does: kubectl top pods",
        "Without one, set the number of pods yourself: --set {part}.autoscaling.enabled=false",
    ),
    "service": ("See why no pods are there: kubectl describe deployment,statefulset",),
    "ingress-class": (
        "Install a controller (minikube addons enable ingress), or name its class: --set ingress.className=NAME",
    ),
    "ingress-host": (
        "Is it spelled right? To change it: ./todo upgrade --set ingress.host=NAME",
        "Add it to DNS, or on a laptop to the hosts file, as ./todo cluster does.",
        "Without any name: ./todo port-forward",
    ),
    "certificate": ("Make it with kubectl create secret tls, or let cert-manager: --set ingress.tls.issuer=NAME",),
    "ingress-service": ("Bring the chart's objects back: ./todo upgrade",),
    "job": ("Read what it said: kubectl logs job/NAME",),
    "not-installed": (
        "Install it: ./todo deploy",
        "Name another one with --release and --namespace: helm list --all-namespaces shows what there is.",
    ),
    "k8sgpt": (),
}
