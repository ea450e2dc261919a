package traveler

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// traveler is what was read of one item.
type traveler struct {
	*source.Run
	plan   *plan.Plan
	id     string
	known  bool
	stays  []*stay
	values []*measured
	edges  []*edge
	air    []*reading
	events []*holds.Occurrence
}

// columnsOf are the tags given and all fields a measurement ever had.
func columnsOf(ctx context.Context, r *source.Run, database, measurement string, tags []string) ([]source.Column, error) {
	fields, err := r.Fields(ctx, database, measurement)
	if err != nil || len(fields) == 0 {
		return nil, err
	}
	return source.RecordColumns(tags, fields), nil
}

// reading is a quantity of the zone of a station as of a visit.
type reading struct {
	stay                   *stay
	zone, sensor, quantity string
	value                  float64
	ageS                   *float64 // before the end of the visit; nil for a mean or an end over the visit
}
