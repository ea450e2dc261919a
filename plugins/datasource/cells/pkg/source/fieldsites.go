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
func (s *Source) ofSites(ctx context.Context, database, measurement string, keys []influx.FieldKey) ([]influx.FieldKey, error) {
	if len(s.Sites) == 0 || database != s.Databases.Visits || len(keys) == 0 {
		return keys, nil
	}
	s.schemas.mu.Lock()
	known := s.schemas.sites[measurement]
	s.schemas.mu.Unlock()
	unknown := slices.DeleteFunc(slices.Clone(keys), func(k influx.FieldKey) bool { return known.stored[k.Name] })
	if now := s.Now(); len(unknown) > 0 && now.Sub(known.at) > foreignFieldAge {
		found, err := s.storedBySites(ctx, database, measurement, unknown)
		if err != nil {
			return nil, err
		}
		for name := range known.stored {
			found[name] = true
		}
		known = siteFields{found, now}
		s.schemas.mu.Lock()
		if s.schemas.sites == nil {
			s.schemas.sites = map[string]siteFields{}
		}
		s.schemas.sites[measurement] = known
		s.schemas.mu.Unlock()
	}
	return slices.DeleteFunc(slices.Clone(keys), func(k influx.FieldKey) bool { return !known.stored[k.Name] }), nil
}

// storedBySites tells which fields have a value in some row of the datasource's sites.
func (s *Source) storedBySites(ctx context.Context, database, measurement string, keys []influx.FieldKey) (map[string]bool, error) {
	run := &Run{Source: s}
	found := map[string]bool{}
	for some := range slices.Chunk(keys, maxNames) {
		results, err := run.Read(ctx, database, influx.Statement{
			From: measurement, Columns: RecordColumns(nil, some), Reduce: "last",
			Range: influx.Range{From: 0, To: s.Now().Add(planAhead).UnixNano()},
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

// siteFields remembers, of a measurement, which fields the datasource's sites stored, and when the others were looked for.
type siteFields struct {
	stored map[string]bool
	at     time.Time
}
