package source

import (
	"context"
	"net/http"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// WriteError is an answer of InfluxDB that it stored not all of what it was sent.
type WriteError = influx.WriteError

// Writer stores rows with a credential of its own, which no query uses.
type Writer struct{ client *influx.Client }

// NewWriter is for the server at that address.
func NewWriter(url string, client *http.Client, auth Auth) *Writer {
	return &Writer{client: &influx.Client{URL: url, HTTP: client, Auth: auth}}
}

// Write stores rows of a database; all of them are stored when it gives no error.
func (w *Writer) Write(ctx context.Context, database string, rows ...record.Row) error {
	stored := make([]influx.Row, len(rows))
	for i, row := range rows {
		stored[i] = influx.Row(row)
	}
	return w.client.Write(ctx, database, stored...)
}
