package source

import (
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
)

// foreignFieldAge is for how long a field that no allowed site stored is not looked for again.
const foreignFieldAge = 5 * time.Minute

// ofSites keeps those fields of a measurement that the datasource's sites stored: SHOW FIELD KEYS cannot be narrowed by a
// tag, and the name of a field is a fact about the site that stored it.
func (e *Source) ofSites(ctx context.Context, database, measurement string, keys []influx.FieldKey) ([]influx.FieldKey, error) {
	if len(e.Sites) == 0 || database != e.Databases.Visits || len(keys) == 0 {
		return keys, nil
	}
	e.schemas.mu.Lock()
	known := e.schemas.sites[measurement]
	e.schemas.mu.Unlock()
	unknown := slices.DeleteFunc(slices.Clone(keys), func(k influx.FieldKey) bool { return known.stored[k.Name] })
	if now := e.Now(); len(unknown) > 0 && now.Sub(known.at) > foreignFieldAge {
		found, err := e.storedBySites(ctx, database, measurement, unknown)
		if err != nil {
			return nil, err
		}
		for name := range known.stored {
			found[name] = true
		}
		known = siteFields{found, now}
		e.schemas.mu.Lock()
		if e.schemas.sites == nil {
			e.schemas.sites = map[string]siteFields{}
		}
		e.schemas.sites[measurement] = known
		e.schemas.mu.Unlock()
	}
	return slices.DeleteFunc(slices.Clone(keys), func(k influx.FieldKey) bool { return !known.stored[k.Name] }), nil
}

// storedBySites tells which fields have a value in some row of the datasource's sites.
func (e *Source) storedBySites(ctx context.Context, database, measurement string, keys []influx.FieldKey) (map[string]bool, error) {
	run := &Run{Source: e}
	found := map[string]bool{}
	for some := range slices.Chunk(keys, maxNames) {
		results, err := run.Read(ctx, database, influx.Statement{
			From: measurement, Columns: RecordColumns(nil, some), Reduce: "last",
			Range: influx.Range{From: 0, To: e.Now().Add(planAhead).UnixNano()},
		})
		if err != nil {
			return nil, err
		}
		for _, series := range results[0].Series {
			for _, c := range series.Rows.Columns() {
				if series.Rows.Len() > 0 && !c.AllMissing() {
					found[c.Name] = true
				}
			}
		}
	}
	return found, nil
}
