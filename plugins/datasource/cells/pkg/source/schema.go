package source

import (
	"context"
	"maps"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
)

const (
	schemaAge = 10 * time.Second
	// maxSchemas bounds how many measurements are remembered: anybody may ask for stations that never were.
	maxSchemas = 1_000
)

// Fields lists the fields that a measurement ever had (of the datasource's sites); none when nothing was ever stored. A missing database is an error.
func (e *Source) Fields(ctx context.Context, database, measurement string) ([]influx.FieldKey, error) {
	key := database + "\x00" + measurement
	now := e.Now()
	e.schemas.mu.Lock()
	cached, ok := e.schemas.all[key]
	e.schemas.mu.Unlock()
	if ok && now.Sub(cached.at) < schemaAge {
		return cached.keys, nil
	}
	keys, err := e.client.FieldKeys(ctx, database, measurement)
	if err == nil && len(keys) == 0 {
		err = e.Ping(ctx, database) // nothing stored, or no such database?
	}
	if err != nil {
		return nil, err
	}
	if keys, err = e.ofSites(ctx, database, measurement, keys); err != nil {
		return nil, err
	}
	e.schemas.mu.Lock()
	defer e.schemas.mu.Unlock()
	if e.schemas.all == nil {
		e.schemas.all = map[string]cachedSchema{}
	}
	if len(e.schemas.all) >= maxSchemas {
		maps.DeleteFunc(e.schemas.all, func(_ string, old cachedSchema) bool { return now.Sub(old.at) >= schemaAge || len(old.keys) == 0 })
	}
	if len(e.schemas.all) < maxSchemas {
		e.schemas.all[key] = cachedSchema{at: now, keys: keys}
	}
	return keys, nil
}
