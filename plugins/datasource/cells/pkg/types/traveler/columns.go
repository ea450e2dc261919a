package traveler

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// visitColumns are all that the records of a station ever had, and what the plan has it measure: which fields there are is looked up seldom, and
// the first value of one may be out of spec. None of a station that never stored anything.
func (t *traveler) visitColumns(ctx context.Context, station string) ([]source.Column, error) {
	fields, err := t.Fields(ctx, t.Databases.Visits, station)
	if err != nil || len(fields) == 0 {
		return nil, err
	}
	var columns []source.Column
	for _, tag := range vocabulary.VisitTags {
		columns = append(columns, source.Tag(tag))
	}
	stored := map[string]bool{}
	for _, f := range fields {
		stored[f.Name] = true
		if column, ok := source.VisitColumn(f.Name, fields); ok && !column.Tag {
			columns = append(columns, column)
		}
	}
	for _, row := range t.plan.MeasuredAt(station, t.Now().UnixNano()) {
		if !stored[row.Characteristic] && source.CheckCharacteristics([]string{row.Characteristic}) == nil {
			columns = append(columns, source.Field(row.Characteristic, row.ValueType().Kind()))
		}
	}
	return columns, nil
}

// columnsOf are the tags given and all fields a measurement ever had.
func columnsOf(ctx context.Context, r *source.Run, database, measurement string, tags []string) ([]source.Column, error) {
	fields, err := r.Fields(ctx, database, measurement)
	if err != nil || len(fields) == 0 {
		return nil, err
	}
	return source.RecordColumns(tags, fields), nil
}
