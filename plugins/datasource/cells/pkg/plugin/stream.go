package plugin

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/live"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

var _ backend.StreamHandler = (*Datasource)(nil)

// findEvery is how often a channel looks for a query that nobody asks for any more: after a restart of this process, until
// somebody who still listens asks for its path again.
const findEvery = time.Second

// postLive answers {"path"} for a visits query.
func (d *Datasource) postLive(r *http.Request) (any, error) {
	user := loginOf(backend.UserFromContext(r.Context()))
	if err := d.channels.room(user); err != nil {
		return nil, err
	}
	if r.Body == nil {
		return nil, source.Mistake("the body is empty; it is not a query")
	}
	var raw json.RawMessage
	if err := json.NewDecoder(http.MaxBytesReader(nil, r.Body, maxLiveQuery)).Decode(&raw); err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			return nil, source.Mistake("a live query has more than %d bytes, which is the most that is followed; name fewer values, or switch live updates off", large.Limit)
		}
		return nil, source.Mistake("the body is not a query: %s", err)
	}
	path, err := d.channels.path(raw, user)
	return map[string]string{"path": path}, err
}

// loginOf names a user; all who are not logged in count as one.
func loginOf(user *backend.User) string {
	if user == nil {
		return ""
	}
	return user.Login
}

// SubscribeStream accepts channels that carry a query, or may stand for one: why one is not kept is told in the channel, for
// whoever is refused here hears of a channel that is not found.
func (d *Datasource) SubscribeStream(ctx context.Context, req *backend.SubscribeStreamRequest) (*backend.SubscribeStreamResponse, error) {
	err := source.Guard("channel "+req.Path, func() error {
		raw, err := d.channels.query(req.Path)
		if err == nil {
			_, err = live.CanonicalVisits(raw)
		}
		return err
	})
	if err != nil && !errors.Is(err, errNotKept) {
		backend.Logger.FromContext(ctx).Debug("channel refused", "path", req.Path, "reason", err)
		return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusNotFound}, nil
	}
	return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusOK}, nil
}

// PublishStream refuses: nobody but the plant writes visits.
func (d *Datasource) PublishStream(context.Context, *backend.PublishStreamRequest) (*backend.PublishStreamResponse, error) {
	return &backend.PublishStreamResponse{Status: backend.PublishStreamStatusPermissionDenied}, nil
}

// RunStream follows a query until its last reader leaves; Grafana runs one for each channel. Nothing else ends it: an error
// would have Grafana run it again and log each time. What is wrong is told to those who listen.
func (d *Datasource) RunStream(ctx context.Context, req *backend.RunStreamRequest, sender *backend.StreamSender) error {
	return source.Guard("channel "+req.Path, func() error {
		c := &channel{Datasource: d, path: req.Path, sender: sender}
		leave, err := d.channels.enter(loginOf(req.PluginContext.User))
		if err != nil {
			c.refused = err
		} else {
			defer leave()
		}
		return c.run(ctx)
	})
}

// channel is one running stream.
type channel struct {
	*Datasource
	path     string
	sender   *backend.StreamSender
	refused  error
	follower *live.Follower
	said     [2]string // epoch and trouble of the last pulse
}

func (c *channel) run(ctx context.Context) error {
	pulse, find := time.NewTicker(pulseEvery), time.NewTicker(findEvery)
	defer pulse.Stop()
	defer find.Stop()
	defer func() {
		if c.follower != nil {
			c.follower.Leave()
		}
	}()
	always := true
	for {
		if err := c.pulse(always); err != nil {
			return err
		}
		var frames chan *data.Frame
		if c.follower != nil {
			frames = c.follower.Frames
		}
		select {
		case <-ctx.Done():
			return nil
		case frame := <-frames:
			always = false
			if err := c.sender.SendFrame(frame, data.IncludeAll); err != nil {
				return err
			}
		case <-find.C:
			always = false
		case <-pulse.C:
			always = true
		}
	}
}

// pulse finds the query if it is not followed yet, and says how it stands: always, or where that has changed.
func (c *channel) pulse(always bool) error {
	epoch, trouble := epochRefused, ""
	if forgotten, err := c.find(); err != nil {
		trouble = c.classify(err).Message
		if forgotten {
			epoch = ""
		}
	} else {
		at := c.follower.Pulse()
		epoch = at.Epoch
		if at.Err != nil {
			trouble = c.classify(at.Err).Message
		}
	}
	if now := [2]string{epoch, trouble}; always || now != c.said {
		c.said = now
		return c.sender.SendFrame(pulseFrame(epoch, trouble), data.IncludeAll)
	}
	return nil
}

// find follows the query; forgotten says that nobody knows it any more.
func (c *channel) find() (forgotten bool, err error) {
	if c.refused != nil || c.follower != nil {
		return false, c.refused
	}
	raw, err := c.channels.query(c.path)
	if err != nil {
		return true, source.Mistake("%s", err)
	}
	follower, err := c.live.Follow(raw)
	if err == nil {
		c.follower = follower
	}
	return false, err
}
