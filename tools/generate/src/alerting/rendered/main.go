// Renders the message of a contact point, or an annotation of a rule, as Grafana does: Go's text/template, in a message with
// missing labels empty, in an annotation with missing values absent; and of Grafana's own functions those that the texts use:
// data.ToJSON (grafana/alerting, templates/gomplate), and of Prometheus' templates humanize of numbers from 1 to 1000,
// humanizeDuration from a second on, reReplaceAll, urlquery and externalURL.
//
//	go run main.go <in.json >message   in.json: {"template": "…", "definitions": "…", "annotation": true,
//	                                    "firing": [{"labels": {…}, "values": {…}, "annotations": {…}, "startsAt": "RFC 3339"}], "resolved": […]}
//
// An annotation is that of the first firing alert.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"regexp"
	"text/template"
	"time"
)

type alert struct {
	Labels, Annotations map[string]string
	Values              map[string]float64
	StartsAt            time.Time
}

type dataFuncs struct{}

func (dataFuncs) ToJSON(in any) (string, error) {
	text, err := json.Marshal(in)
	return string(text), err
}

// value is a number of an annotation.
type value struct{ Value float64 }

func main() {
	var in struct {
		Template         string
		Definitions      string
		Annotation       bool
		Firing, Resolved []alert
	}
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		log.Fatal(err)
	}
	missing, text := "missingkey=zero", in.Template
	var data any = map[string]any{"Alerts": map[string]any{"Firing": in.Firing, "Resolved": in.Resolved}}
	if in.Annotation {
		missing, text = "missingkey=invalid", "{{- $labels := .Labels -}}{{- $values := .Values -}}"+in.Template
		values := map[string]value{}
		for ref, v := range in.Firing[0].Values {
			values[ref] = value{v}
		}
		data = map[string]any{"Labels": in.Firing[0].Labels, "Values": values}
	}
	parsed, err := template.New("message").
		Option(missing).
		Funcs(template.FuncMap{
			"data":             func() dataFuncs { return dataFuncs{} },
			"humanize":         func(v float64) string { return fmt.Sprintf("%.4g", v) },
			"humanizeDuration": humanizeDuration,
			"externalURL":      func() string { return "http://grafana/" },
			"reReplaceAll": func(pattern, with, text string) string {
				return regexp.MustCompile(pattern).ReplaceAllString(text, with)
			},
		}).
		Parse(text)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := parsed.New("definitions").Parse(in.Definitions); err != nil {
		log.Fatal(err)
	}
	if err := parsed.Execute(os.Stdout, data); err != nil {
		log.Fatal(err)
	}
}

func humanizeDuration(s float64) string {
	whole := int64(s)
	days, hours, minutes, seconds := whole/86400, whole/3600%24, whole/60%60, whole%60
	switch {
	case days > 0:
		return fmt.Sprintf("%dd %dh %dm %ds", days, hours, minutes, seconds)
	case hours > 0:
		return fmt.Sprintf("%dh %dm %ds", hours, minutes, seconds)
	case minutes > 0:
		return fmt.Sprintf("%dm %ds", minutes, seconds)
	}
	return fmt.Sprintf("%.4gs", s)
}
