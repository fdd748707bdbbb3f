"""`./todo demo-video`: a film of the real app in a browser and on a cluster, made of pictures that a script takes."""
