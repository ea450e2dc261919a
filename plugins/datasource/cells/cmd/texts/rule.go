package main

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"text/template"
)

// rule is a request to fill in templates of an alert rule for one instance.
type rule struct {
	Texts       map[string]string   `json:"texts"` // templates by name
	Labels      map[string]string   `json:"labels"`
	Values      map[string]*float64 `json:"values"` // by ref; null is no number
	Queries     []string            `json:"queries"`
	ExternalURL string              `json:"externalURL"`
	// ParseOnly asks whether the templates can be read at all.
	ParseOnly bool `json:"parseOnly"`
}

// value is what $values.<ref> is.
type value struct {
	Labels map[string]string
	Value  float64
}

// String writes the number with all its digits, as `{{ $values.A }}` shows it.
func (v value) String() string { return strconv.FormatFloat(v.Value, 'f', -1, 64) }

// The variables of a rule's templates, as Grafana declares them in front of each.
const variables = "{{- $labels := .Labels -}}{{- $values := .Values -}}{{- $value := .Value -}}"

func (r *rule) fill() (map[string]string, error) {
	external, err := url.Parse(r.ExternalURL)
	if err != nil {
		return nil, err
	}
	data := map[string]any{"Labels": r.Labels, "Values": r.values(), "Value": r.value()}
	filled := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(r.Texts)) {
		text := r.Texts[name]
		if !strings.Contains(text, "{{") {
			filled[name] = text
			continue
		}
		parsed, err := template.New(name).Funcs(ruleFuncs(external)).Option("missingkey=invalid").Parse(variables + text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if r.ParseOnly {
			continue
		}
		var out strings.Builder
		if err := parsed.Execute(&out, data); err != nil {
			// Grafana shows the template itself rather than no text.
			filled[name] = text
			continue
		}
		filled[name] = strings.ReplaceAll(out.String(), "<no value>", "[no value]")
	}
	return filled, nil
}

func (r *rule) values() map[string]value {
	out := make(map[string]value, len(r.Values))
	for ref, number := range r.Values {
		out[ref] = value{Labels: r.Labels, Value: orNaN(number)}
	}
	return out
}

// value is $value: the number where one query answered, else every ref with its number in words.
func (r *rule) value() any {
	var answered []string
	for _, ref := range r.Queries {
		if _, ok := r.Values[ref]; ok {
			answered = append(answered, ref)
		}
	}
	if len(answered) == 1 {
		return orNaN(r.Values[answered[0]])
	}
	words := make([]string, 0, len(r.Values))
	for _, ref := range slices.Sorted(maps.Keys(r.Values)) {
		words = append(words, fmt.Sprintf("[ var='%s' value=%v ]", ref, orNaN(r.Values[ref])))
	}
	return strings.Join(words, ", ")
}
