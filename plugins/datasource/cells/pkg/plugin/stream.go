package plugin

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
)

const (
	channelPrefix = "visits/v1/"
	// longestInPath is the longest query that a channel's path carries itself; Grafana allows 160 characters in all.
	longestInPath = 100
	pollEvery     = time.Second
	hashLength    = 16
)

var _ backend.StreamHandler = (*Datasource)(nil)

// registered keeps queries that are too long for a path, by the hash that stands for them.
type registered struct {
	mu      sync.Mutex
	queries map[string]json.RawMessage
}

// channelPath spells a visits query as the path of its channel.
func (d *Datasource) channelPath(raw json.RawMessage) (string, error) {
	canonical, err := query.CanonicalVisits(raw)
	if err != nil {
		return "", err
	}
	encoded := base64.RawURLEncoding.EncodeToString(canonical)
	if len(encoded) <= longestInPath {
		return channelPrefix + encoded, nil
	}
	sum := sha256.Sum256(canonical)
	hash := hex.EncodeToString(sum[:])[:hashLength]
	d.channels.mu.Lock()
	defer d.channels.mu.Unlock()
	if d.channels.queries == nil {
		d.channels.queries = map[string]json.RawMessage{}
	}
	d.channels.queries[hash] = canonical
	return channelPrefix + hash, nil
}

// live opens the query that a channel's path carries or stands for.
func (d *Datasource) live(path string) (*query.Live, error) {
	name, ok := strings.CutPrefix(path, channelPrefix)
	if !ok {
		return nil, fmt.Errorf("channel %q is unknown; channels begin with %s", path, channelPrefix)
	}
	d.channels.mu.Lock()
	raw, known := d.channels.queries[name]
	d.channels.mu.Unlock()
	if !known {
		var err error
		if raw, err = base64.RawURLEncoding.DecodeString(name); err != nil || len(raw) == 0 || raw[0] != '{' {
			return nil, fmt.Errorf("channel %q carries no query; ask for its path at the resource live again", path)
		}
	}
	return d.env.OpenLive(raw)
}

// postLive answers {"path"} for a visits query.
func (d *Datasource) postLive(r *http.Request) (any, error) {
	var raw json.RawMessage
	if err := json.NewDecoder(http.MaxBytesReader(nil, r.Body, 1<<20)).Decode(&raw); err != nil {
		return nil, &query.UserError{Message: "the body is not a query: " + err.Error()}
	}
	path, err := d.channelPath(raw)
	return map[string]string{"path": path}, err
}

// SubscribeStream accepts channels that carry a query.
func (d *Datasource) SubscribeStream(ctx context.Context, req *backend.SubscribeStreamRequest) (*backend.SubscribeStreamResponse, error) {
	err := query.Guard("channel "+req.Path, func() error {
		_, err := d.live(req.Path)
		return err
	})
	if err != nil {
		backend.Logger.FromContext(ctx).Info("channel refused", "path", req.Path, "reason", err)
		return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusNotFound}, nil
	}
	return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusOK}, nil
}

// PublishStream refuses: nobody but the plant writes visits.
func (d *Datasource) PublishStream(context.Context, *backend.PublishStreamRequest) (*backend.PublishStreamResponse, error) {
	return &backend.PublishStreamResponse{Status: backend.PublishStreamStatusPermissionDenied}, nil
}

// RunStream follows a query until its last reader leaves; Grafana runs one for each channel. A database that is away for
// a while ends nothing.
func (d *Datasource) RunStream(ctx context.Context, req *backend.RunStreamRequest, sender *backend.StreamSender) error {
	return query.Guard("channel "+req.Path, func() error { return d.runStream(ctx, req, sender) })
}

func (d *Datasource) runStream(ctx context.Context, req *backend.RunStreamRequest, sender *backend.StreamSender) error {
	live, err := d.live(req.Path)
	if err != nil {
		return err
	}
	logger := backend.Logger.FromContext(ctx)
	ticker := time.NewTicker(pollEvery)
	defer ticker.Stop()
	for {
		frame, err := live.Poll(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			logger.Warn("a live query failed and is tried again", "error", d.classify(err).Message)
		} else if frame != nil {
			if err := sender.SendFrame(frame, data.IncludeAll); err != nil {
				return err
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
	}
}
