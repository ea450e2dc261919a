package plan

import (
	"cmp"
	"time"
)

// StationRow is what the plan says of a station at a moment, before it began what it began with; nil when it does not know it.
func (p *Plan) StationRow(station string, ns int64) *Row {
	return p.Stations.At(station, "", Scope{}, max(ns, p.Begin))
}

// Zone is the environment zone of a station, "" when the plan names none.
func (p *Plan) Zone(station string, ns int64) string {
	if row := p.StationRow(station, ns); row != nil {
		return row.Text("zone")
	}
	return ""
}

// StationItem says what a station works on: cell, tray, roll …
func StationItem(row *Row) string { return row.Text("item") }

// MaterialsOf are the materials that a station takes.
func MaterialsOf(row *Row) []string { return listOf(row.Text("materials")) }

// CountsPasses tells that the numbers a station gives its passes do not count: they are numbered by time.
func (p *Plan) CountsPasses(station string, ns int64) bool {
	return p.StationRow(station, ns).CountsPasses()
}

// countedLookback is the least time in which the earlier passes of an item are looked for at a station whose numbers do not count.
const countedLookback = 24 * time.Hour

// Lookback is how long before a range a station is read to number its passes: as long as an item may take to come there.
func (p *Plan) Lookback(station string, ns int64) time.Duration {
	if !p.CountsPasses(station, ns) {
		return 0
	}
	hours := p.StationRow(station, ns).NumberOr("max_hours", 0)
	return max(countedLookback, time.Duration(hours*float64(time.Hour)))
}

// RecordedItem is the item of a station in the plan, "" when the plan does not know it.
func (p *Plan) RecordedItem(station string, ns int64) string {
	if row := p.StationRow(station, ns); row != nil {
		return cmp.Or(row.Text("item"), "cell")
	}
	return ""
}

// CountsPasses tells whether a station counts every pass from 1 again, so that passes are numbered by their time.
func (r *Row) CountsPasses() bool {
	if r == nil {
		return false
	}
	counts, _ := r.Bool("retest_count")
	return counts
}

// StationName is what the plan calls a station at a moment; its id where it has no name.
func (p *Plan) StationName(station string, ns int64) string {
	if row := p.StationRow(station, ns); row != nil {
		return cmp.Or(row.Text("name"), station)
	}
	return station
}
