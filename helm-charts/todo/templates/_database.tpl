{{/* True when the database's whole address comes from a Secret. */}}
{{- define "todo.databaseByUrl" -}}
{{- if and (not .Values.postgres.enabled) .Values.externalDatabase.urlKey }}true{{ end }}
{{- end }}

{{/* The address in parts, as settings of the ConfigMap; nothing when it is in a Secret. */}}
{{- define "todo.databaseConfig" -}}
{{- if .Values.postgres.enabled }}
DATABASE_HOST: {{ include "todo.fullname" . }}-postgres
DATABASE_PORT: {{ .Values.postgres.service.port | quote }}
DATABASE_NAME: {{ .Values.postgres.env.POSTGRES_DB | quote }}
DATABASE_USER: {{ .Values.postgres.env.POSTGRES_USER | quote }}
{{- else if not (include "todo.databaseByUrl" .) }}
{{- with .Values.externalDatabase }}
DATABASE_HOST: {{ .host | quote }}
DATABASE_PORT: {{ .port | quote }}
DATABASE_NAME: {{ .name | quote }}
DATABASE_USER: {{ .user | quote }}
DATABASE_SSLMODE: {{ .sslMode }}
{{- if or .ca.configMapName .ca.secretName }}
DATABASE_SSLROOTCERT: /etc/todo/database-ca/{{ .ca.key }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "todo.databaseSecretName" -}}
{{- $external := ternary "" .Values.externalDatabase.existingSecret .Values.postgres.enabled }}
{{- $external | default (include "todo.secretName" .) }}
{{- end }}

{{- define "todo.databasePasswordKey" -}}
{{- $external := and (not .Values.postgres.enabled) .Values.externalDatabase.existingSecret }}
{{- ternary .Values.externalDatabase.passwordKey "POSTGRES_PASSWORD" (not (empty $external)) }}
{{- end }}

{{/* The secret part of the address, as the API's variable. */}}
{{- define "todo.databaseEnv" -}}
{{- if include "todo.databaseByUrl" . -}}
- name: DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ include "todo.databaseSecretName" . }}
      key: {{ .Values.externalDatabase.urlKey }}
{{- else -}}
- name: DATABASE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "todo.databaseSecretName" . }}
      key: {{ include "todo.databasePasswordKey" . }}
{{- end }}
{{- end }}

{{/* The address as PostgreSQL's own programs take it. With a whole address they get it as an argument instead. */}}
{{- define "todo.libpqEnv" -}}
{{- if include "todo.databaseByUrl" . -}}
{{ include "todo.databaseEnv" . }}
{{- else -}}
{{- range $variable, $key := dict "PGHOST" "DATABASE_HOST" "PGPORT" "DATABASE_PORT" "PGDATABASE" "DATABASE_NAME" "PGUSER" "DATABASE_USER" }}
- name: {{ $variable }}
  valueFrom:
    configMapKeyRef:
      name: {{ include "todo.fullname" $ }}-config
      key: {{ $key }}
{{- end }}
- name: PGPASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "todo.databaseSecretName" . }}
      key: {{ include "todo.databasePasswordKey" . }}
{{- if not .Values.postgres.enabled }}
- name: PGSSLMODE
  value: {{ .Values.externalDatabase.sslMode }}
{{- if include "todo.databaseCa" . }}
- name: PGSSLROOTCERT
  value: /etc/todo/database-ca/{{ .Values.externalDatabase.ca.key }}
{{- end }}
{{- end }}
{{- end }}
- name: PGCONNECT_TIMEOUT
  value: "5"
{{- end }}

{{/* True when a certificate authority for the external database is given. */}}
{{- define "todo.databaseCa" -}}
{{- with .Values.externalDatabase.ca }}{{ if and (not $.Values.postgres.enabled) (or .configMapName .secretName) }}true{{ end }}{{ end }}
{{- end }}

{{- define "todo.databaseCaMount" -}}
{{- if include "todo.databaseCa" . -}}
- name: database-ca
  mountPath: /etc/todo/database-ca
  readOnly: true
{{- end }}
{{- end }}

{{- define "todo.databaseCaVolume" -}}
{{- if include "todo.databaseCa" . -}}
- name: database-ca
  {{- with .Values.externalDatabase.ca }}
  {{- if .configMapName }}
  configMap:
    name: {{ .configMapName }}
  {{- else }}
  secret:
    secretName: {{ .secretName }}
  {{- end }}
  {{- end }}
{{- end }}
{{- end }}
