package plugin

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestEveryErrorIsClassifiedOnce(t *testing.T) {
	d := &Datasource{settings: settings{URL: "http://influxdb:8086"}}
	for name, c := range map[string]struct {
		err     error
		status  backend.Status
		source  backend.ErrorSource
		message string
	}{
		"a mistake in the query": {&source.UserError{Message: "station is empty"}, 400, backend.ErrorSourceDownstream, "station is empty"},
		"out of the query's time": {
			&query.TimeoutError{Budget: "30s"}, 504, backend.ErrorSourceDownstream, "longer than 30s: InfluxDB stands or is slow",
		},
		"the user left":        {fmt.Errorf("reading: %w", context.Canceled), 499, backend.ErrorSourceDownstream, "cancelled"},
		"the caller's time":    {context.DeadlineExceeded, 504, backend.ErrorSourceDownstream, "ran out of time"},
		"too large an answer":  {&source.BudgetError{What: "bytes", Limit: 7}, 400, backend.ErrorSourceDownstream, "larger than 7 bytes"},
		"wrong credentials":    {&source.HTTPError{Status: 401, Message: "authorization failed"}, 502, backend.ErrorSourceDownstream, "Check the user and password"},
		"not InfluxDB at all":  {&source.HTTPError{Status: 404, Message: "page not found"}, 502, backend.ErrorSourceDownstream, "without a path"},
		"InfluxDB failed":      {&source.HTTPError{Status: 500, Message: "boom"}, 502, backend.ErrorSourceDownstream, "HTTP 500: boom"},
		"a missing database":   {&source.StatementError{Message: "database not found: x"}, 502, backend.ErrorSourceDownstream, "Create it"},
		"a failed statement":   {&source.StatementError{Message: "shard error"}, 502, backend.ErrorSourceDownstream, "InfluxDB: shard error"},
		"too many at once":     {&source.StatementError{Message: "max-concurrent-queries limit exceeded(100, 100)"}, 429, backend.ErrorSourceDownstream, "(100, 100): InfluxDB answers as many queries at once"},
		"ended by the server":  {&source.StatementError{Message: "query-timeout limit exceeded"}, 429, backend.ErrorSourceDownstream, "narrow the time range"},
		"too many series":      {&source.StatementError{Message: "max-select-series limit exceeded: (100001/100000)"}, 429, backend.ErrorSourceDownstream, "names are being invented"},
		"too many buckets":     {&source.StatementError{Message: "max-select-buckets limit exceeded: (2/1)"}, 429, backend.ErrorSourceDownstream, "wider buckets"},
		"nobody there":         {&source.TransportError{Err: errors.New("connection refused")}, 502, backend.ErrorSourceDownstream, "Check that it runs"},
		"a wrapped downstream": {fmt.Errorf("plan: %w", &source.HTTPError{Status: 403, Message: "no"}), 502, backend.ErrorSourceDownstream, "Check the user"},
		"a mistake once it was sent": {
			fmt.Errorf("storing: %w", ledger.Unsure(&source.UserError{Message: "more than 7 events"})), 500, backend.ErrorSourceDownstream, "more than 7 events. Whether the event is stored is not known",
		},
		"our own": {errors.New("index out of range"), 500, backend.ErrorSourcePlugin, "index out of range"},
	} {
		t.Run(name, func(t *testing.T) {
			got := d.classify(c.err)
			if got.Status != c.status || got.Source != c.source || !strings.Contains(got.Message, c.message) {
				t.Errorf("got %d %s %q, want %d %s …%s…", got.Status, got.Source, got.Message, c.status, c.source, c.message)
			}
		})
	}
}
