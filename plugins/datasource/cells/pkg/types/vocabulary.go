package types

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/signals"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/visits"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// Vocabulary are the words that queries may use, for editors.
type Vocabulary struct {
	QueryTypes  []QueryTypeInfo `json:"queryTypes"`
	Visits      []join.Visits   `json:"visits"`
	Operators   []string        `json:"operators"`
	Include     []string        `json:"include"`
	SignalKinds []string        `json:"signalKinds"`
	States      []string        `json:"states"`
	RunTypes    []string        `json:"runTypes"`
	EventKinds  []string        `json:"eventKinds"`
}

// QueryTypeInfo names a query type.
type QueryTypeInfo struct {
	Name      string `json:"name"`
	Alertable bool   `json:"alertable"`
}

// TheVocabulary is what this version understands.
func TheVocabulary() Vocabulary {
	v := Vocabulary{
		Visits: []join.Visits{join.First, join.Last, join.All}, Operators: source.FilterOperators,
		Include: []string{visits.IncludeLimits, visits.IncludeSignals}, SignalKinds: signals.SignalKinds(), States: signals.SignalStates,
		RunTypes: []string{visit.DefaultRunType, "master", "setup", "trial", "sample", "first-piece"},
		EventKinds: []string{
			"hold", "release", "rework", "inspect", "scrap", "downgrade", "use-as-is", "note", "exception", "acknowledge", "cause",
			"action", "maintenance", "tool-change", "changeover", "master-check", "calibration", "alert", "limit-change", "void",
		},
	}
	for _, t := range Types() {
		v.QueryTypes = append(v.QueryTypes, QueryTypeInfo{Name: t.Name, Alertable: t.Alertable})
	}
	return v
}
