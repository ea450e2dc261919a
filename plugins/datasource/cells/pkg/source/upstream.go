package source

import (
	"context"
	"net/http"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// What the datasource's rim has to know of InfluxDB: how to sign in, and whose fault an error is.
type (
	AuthKind       = influx.AuthKind
	Auth           = influx.Auth
	HTTPError      = influx.HTTPError
	StatementError = influx.StatementError
	TransportError = influx.TransportError
	BudgetError    = influx.BudgetError
)

// The kinds of authentication.
const (
	AuthNone   = influx.AuthNone
	AuthBasic  = influx.AuthBasic
	AuthToken  = influx.AuthToken
	AuthBearer = influx.AuthBearer
)

// Bound says what to do about a statement that a bound of InfluxDB refused; empty for any other error.
func Bound(err error) string { return influx.Bound(err) }

// DatabaseMissing tells whether an error says that a database does not exist.
func DatabaseMissing(err error) bool { return influx.NotFound(err) }

// Connect sets the server that queries go to; compress asks it for gzip.
func (s *Source) Connect(url string, client *http.Client, auth Auth, compress bool) {
	s.client = &influx.Client{URL: url, HTTP: client, Auth: auth, Compress: compress}
}

// Close frees connections.
func (s *Source) Close() { s.client.HTTP.CloseIdleConnections() }

// Ping reads from a database what any has. InfluxDB answers SHOW for a missing database as for an empty one, SELECT does not.
func (s *Source) Ping(ctx context.Context, database string) error {
	_, err := s.client.Query(ctx, database, influx.Budget{Rows: 1}, influx.Statement{
		From: vocabulary.MeasurementStation, Columns: []influx.Column{influx.Field("revision", table.Int)}, Range: influx.At(0), Limit: 1,
	})
	return err
}
