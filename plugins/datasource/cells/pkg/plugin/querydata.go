package plugin

import (
	"context"
	"errors"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/grafana-plugin-sdk-go/experimental/concurrent"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	parallelQueries = 8
	// fromExpression is the header of a request whose queries expressions read.
	fromExpression = "X-Grafana-From-Expr"
	// maxQueries bounds one request; a panel has some letters' worth.
	maxQueries = 100
	// fromAlert is the header by which Grafana marks the queries of alert rules. It passes on that of any request, so that
	// the user counts as well: scheduler is the one that rules run as.
	fromAlert = "FromAlert"
	scheduler = "grafana_scheduler"
)

// QueryData answers all queries of a request, several at a time. A request that its asker left has no answer but that.
func (d *Datasource) QueryData(ctx context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	if len(req.Queries) > maxQueries {
		return d.refuseAll(ctx, req), nil
	}
	answer, err := concurrent.QueryData(ctx, req, func(ctx context.Context, q concurrent.Query) backend.DataResponse {
		run := &source.Run{
			Range:     source.Range{From: q.DataQuery.TimeRange.From, To: q.DataQuery.TimeRange.To},
			Alerting:  fromAlertRule(req),
			Single:    q.Headers.Get(fromExpression) != "",
			MayDecide: d.settings.may(q.PluginContext.User, toEvents, vocabulary.EventRelease),
		}
		ask := d.engine.Shared
		if run.Alerting {
			ask = d.engine.Execute
		}
		var frames data.Frames
		err := source.Guard("a query", func() (err error) {
			frames, err = ask(ctx, run, q.DataQuery.QueryType, q.DataQuery.JSON)
			return err
		})
		if err != nil {
			return d.errorResponse(ctx, err)
		}
		for _, frame := range frames {
			frame.RefID = q.DataQuery.RefID
		}
		return backend.DataResponse{Frames: frames, Status: backend.StatusOK}
	}, parallelQueries)
	if errors.Is(ctx.Err(), context.Canceled) {
		return nil, ctx.Err() // an answer with an error in it would be logged as one
	}
	return answer, err
}

// fromAlertRule tells queries of the alert scheduler from those of people who try or imitate a rule.
func fromAlertRule(req *backend.QueryDataRequest) bool {
	user := req.PluginContext.User
	return req.Headers[fromAlert] == "true" && (user == nil || user.Login == scheduler)
}

func (d *Datasource) refuseAll(ctx context.Context, req *backend.QueryDataRequest) *backend.QueryDataResponse {
	answer := backend.NewQueryDataResponse()
	for _, q := range req.Queries {
		answer.Responses[q.RefID] = d.errorResponse(ctx, source.Mistake("%d queries in one request, at most %d are answered; ask in several", len(req.Queries), maxQueries))
	}
	return answer
}
