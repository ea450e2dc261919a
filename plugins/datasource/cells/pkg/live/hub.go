package live

import (
	"encoding/json"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/visits"
)

// Hub lets the queries of one datasource be followed.
type Hub struct {
	env  *source.Source
	live followed
}

// NewHub gives a datasource's hub.
func NewHub(env *source.Source) *Hub { return &Hub{env: env} }

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
