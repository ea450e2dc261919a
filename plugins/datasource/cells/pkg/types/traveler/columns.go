package traveler

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// columnsOf are the tags given and all fields a measurement ever had.
func columnsOf(ctx context.Context, r *source.Run, database, measurement string, tags []string) ([]source.Column, error) {
	fields, err := r.Fields(ctx, database, measurement)
	if err != nil || len(fields) == 0 {
		return nil, err
	}
	return source.RecordColumns(tags, fields), nil
}
