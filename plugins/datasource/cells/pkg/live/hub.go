package live

import (
	"encoding/json"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/visits"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// Hub lets the queries of one datasource be followed.
type Hub struct {
	env  *source.Source
	live followed
}

// NewHub gives a datasource's hub.
func NewHub(from *source.Source) *Hub { return &Hub{env: from} }

// Follow begins to follow a visits query, until Leave. Of one station all followers share one read.
func (h *Hub) Follow(raw json.RawMessage) (*Follower, error) {
	runner, err := visits.ParseVisits(raw)
	if err != nil {
		return nil, err
	}
	f := &Follower{
		Frames: make(chan *data.Frame, frameRoom), of: &h.live, query: runner.(*visits.Query), joinedMs: h.env.Now().UnixMilli(),
	}
	return f, h.live.join(h.env, f)
}

// CanonicalVisits checks a visits query and spells it in one way, defaults written out.
func CanonicalVisits(raw json.RawMessage) (json.RawMessage, error) {
	runner, err := visits.ParseVisits(raw)
	if err != nil {
		return nil, err
	}
	q := *runner.(*visits.Query)
	q.Include = nil // limits and signals come with queries
	if q.RunTypes == nil {
		q.RunTypes = []string{visit.AllRunTypes}
	}
	return json.Marshal(q)
}
