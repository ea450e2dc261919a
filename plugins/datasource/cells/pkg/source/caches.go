package source

import (
	"context"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// siteFields remembers, of a measurement, which fields the datasource's sites stored, and when the others were looked for.
type siteFields struct {
	stored map[string]bool
	at     time.Time
}

// flights lets identical reads that overlap in time share one request. The request is cancelled when its last reader leaves.
type flights struct {
	mu  sync.Mutex
	all map[string]*flight
}

type flight struct {
	readers int
	cancel  context.CancelFunc
	done    chan struct{}
	answer  *influx.Answer
	err     error
}

// planCache keeps the plan for seconds; rows of visits are never kept.
type planCache struct {
	mu   sync.Mutex
	at   time.Time
	plan *plan.Plan
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

// void is an event that strikes visits of an item at its site: records under a wrong ID. The station narrows it where it is named
// (not the equipment, which is that of whoever sent the event); fromMs and toMs are the ends of the visits' source times, 0
// where the event names none.
type void struct {
	site, station string
	fromMs, toMs  int64
}

// voids are all voids by item.
type voids map[string][]void

// voidCache keeps the voids for seconds.
type voidCache struct {
	mu  sync.Mutex
	at  time.Time
	all voids
}
