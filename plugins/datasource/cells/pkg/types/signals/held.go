package signals

import (
	"context"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// placesOfHolds are the columns by which a hold belongs to a signal of a process.
var placesOfHolds = []string{"station", "equipment", "position"}

// countHeld counts, of every signal that says since when it lasts, the cells that were put on hold at its place since.
func (s *search) countHeld(ctx context.Context, found []signal) error {
	first := math.Inf(1)
	for _, of := range found {
		if f := of.known(); f.SinceMs < first {
			first = f.SinceMs
		}
	}
	fields, err := s.Fields(ctx, s.Databases.Record, vocabulary.MeasurementEvent)
	if source.DatabaseMissing(err) || math.IsInf(first, 1) {
		return nil
	}
	if err != nil {
		return err
	}
	var columns []source.Column
	for _, name := range append([]string{"item_id"}, placesOfHolds...) {
		if slices.ContainsFunc(fields, func(k source.FieldKey) bool { return k.Name == name }) {
			columns = append(columns, source.Field(name, table.Text))
		}
	}
	var held []*source.Series
	if len(columns) > 0 {
		results, err := s.Read(ctx, s.Databases.Record, source.Statement{
			From: vocabulary.MeasurementEvent, Columns: append(columns, source.Tag("site")),
			Range: source.Span{From: int64(first) * 1e6, To: max(s.Range.To.UnixNano(), s.Now().UnixNano()) + 1},
			Where: []source.Condition{{Column: source.Tag("kind"), Operator: "=", Values: []any{vocabulary.EventHold}}},
		})
		if err != nil {
			return err
		}
		held = results[0].Series
	}
	lines := s.linesOf()
	for i, of := range found {
		if of.Facts == nil || math.IsNaN(of.Facts.SinceMs) || ofMaterial(of.Labels) {
			continue
		}
		counted := *of.Facts
		counted.Held = float64(heldOf(held, of.Labels, counted.SinceMs, lines))
		found[i].Facts = &counted
	}
	return nil
}

// ofMaterial tells whether a signal is that of a lot of material, which belongs to a line: no hold says of which lot a cell is made.
func ofMaterial(labels map[string]string) bool {
	return labels["lot"] != "" && labels["equipment"] == ""
}

// linesOf are the lines that machines stand at by the plan, by site and machine: an event names no line.
func (s *search) linesOf() map[[2]string][]string {
	lines := map[[2]string][]string{}
	for _, site := range s.PlannedSites(s.plan) {
		for _, m := range s.PlannedEquipment(s.plan, source.Scope{Sites: []string{site.ID}}) {
			of := [2]string{site.ID, m.ID}
			lines[of] = append(lines[of], m.Line)
		}
	}
	return lines
}

// heldOf is how many items were put on hold where a signal is, from a moment (Unix ms) on: of a line those of its machines.
func heldOf(held []*source.Series, labels map[string]string, sinceMs float64, lines map[[2]string][]string) int {
	items := map[string]bool{}
	for _, series := range held {
		at, item, site, equipment := series.Rows.Column("time"), series.Rows.Column("item_id"), series.Rows.Column("site"), series.Rows.Column("equipment")
		lot := labels["lot"]
	rows:
		for row := range series.Rows.Len() {
			if ns, _ := at.Int(row); float64(ns)/1e6 < sinceMs || table.TextOr(site, row, "") != labels["site"] || lot != "" && table.TextOr(item, row, "") != lot {
				continue
			}
			for _, name := range placesOfHolds {
				if labels[name] != "" && table.TextOr(series.Rows.Column(name), row, "") != labels[name] {
					continue rows
				}
			}
			of := lines[[2]string{labels["site"], table.TextOr(equipment, row, "")}]
			if labels["line"] != "" && len(of) > 0 && !slices.Contains(of, labels["line"]) {
				continue
			}
			items[table.TextOr(item, row, "")] = true
		}
	}
	return len(items)
}
