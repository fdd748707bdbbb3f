{{/* Name of the chart, or what nameOverride says. */}}
{{- define "todo.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/*
Prefix of every object's name: the release's name when it contains the chart's. Short enough that the longest suffix
still fits into the 63 characters of a DNS label.
*/}}
{{- define "todo.fullname" -}}
{{- $name := include "todo.name" . }}
{{- $full := ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) }}
{{- default $full .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- end }}

{{- define "todo.chart" -}}
{{- printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "todo.labels" -}}
helm.sh/chart: {{ include "todo.chart" . }}
{{ include "todo.releaseLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Labels that tell this release's pods from others; they may never change. */}}
{{- define "todo.releaseLabels" -}}
app.kubernetes.io/name: {{ include "todo.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* Labels of a component's objects. Takes (list $ "backend"). */}}
{{- define "todo.componentLabels" -}}
{{ include "todo.labels" (first .) }}
app.kubernetes.io/component: {{ last . }}
{{- end }}

{{/* Labels that select a component's pods; they may never change. Takes (list $ "backend"). */}}
{{- define "todo.selectorLabels" -}}
{{ include "todo.releaseLabels" (first .) }}
app.kubernetes.io/component: {{ last . }}
{{- end }}

{{/* Address of an image. Takes (dict "image" .Values.backend.image "registry" .Values.global.imageRegistry "root" $). */}}
{{- define "todo.image" -}}
{{- with default .registry .image.registry }}{{ trimSuffix "/" . }}/{{ end }}{{ .image.repository }}
{{- with .image.digest }}@{{ . }}{{ else }}:{{ .image.tag | default (printf "v%s" .root.Chart.AppVersion) }}{{ end }}
{{- end }}

{{- define "todo.frontendImage" -}}
{{ include "todo.image" (dict "image" .Values.frontend.image "registry" .Values.global.imageRegistry "root" $) }}
{{- end }}

{{- define "todo.backendImage" -}}
{{ include "todo.image" (dict "image" .Values.backend.image "registry" .Values.global.imageRegistry "root" $) }}
{{- end }}

{{- define "todo.postgresImage" -}}
{{ include "todo.image" (dict "image" .Values.postgres.image "registry" "" "root" $) }}
{{- end }}

{{/* The address that people open. */}}
{{- define "todo.frontendUrl" -}}
{{- $scheme := ternary "https" "http" .Values.ingress.tls.enabled }}
{{- .Values.config.frontendUrl | default (printf "%s://%s" $scheme .Values.ingress.host) }}
{{- end }}

{{/* The address by which the web app reaches the API. */}}
{{- define "todo.backendUrl" -}}
{{- .Values.config.backendUrl | default (printf "http://%s-backend:%v" (include "todo.fullname" .) .Values.backend.service.port) }}
{{- end }}

{{/* Hosts that MCP calls may name besides the address that people open: the API's names inside the cluster. */}}
{{- define "todo.allowedHosts" -}}
{{- $port := .Values.backend.service.port }}
{{- $service := printf "%s-backend" (include "todo.fullname" .) }}
{{- $own := list }}
{{- range list "" (printf ".%s" .Release.Namespace) (printf ".%s.svc" .Release.Namespace) (printf ".%s.svc.cluster.local" .Release.Namespace) }}
{{- $own = append $own (printf "%s%s:%v" $service . $port) }}
{{- end }}
{{- concat $own .Values.config.allowedHosts | join "," }}
{{- end }}

{{- define "todo.secretName" -}}
{{- .Values.secrets.existingSecret | default (printf "%s-secrets" (include "todo.fullname" .)) }}
{{- end }}

{{/* Restarts pods when their settings change. A generated secret never changes, so only the given ones count. */}}
{{- define "todo.checksums" -}}
checksum/config: {{ include "todo.configData" . | sha256sum }}
checksum/secrets: {{ .Values.secrets | toJson | sha256sum }}
{{- end }}

{{/* Security context of a pod. Takes the user's id. */}}
{{- define "todo.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "todo.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* What every pod has: no token of the cluster's API, no variables made of other services' names. */}}
{{- define "todo.podBasics" -}}
serviceAccountName: {{ include "todo.fullname" . }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Where pods of a component may run: spread over the nodes as far as there are any. Takes (list $ "backend"). */}}
{{- define "todo.scheduling" -}}
{{- $root := first . }}
{{- $values := get $root.Values (last .) }}
{{- with $values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- if $values.affinity }}
affinity:
  {{- toYaml $values.affinity | nindent 2 }}
{{- else if ne (last .) "postgres" }}
affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              {{- include "todo.selectorLabels" . | nindent 14 }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: topology.kubernetes.io/zone
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "todo.selectorLabels" . | nindent 8 }}
    # Pods of the version that is being replaced don't count.
    matchLabelKeys: [pod-template-hash]
{{- end }}
{{- end }}

{{/* A probe by HTTP. Takes one of the `healthCheck` values. */}}
{{- define "todo.httpProbe" -}}
httpGet:
  path: {{ .path }}
  port: http
{{- toYaml (omit . "path") | nindent 0 }}
{{- end }}

{{/* The number of pods that a component has at least. Takes its values. */}}
{{- define "todo.minimum" -}}
{{- ternary .autoscaling.minReplicas .replicaCount .autoscaling.enabled }}
{{- end }}
