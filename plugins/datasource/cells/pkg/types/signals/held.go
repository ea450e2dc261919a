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

// countHeld counts, of every signal that says since when it lasts, the cells that were put on hold at its place since. Where holds cannot
// be read nothing else is less true for it: the number is missing, and people are told so.
func (s *search) countHeld(ctx context.Context, found []signal) {
	if err := s.held(ctx, found); err != nil {
		s.unsaid(ctx, err)
	}
}

func (s *search) held(ctx context.Context, found []signal) error {
	first := math.Inf(1)
	for _, of := range found {
		if f := of.known(); f.SinceMs < first {
			first = f.SinceMs
		}
	}
	if math.IsInf(first, 1) {
		return nil
	}
	fields, err := s.Fields(ctx, s.Databases.Record, vocabulary.MeasurementEvent)
	if source.DatabaseMissing(err) {
		return nil
	}
	if err != nil {
		return err
	}
	held, err := s.holdsSince(ctx, fields, int64(first)*1e6)
	if err != nil {
		return err
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

// holdsSince reads the holds from a moment (ns) on: all of them, or it fails. What they are cut by is not what the signals are.
func (s *search) holdsSince(ctx context.Context, fields []source.FieldKey, ns int64) ([]*source.Series, error) {
	var columns []source.Column
	for _, name := range append([]string{"item_id"}, placesOfHolds...) {
		if slices.ContainsFunc(fields, func(k source.FieldKey) bool { return k.Name == name }) {
			columns = append(columns, source.Field(name, table.Text))
		}
	}
	if len(columns) == 0 {
		return nil, nil
	}
	aside := s.Aside(s.Range)
	results, err := aside.Read(ctx, s.Databases.Record, source.Statement{
		From: vocabulary.MeasurementEvent, Columns: append(columns, source.Tag("site")),
		Range: source.Span{From: ns, To: max(s.Range.To.UnixNano(), s.Now().UnixNano()) + 1},
		Where: []source.Condition{{Column: source.Tag("kind"), Operator: "=", Values: []any{vocabulary.EventHold}}},
	})
	if err == nil {
		err = aside.Log.Whole(s.Budget.Rows)
	}
	if err != nil {
		return nil, err
	}
	s.Tell(aside)
	return results[0].Series, nil
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
