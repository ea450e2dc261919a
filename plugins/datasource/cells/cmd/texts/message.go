package main

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"text/template"
	"time"

	"github.com/prometheus/common/helpers/templates"
)

// message is a request to fill in the message of a contact point.
type message struct {
	Templates []string     `json:"templates"` // what it may call by name
	Text      string       `json:"text"`
	Data      notification `json:"data"`
}

// notification is what a message's template sees.
type notification struct {
	Receiver          string `json:"receiver"`
	Status            string `json:"status"`
	Alerts            alerts `json:"alerts"`
	GroupLabels       pairs  `json:"groupLabels"`
	CommonLabels      pairs  `json:"commonLabels"`
	CommonAnnotations pairs  `json:"commonAnnotations"`
	ExternalURL       string `json:"externalURL"`
}

type alert struct {
	Status       string             `json:"status"`
	Labels       pairs              `json:"labels"`
	Annotations  pairs              `json:"annotations"`
	StartsAt     time.Time          `json:"startsAt"`
	EndsAt       time.Time          `json:"endsAt"`
	GeneratorURL string             `json:"generatorURL"`
	Fingerprint  string             `json:"fingerprint"`
	DashboardURL string             `json:"dashboardURL"`
	PanelURL     string             `json:"panelURL"`
	SilenceURL   string             `json:"silenceURL"`
	RuleUID      string             `json:"ruleUID"`
	Values       map[string]float64 `json:"values"`
}

type alerts []alert

func (as alerts) of(status string) alerts {
	return slices.DeleteFunc(slices.Clone(as), func(a alert) bool { return a.Status != status })
}

// Firing are the alerts that fire.
func (as alerts) Firing() alerts { return as.of("firing") }

// Resolved are the alerts that are over.
func (as alerts) Resolved() alerts { return as.of("resolved") }

// pairs are labels or annotations.
type pairs map[string]string

type pair struct{ Name, Value string }

// SortedPairs lists them by name, the alert's name first.
func (p pairs) SortedPairs() []pair {
	var out []pair
	for _, name := range slices.Sorted(maps.Keys(p)) {
		out = append(out, pair{name, p[name]})
	}
	first := func(one pair) int {
		if one.Name == "alertname" {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(out, func(a, b pair) int { return first(a) - first(b) })
	return out
}

// Remove leaves out some of them.
func (p pairs) Remove(names []string) pairs {
	out := maps.Clone(p)
	for _, name := range names {
		delete(out, name)
	}
	return out
}

func (m *message) fill() (string, error) {
	parsed := template.New("").Option("missingkey=zero")
	parsed.Funcs(messageFuncs).Funcs(namespaces(parsed))
	for _, text := range append(slices.Clone(m.Templates), m.Text) {
		if _, err := parsed.Parse(text); err != nil {
			return "", err
		}
	}
	var out strings.Builder
	err := parsed.Execute(&out, m.Data)
	return out.String(), err
}

// messageFuncs are functions of the Alertmanager's templates, by its names.
var messageFuncs = template.FuncMap{
	"toUpper":          strings.ToUpper,
	"toLower":          strings.ToLower,
	"trimSpace":        strings.TrimSpace,
	"join":             func(separator string, list []string) string { return strings.Join(list, separator) },
	"match":            regexp.MatchString,
	"reReplaceAll":     reReplaceAll,
	"stringSlice":      func(list ...string) []string { return list },
	"date":             func(layout string, at time.Time) string { return at.Format(layout) },
	"humanizeDuration": templates.HumanizeDuration,
	"tz": func(name string, at time.Time) (time.Time, error) {
		zone, err := time.LoadLocation(name)
		if err != nil {
			return at, err
		}
		return at.In(zone), nil
	},
}
