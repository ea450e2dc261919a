package types

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/signals"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Vocabulary are the words that queries may use, for editors.
type Vocabulary struct {
	QueryTypes  []QueryTypeInfo `json:"queryTypes"`
	Visits      []retest.Choice `json:"visits"`
	Operators   []string        `json:"operators"`
	Include     []string        `json:"include"`
	SignalKinds []string        `json:"signalKinds"`
	States      []string        `json:"states"`
	RunTypes    []string        `json:"runTypes"`
	EventKinds  []string        `json:"eventKinds"`
	EventStates []string        `json:"eventStates"`
}

// QueryTypeInfo names a query type.
type QueryTypeInfo struct {
	Name      string `json:"name"`
	Alertable bool   `json:"alertable"`
}

// TheVocabulary is what this version understands.
func TheVocabulary() Vocabulary {
	v := Vocabulary{
		Visits: []retest.Choice{retest.First, retest.Last, retest.All}, Operators: vocabulary.FilterOperators,
		Include: vocabulary.VisitIncludes, SignalKinds: signals.SignalKinds(), States: vocabulary.SignalStates,
		RunTypes: vocabulary.RunTypes, EventKinds: vocabulary.StoredEvents, EventStates: vocabulary.EventStates,
	}
	for _, t := range Types() {
		v.QueryTypes = append(v.QueryTypes, QueryTypeInfo{Name: t.Name, Alertable: t.Alertable})
	}
	return v
}
