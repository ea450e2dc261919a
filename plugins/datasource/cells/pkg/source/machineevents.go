package source

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Machine is one of a site.
type Machine struct{ Site, Equipment string }

// NewestEvents is when something of a kind last happened to machines, in ns.
func (r *Run) NewestEvents(ctx context.Context, kind string, over Span) (map[Machine]int64, error) {
	fields, err := r.Fields(ctx, r.Databases.Record, vocabulary.MeasurementEvent)
	if DatabaseMissing(err) || err == nil && len(fields) == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	named := slices.DeleteFunc(slices.Clone(fields), func(k FieldKey) bool { return k.Name != "equipment" && k.Name != "target_id" })
	if len(named) == 0 {
		return nil, nil
	}
	results, err := r.Read(ctx, r.Databases.Record, Statement{
		From: vocabulary.MeasurementEvent, Columns: RecordColumns([]string{"site"}, named), Range: over,
		Where: []Condition{{Column: Tag("kind"), Operator: "=", Values: []any{kind}}},
	})
	if err != nil {
		return nil, err
	}
	at := map[Machine]int64{}
	for _, series := range results[0].Series {
		when, site, equipment, target := series.Rows.Column("time"), series.Rows.Column("site"), series.Rows.Column("equipment"), series.Rows.Column("target_id")
		for row := range series.Rows.Len() {
			ns, _ := when.Int(row)
			of := Machine{table.TextOr(site, row, ""), table.TextOr(equipment, row, table.TextOr(target, row, ""))}
			at[of] = max(at[of], ns)
		}
	}
	return at, nil
}
