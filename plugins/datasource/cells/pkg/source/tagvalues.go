package source

import (
	"context"
	"slices"
)

// TagValues lists the values that a tag of a measurement of visits has in a time range, at the sites that may be read and where
// the conditions on other tags hold.
func (r *Run) TagValues(ctx context.Context, measurement, tag string, over Span, where ...Condition) ([]string, error) {
	where = append(slices.Clone(where), r.siteCondition(measurement)...)
	return r.client.TagValues(ctx, r.Databases.Visits, measurement, tag, over, where...)
}
