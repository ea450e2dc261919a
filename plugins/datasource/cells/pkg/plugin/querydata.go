package plugin

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/experimental/concurrent"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
)

const parallelQueries = 8

// QueryData answers all queries of a request, several at a time.
func (d *Datasource) QueryData(ctx context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	return concurrent.QueryData(ctx, req, func(ctx context.Context, q concurrent.Query) backend.DataResponse {
		run := &query.Run{
			Range:         query.Range{From: q.DataQuery.TimeRange.From, To: q.DataQuery.TimeRange.To},
			MaxDataPoints: q.DataQuery.MaxDataPoints,
		}
		frames, err := d.env.Execute(ctx, run, q.DataQuery.QueryType, q.DataQuery.JSON)
		if err != nil {
			return d.errorResponse(ctx, err)
		}
		for _, frame := range frames {
			frame.RefID = q.DataQuery.RefID
		}
		return backend.DataResponse{Frames: frames, Status: backend.StatusOK}
	}, parallelQueries)
}
