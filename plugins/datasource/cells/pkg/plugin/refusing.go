package plugin

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/resource/httpadapter"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// Refusing stands for a data source whose settings must not be used: every query, resource, stream and health check
// answers why. (An error of New would reach people as a failure of the plugin.)
type Refusing struct {
	backend.CallResourceHandler

	why string
}

var (
	_ backend.QueryDataHandler    = (*Refusing)(nil)
	_ backend.CheckHealthHandler  = (*Refusing)(nil)
	_ backend.CallResourceHandler = (*Refusing)(nil)
	_ backend.StreamHandler       = (*Refusing)(nil)
)

func refusing(err error) *Refusing {
	r := &Refusing{why: err.Error()}
	r.CallResourceHandler = httpadapter.New(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusBadRequest, map[string]string{"message": r.why})
	}))
	return r
}

// QueryData answers every query with the reason.
func (r *Refusing) QueryData(_ context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	answer := backend.NewQueryDataResponse()
	for _, q := range req.Queries {
		answer.Responses[q.RefID] = backend.DataResponse{
			Error: errors.New(r.why), Status: backend.StatusBadRequest, ErrorSource: backend.ErrorSourceDownstream,
		}
	}
	return answer, nil
}

// CheckHealth is unhealthy for the reason.
func (r *Refusing) CheckHealth(context.Context, *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	return unhealthy(r.why), nil
}

// SubscribeStream opens no channel.
func (r *Refusing) SubscribeStream(ctx context.Context, req *backend.SubscribeStreamRequest) (*backend.SubscribeStreamResponse, error) {
	backend.Logger.FromContext(ctx).Info("channel refused", "path", req.Path, "reason", r.why)
	return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusPermissionDenied}, nil
}

// PublishStream refuses.
func (r *Refusing) PublishStream(context.Context, *backend.PublishStreamRequest) (*backend.PublishStreamResponse, error) {
	return &backend.PublishStreamResponse{Status: backend.PublishStreamStatusPermissionDenied}, nil
}

// RunStream tells the reason to those who still listen to a channel of before, and nothing more: an error would have Grafana
// run it again and again.
func (r *Refusing) RunStream(ctx context.Context, _ *backend.RunStreamRequest, sender *backend.StreamSender) error {
	pulse := time.NewTicker(pulseEvery)
	defer pulse.Stop()
	for {
		if err := sender.SendFrame(pulseFrame(epochRefused, r.why), data.IncludeAll); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-pulse.C:
		}
	}
}
