// Package sourcetest opens sources for tests.
package sourcetest

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx/influxtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// On is a source whose databases are the test's own on a real server, empty, and gone with the test.
func On(t testing.TB, server *influxtest.Server, now func() time.Time) *source.Source {
	t.Helper()
	name := strings.ToLower(strings.ReplaceAll(t.Name(), "/", "_"))
	s := &source.Source{
		Databases: source.Databases{Visits: name + "_visits", Index: name + "_index", Record: name + "_record", Curve: name + "_curve", Rejected: name + "_rejected"},
		Budget:    source.Budget{Rows: 1_000_000, Cells: 200_000, Bytes: 1 << 30, Time: time.Minute},
		Now:       now,
	}
	s.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
	for _, database := range []string{s.Databases.Visits, s.Databases.Index, s.Databases.Record} {
		if err := server.Create(database); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = server.Drop(database) })
	}
	return s
}
