package plugin

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// statusCancelled is nginx's "client closed request".
const statusCancelled = backend.Status(499)

// fault is an error as people and Grafana's counters see it.
type fault struct {
	Status  backend.Status
	Source  backend.ErrorSource
	Message string
}

// classify decides once whose an error is. A mistake in a query counts as downstream: the plugin worked.
func (d *Datasource) classify(err error) fault {
	var user *source.UserError
	var refused *refusal
	var unsure *ledger.UnsureError
	var unstored *source.WriteError
	var timeout *query.TimeoutError
	var statement *source.StatementError
	var answer *source.HTTPError
	var budget *source.BudgetError
	var transport *source.TransportError
	switch {
	case errors.As(err, &unsure):
		// Whoever sent it takes less than 500 for a refusal, of which nothing is stored.
		of := d.classify(unsure.Err)
		return fault{max(of.Status, backend.StatusInternal), of.Source, (&ledger.UnsureError{Err: errors.New(strings.TrimRight(of.Message, "."))}).Error() + "."}
	case errors.As(err, &user):
		return fault{backend.StatusBadRequest, backend.ErrorSourceDownstream, user.Message}
	case errors.As(err, &refused):
		return fault{backend.Status(refused.status), backend.ErrorSourceDownstream, refused.Error()}
	case errors.As(err, &unstored):
		return fault{backend.StatusBadGateway, backend.ErrorSourceDownstream, d.explainWrite(unstored)}
	case errors.As(err, &timeout):
		return fault{backend.StatusTimeout, backend.ErrorSourceDownstream, timeout.Error()}
	case errors.Is(err, context.Canceled):
		return fault{statusCancelled, backend.ErrorSourceDownstream, "The query was cancelled."}
	case errors.Is(err, context.DeadlineExceeded):
		return fault{backend.StatusTimeout, backend.ErrorSourceDownstream, "The query ran out of time; narrow the time range or add a filter."}
	case errors.As(err, &budget):
		return fault{backend.StatusBadRequest, backend.ErrorSourceDownstream, budget.Error()}
	case errors.As(err, &answer):
		return fault{backend.StatusBadGateway, backend.ErrorSourceDownstream, d.explainHTTP(answer)}
	case errors.As(err, &statement) && source.DatabaseMissing(err):
		return fault{backend.StatusBadGateway, backend.ErrorSourceDownstream,
			err.Error() + ". Create it, or correct the databases in the datasource's settings."}
	case source.Bound(err) != "":
		return fault{backend.StatusTooManyRequests, backend.ErrorSourceDownstream, err.Error() + ": " + source.Bound(err) + "."}
	case errors.As(err, &statement):
		return fault{backend.StatusBadGateway, backend.ErrorSourceDownstream, statement.Error()}
	case errors.As(err, &transport):
		return fault{backend.StatusBadGateway, backend.ErrorSourceDownstream, d.explainTransport(transport)}
	}
	return fault{backend.StatusInternal, backend.ErrorSourcePlugin, err.Error()}
}

func (d *Datasource) explainHTTP(e *source.HTTPError) string {
	switch e.Status {
	case http.StatusUnauthorized, http.StatusForbidden:
		return e.Error() + ". Check the user and password, or the token, in the datasource's settings."
	case http.StatusNotFound:
		return e.Error() + ". Check that the URL " + d.settings.URL + " is that of InfluxDB, without a path."
	}
	return e.Error()
}

func (d *Datasource) explainWrite(e *source.WriteError) string {
	switch e.Status {
	case http.StatusUnauthorized, http.StatusForbidden:
		return e.Error() + ". Check writeUser and writePassword in the datasource's settings: they must be of a user who may write that database."
	case http.StatusNotFound:
		return e.Error() + ". Create it, or correct the databases in the datasource's settings."
	}
	return e.Error()
}

func (d *Datasource) explainTransport(e *source.TransportError) string {
	if d.settings.URL == "" {
		return "The datasource has no URL; enter the address of InfluxDB in its settings, for example http://influxdb:8086."
	}
	return "InfluxDB at " + d.settings.URL + " cannot be read: " + e.Err.Error() + ". Check that it runs and that the URL is right."
}

func (d *Datasource) errorResponse(ctx context.Context, err error) backend.DataResponse {
	f := d.classify(err)
	if f.Source == backend.ErrorSourcePlugin {
		backend.Logger.FromContext(ctx).Error("query failed", "error", err)
	}
	return backend.DataResponse{Error: errors.New(f.Message), Status: f.Status, ErrorSource: f.Source}
}
