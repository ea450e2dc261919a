package source

import (
	"context"
	"maps"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
)

const (
	schemaAge = 10 * time.Second
	// emptyAge is how long it is believed that nothing was ever stored: the first record is to be seen soon.
	emptyAge = time.Second
	// maxSchemas bounds how many measurements are remembered: anybody may ask for stations that never were.
	maxSchemas = 1_000
)

// Fields lists the fields that a measurement ever had (of the datasource's sites); none when nothing was ever stored. A missing database is an error.
func (s *Source) Fields(ctx context.Context, database, measurement string) ([]influx.FieldKey, error) {
	key := database + "\x00" + measurement
	now := s.Now()
	s.schemas.mu.Lock()
	cached, ok := s.schemas.all[key]
	s.schemas.mu.Unlock()
	if ok && now.Sub(cached.at) < cached.age() {
		return cached.keys, nil
	}
	keys, err := s.client.FieldKeys(ctx, database, measurement)
	if err == nil && len(keys) == 0 {
		err = s.Ping(ctx, database) // nothing stored, or no such database?
	}
	if err != nil {
		return nil, err
	}
	if keys, err = s.ofSites(ctx, database, measurement, keys); err != nil {
		return nil, err
	}
	s.schemas.mu.Lock()
	defer s.schemas.mu.Unlock()
	if s.schemas.all == nil {
		s.schemas.all = map[string]cachedSchema{}
	}
	if len(s.schemas.all) >= maxSchemas {
		maps.DeleteFunc(s.schemas.all, func(_ string, old cachedSchema) bool { return now.Sub(old.at) >= schemaAge || len(old.keys) == 0 })
	}
	if len(s.schemas.all) < maxSchemas {
		s.schemas.all[key] = cachedSchema{at: now, keys: keys}
	}
	return keys, nil
}

// schemaCache keeps the fields of measurements for seconds.
type schemaCache struct {
	mu  sync.Mutex
	all map[string]cachedSchema
	// sites holds, by measurement, what is known of the fields of a datasource that may not read all sites.
	sites map[string]siteFields
}

type cachedSchema struct {
	at   time.Time
	keys []influx.FieldKey
}

func (c cachedSchema) age() time.Duration {
	if len(c.keys) == 0 {
		return emptyAge
	}
	return schemaAge
}
