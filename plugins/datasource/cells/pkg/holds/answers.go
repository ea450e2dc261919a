// Package holds says what became of items: events in, state out. Pure.
package holds

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// Answers are, by item, the events that settle what is wrong with it.
type Answers map[string][]Answer

// Answer is an event that settles what is wrong with an item: its time, and the station and characteristic it names, "" for all.
type Answer struct {
	Ms                      int64
	Station, Characteristic string
}

// Answer tells whether an event after the visit names the item and, if it names them, the same station and characteristic.
func (a Answers) Answer(labels map[string]string, visitMs int64) bool {
	return slices.ContainsFunc(a[labels[visit.IDColumn]], func(e Answer) bool {
		return e.Ms+1000 > visitMs && // events are stored at whole seconds
			(e.Station == "" || e.Station == labels["station"]) &&
			(e.Characteristic == "" || e.Characteristic == labels["characteristic"])
	})
}
