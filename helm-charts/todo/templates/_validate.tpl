{{/* What a schema can't say: refuses values that don't go together. */}}
{{- define "todo.validate" -}}
{{- range $component := list "frontend" "backend" }}
{{- with get $.Values $component }}
{{- if and .autoscaling.enabled (gt (int .autoscaling.minReplicas) (int .autoscaling.maxReplicas)) }}
{{- fail (printf "%s.autoscaling.minReplicas is larger than maxReplicas" $component) }}
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.frontend }}
{{- if le (int .terminationGracePeriodSeconds) (int .preStopSeconds) }}
{{- fail "frontend.terminationGracePeriodSeconds must be more than preStopSeconds" }}
{{- end }}
{{- end }}
{{- with .Values.backend }}
{{- $needed := add .preStopSeconds .shutdownDelaySeconds 10 }}
{{- if lt (int .terminationGracePeriodSeconds) (int $needed) }}
{{- fail (printf "backend.terminationGracePeriodSeconds must be at least %d: preStopSeconds + shutdownDelaySeconds + 10 for running answers" $needed) }}
{{- end }}
{{- end }}
{{- if not .Values.postgres.enabled }}
{{- with .Values.externalDatabase }}
{{- if and .urlKey (not .existingSecret) }}
{{- fail "externalDatabase.existingSecret must name the Secret that holds urlKey" }}
{{- end }}
{{- if not (or .urlKey .host) }}
{{- fail "externalDatabase.host or externalDatabase.urlKey must be set: postgres.enabled is false" }}
{{- end }}
{{- if not (or .existingSecret $.Values.secrets.existingSecret $.Values.secrets.postgresPassword) }}
{{- fail "externalDatabase.existingSecret or secrets.postgresPassword must be set: the external database has a password" }}
{{- end }}
{{- if and (hasPrefix "verify-" .sslMode) (not .urlKey) (not (or .ca.configMapName .ca.secretName)) }}
{{- fail (printf "externalDatabase.ca must name a ConfigMap or a Secret: sslMode is %s" .sslMode) }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.httpRoute.enabled (not .Values.httpRoute.parentRefs) }}
{{- fail "httpRoute.parentRefs must name the gateway" }}
{{- end }}
{{- if and .Values.ingress.tls.issuer .Values.ingress.tls.clusterIssuer }}
{{- fail "ingress.tls.issuer and ingress.tls.clusterIssuer exclude each other" }}
{{- end }}
{{- if and .Values.metrics.serviceMonitor.enabled (not .Values.metrics.enabled) }}
{{- fail "metrics.serviceMonitor.enabled needs metrics.enabled" }}
{{- end }}
{{- range .Values.kagent.approvedTools }}
{{- if not (has . $.Values.kagent.tools) }}
{{- fail (printf "kagent.approvedTools names %s, which is not one of kagent.tools" .) }}
{{- end }}
{{- end }}
{{- end }}
