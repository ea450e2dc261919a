package influx_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx/influxtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

var server *influxtest.Server

func TestMain(m *testing.M) { influxtest.Main(m, &server) }

// start is a nanosecond beyond 2^53, so that a detour through float64 would show.
const start = 1_700_000_000_000_000_001

func store(t *testing.T, lines ...string) string {
	t.Helper()
	name := strings.ReplaceAll(t.Name(), "/", "_")
	if err := server.Create(name); err != nil {
		t.Fatal(err)
	}
	if err := server.Write(name, strings.Join(lines, "\n")); err != nil {
		t.Fatal(err)
	}
	return name
}

func client() *influx.Client { return &influx.Client{URL: server.URL, HTTP: http.DefaultClient} }

var always = influx.Range{From: start - 1000, To: start + 1_000_000_000}

func TestNanosecondsArriveExactly(t *testing.T) {
	db := store(t, fmt.Sprintf(`filling,equipment=filler-02 cell_id="A",fill_mass=799.8,source_ms=1700000000000i %d`, int64(start)))
	answer, err := client().Query(t.Context(), db, influx.Budget{}, influx.Statement{
		From: "filling", Range: always,
		Columns: []influx.Column{influx.Field("cell_id", table.Text), influx.Field("fill_mass", table.Float), influx.Tag("equipment"),
			influx.Field("source_ms", table.Int), influx.Field("fill_vacuum", table.Float)},
	})
	if err != nil {
		t.Fatal(err)
	}
	rows := answer.Results[0].Series[0].Rows
	if at, _ := rows.Column("time").Int(0); at != start {
		t.Errorf("time is %d, want %d", at, int64(start))
	}
	if id, _ := rows.Column("cell_id").Text(0); id != "A" {
		t.Errorf("cell_id is %q", id)
	}
	if mass, _ := rows.Column("fill_mass").Float(0); mass != 799.8 {
		t.Errorf("fill_mass is %v", mass)
	}
	if !rows.Column("fill_vacuum").Missing(0) {
		t.Error("a field that was never stored must be missing, not zero")
	}
}

func TestValuesAreBoundNeverSpliced(t *testing.T) {
	hostile := `x'; DROP DATABASE "TestValuesAreBoundNeverSpliced" --`
	db := store(t, fmt.Sprintf(`filling cell_id=%q,v=1 %d`, hostile, int64(start)), fmt.Sprintf(`filling cell_id="B",v=2 %d`, int64(start)+1))
	for name, condition := range map[string]influx.Condition{
		"equal":   {Column: influx.Field("cell_id", table.Text), Operator: "=", Values: []any{hostile}},
		"pattern": {Column: influx.Field("cell_id", table.Text), Operator: "=~", Values: []any{"^x'; DROP.*--$"}},
	} {
		answer, err := client().Query(t.Context(), db, influx.Budget{}, influx.Statement{
			From: "filling", Range: always, Columns: []influx.Column{influx.Field("v", table.Float)}, Where: []influx.Condition{condition},
		})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if n := answer.Results[0].Series[0].Rows.Len(); n != 1 {
			t.Errorf("%s: %d rows, want 1", name, n)
		}
	}
}

func TestManyChunksAreOneSeries(t *testing.T) {
	var lines []string
	for i := range 25_001 {
		lines = append(lines, fmt.Sprintf(`filling cell_id="C%05d",v=%d %d`, i, i, int64(start)+int64(i)))
	}
	db := store(t, lines...)
	statement := influx.Statement{From: "filling", Range: always, Columns: []influx.Column{influx.Field("cell_id", table.Text), influx.Field("v", table.Float)}}
	answer, err := client().Query(t.Context(), db, influx.Budget{}, statement, statement)
	if err != nil {
		t.Fatal(err)
	}
	for id, result := range answer.Results {
		if len(result.Series) != 1 || result.Series[0].Rows.Len() != 25_001 {
			t.Errorf("statement %d: %d series", id, len(result.Series))
		}
	}
	answer, err = client().Query(t.Context(), db, influx.Budget{Rows: 12_000}, statement)
	if err != nil {
		t.Fatal(err)
	}
	if result := answer.Results[0]; !result.Cut || result.Series[0].Rows.Len() != 12_000 {
		t.Errorf("a row budget of 12000 gave cut=%v and %d rows", result.Cut, result.Series[0].Rows.Len())
	}
}

func TestGroupsAndAggregatesKeepTheirTags(t *testing.T) {
	db := store(t, fmt.Sprintf("filling,equipment=a v=1 %d\nfilling,equipment=b v=2 %d\nfilling,equipment=b v=5 %d", int64(start), int64(start)+1, int64(start)+2))
	answer, err := client().Query(t.Context(), db, influx.Budget{}, influx.Statement{
		From: "filling", Range: always, Columns: []influx.Column{influx.Field("v", table.Float)}, GroupBy: []string{"equipment"}, Reduce: "last",
	})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, series := range answer.Results[0].Series {
		got[series.Tags["equipment"]], _ = series.Rows.Column("v").Float(0)
	}
	if len(got) != 2 || got["a"] != 1 || got["b"] != 5 {
		t.Errorf("last by equipment is %v", got)
	}
}

func TestAMissingDatabaseIsAnError(t *testing.T) {
	_, err := client().Query(t.Context(), "nowhere", influx.Budget{}, influx.Statement{
		From: "filling", Range: always, Columns: []influx.Column{influx.Field("v", table.Float)},
	})
	var statement *influx.StatementError
	if !errors.As(err, &statement) || !influx.NotFound(err) {
		t.Errorf("error is %v", err)
	}
}

func TestFieldKeysAndTagValues(t *testing.T) {
	db := store(t, fmt.Sprintf(`filling,equipment=filler-02 cell_id="A",fill_mass=1,visit=1i %d`, int64(start)))
	keys, err := client().FieldKeys(t.Context(), db, "filling")
	if err != nil || len(keys) != 3 || keys[1] != (influx.FieldKey{Name: "fill_mass", Type: "float"}) {
		t.Errorf("field keys are %v, %v", keys, err)
	}
	values, err := client().TagValues(t.Context(), db, "filling", "equipment", always)
	if err != nil || len(values) != 1 || values[0] != "filler-02" {
		t.Errorf("tag values are %v, %v", values, err)
	}
}

func TestStatementsAlwaysHaveATimeRange(t *testing.T) {
	_, err := client().Query(context.Background(), "any", influx.Budget{}, influx.Statement{From: "filling", Columns: []influx.Column{influx.Tag("site")}})
	if err == nil {
		t.Error("a statement without a time range was sent")
	}
}
