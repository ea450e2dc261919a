// Renders the message of a contact point as Grafana does: Go's text/template with missing labels empty, and of Grafana's own
// functions the one that the message uses, data.ToJSON (grafana/alerting, templates/gomplate).
//
//	go run main.go <in.json >message   in.json: {"template": "…", "firing": [{"labels": {…}, "startsAt": "RFC 3339"}]}
package main

import (
	"encoding/json"
	"log"
	"os"
	"text/template"
	"time"
)

type alert struct {
	Labels   map[string]string
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
		Funcs(template.FuncMap{"data": func() dataFuncs { return dataFuncs{} }}).
		Parse(in.Template)
	if err != nil {
		log.Fatal(err)
	}
	data := map[string]any{"Alerts": map[string]any{"Firing": in.Firing}}
	if err := parsed.Execute(os.Stdout, data); err != nil {
		log.Fatal(err)
	}
}
