package influx_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

func TestARowIsReadAsItWasWritten(t *testing.T) {
	db := store(t)
	text := "a \"quoted\" \\ text,\nof = two lines: 汉字"
	row := influx.Row{
		Measurement: "event of", NS: start, Tags: map[string]string{"site": "de 1,a=b", "kind": "hold"},
		Fields: map[string]any{"text": text, "from_ms": int64(1<<53 + 1), "from_m": 120.5, "open": true},
	}
	if err := client().Write(t.Context(), db, row); err != nil {
		t.Fatal(err)
	}
	answer, err := client().Query(t.Context(), db, influx.Budget{}, influx.Statement{From: "event of", Range: always, Columns: []influx.Column{
		influx.Tag("site"), influx.Tag("kind"), influx.Field("text", table.Text), influx.Field("from_ms", table.Int), influx.Field("from_m", table.Float), influx.Field("open", table.Bool),
	}})
	if err != nil {
		t.Fatal(err)
	}
	rows := answer.Results[0].Series[0].Rows
	at, _ := rows.Column("time").Int(0)
	ms, _ := rows.Column("from_ms").Int(0)
	m, _ := rows.Column("from_m").Float(0)
	open, _ := rows.Column("open").Bool(0)
	if got := table.TextOr(rows.Column("text"), 0, ""); got != text || table.TextOr(rows.Column("site"), 0, "") != "de 1,a=b" || at != start || ms != 1<<53+1 || m != 120.5 || !open {
		t.Errorf("read %q %d %d %v %v", got, at, ms, m, open)
	}
}

func TestWhatInfluxDBDidNotStoreIsAnErrorThatNamesIt(t *testing.T) {
	db := store(t, fmt.Sprintf(`event,kind=hold from_ms=1i %d`, int64(start)))
	good := influx.Row{Measurement: "event", Tags: map[string]string{"kind": "hold"}, Fields: map[string]any{"from_ms": int64(2)}, NS: start}
	wrong := good
	wrong.Fields, wrong.NS = map[string]any{"from_ms": "two"}, start+1
	err := client().Write(t.Context(), db, wrong)
	var refused *influx.WriteError
	if !errors.As(err, &refused) || refused.Status != 400 || !strings.Contains(err.Error(), "partial write") || !strings.Contains(err.Error(), "from_ms") || !strings.Contains(err.Error(), db) {
		t.Errorf("a field of another type: %v", err)
	}
	if err := client().Write(t.Context(), "nowhere", good); !errors.As(err, &refused) || refused.Status != 404 || !influx.NotFound(err) {
		t.Errorf("a database that is not there: %v", err)
	}
	var transport *influx.TransportError
	away := &influx.Client{URL: "http://127.0.0.1:1", HTTP: client().HTTP}
	if err := away.Write(t.Context(), db, good); !errors.As(err, &transport) {
		t.Errorf("a server that is away: %v", err)
	}
}

func TestARowThatNoLineCanHoldIsNotSent(t *testing.T) {
	row := influx.Row{Measurement: "event", Tags: map[string]string{"kind": "hold"}, Fields: map[string]any{"from_m": math.NaN()}, NS: start}
	if err := client().Write(t.Context(), "nowhere", row); err == nil || !strings.Contains(err.Error(), "a row of event cannot be stored: NaN") {
		t.Errorf("not a number: %v", err)
	}
	row.Fields, row.Tags = map[string]any{"from_m": 1.5}, map[string]string{"kind": ""}
	if err := client().Write(t.Context(), "nowhere", row); err == nil || !strings.Contains(err.Error(), `tag kind is ""`) {
		t.Errorf("an empty tag: %v", err)
	}
}
