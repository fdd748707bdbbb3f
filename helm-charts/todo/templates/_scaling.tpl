{{/* A component's autoscaler, when it has one. Takes (list $ "backend"). */}}
{{- define "todo.autoscaler" -}}
{{- $root := first . }}
{{- $component := last . }}
{{- with (get $root.Values $component).autoscaling }}
{{- if .enabled -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "todo.fullname" $root }}-{{ $component }}
  labels:
    {{- include "todo.componentLabels" (list $root $component) | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "todo.fullname" $root }}-{{ $component }}
  minReplicas: {{ .minReplicas }}
  maxReplicas: {{ .maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ .targetCPUUtilizationPercentage }}
  behavior:
    {{- toYaml .behavior | nindent 4 }}
{{- end }}
{{- end }}
{{- end }}

{{/* A component's budget of pods that may be away at once, when there are several. Takes (list $ "backend"). */}}
{{- define "todo.disruptionBudget" -}}
{{- $root := first . }}
{{- $component := last . }}
{{- $values := get $root.Values $component }}
{{- if and $values.podDisruptionBudget.enabled (gt (include "todo.minimum" $values | int) 1) -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "todo.fullname" $root }}-{{ $component }}
  labels:
    {{- include "todo.componentLabels" (list $root $component) | nindent 4 }}
spec:
  maxUnavailable: {{ $values.podDisruptionBudget.maxUnavailable }}
  # A pod that isn't ready may always go, or a broken version would hold up the node.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "todo.selectorLabels" (list $root $component) | nindent 6 }}
{{- end }}
{{- end }}
