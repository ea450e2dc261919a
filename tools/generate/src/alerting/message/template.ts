/** A call of one of the templates, with the alert. */
export const template = (name: string) => `{{ template "cellthread.${name}" $ }}`;

/** A template that is given an alert: its labels and what its rule's annotations know of it have names of their own. */
export const define = (name: string, text: string) =>
  `{{ define "cellthread.${name}" }}{{ $labels := .Labels }}{{ $facts := .Annotations }}${text}{{ end }}`;
