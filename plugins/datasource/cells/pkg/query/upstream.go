package query

import (
	"context"
	"net/http"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
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

// DatabaseMissing tells whether an error says that a database does not exist.
func DatabaseMissing(err error) bool { return influx.NotFound(err) }

// Connect sets the server that queries go to.
func (e *Env) Connect(url string, client *http.Client, auth Auth) {
	e.Client = &influx.Client{URL: url, HTTP: client, Auth: auth}
}

// Ping reads from a database what any working one answers.
func (e *Env) Ping(ctx context.Context, database string) error {
	_, err := e.Client.Measurements(ctx, database)
	return err
}
