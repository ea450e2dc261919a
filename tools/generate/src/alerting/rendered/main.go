// Renders the message of a contact point, or an annotation of a rule, as Grafana does: Go's text/template with missing labels
// empty, and of Grafana's own functions those that the texts use: data.ToJSON (grafana/alerting, templates/gomplate), humanize
// of numbers from 1 to 1000 and reReplaceAll (Prometheus' templates).
//
//	go run main.go <in.json >message   in.json: {"template": "…", "firing": [{"labels": {…}, "startsAt": "RFC 3339"}]}
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
	Labels   map[string]string
	Value    float64
	StartsAt time.Time
}

type dataFuncs struct{}

func (dataFuncs) ToJSON(in any) (string, error) {
	text, err := json.Marshal(in)
	return string(text), err
}

func main() {
	var in struct {
		Template string
		Firing   []alert
	}
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		log.Fatal(err)
	}
	parsed, err := template.New("message").
		Option("missingkey=zero").
		Funcs(template.FuncMap{
			"valuesOf": func(v float64) map[string]any {
				return map[string]any{"A": map[string]float64{"Value": v}}
			},
			"data":     func() dataFuncs { return dataFuncs{} },
			"humanize": func(v float64) string { return fmt.Sprintf("%.4g", v) },
			"reReplaceAll": func(pattern, with, text string) string {
				return regexp.MustCompile(pattern).ReplaceAllString(text, with)
			},
		}).
		Parse(in.Template)
	if err != nil {
		log.Fatal(err)
	}
	data := map[string]any{"Alerts": map[string]any{"Firing": in.Firing}}
	if err := parsed.Execute(os.Stdout, data); err != nil {
		log.Fatal(err)
	}
}
