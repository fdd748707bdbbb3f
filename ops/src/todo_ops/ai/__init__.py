"""`./todo ai`: what is wrong on a cluster and what to do, from facts first; models put facts into words."""
