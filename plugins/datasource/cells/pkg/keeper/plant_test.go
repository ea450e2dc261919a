package keeper_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx/influxtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source/sourcetest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

var server *influxtest.Server

func TestMain(m *testing.M) { influxtest.Main(m, &server) }

var noon = time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)

// plant is a filler whose cells are to weigh from 790 to 810 g, on a real database, and a clock of its own.
type plant struct {
	t    *testing.T
	from *source.Source
	now  time.Time
	rows int64
}

func newPlant(t *testing.T) *plant {
	p := &plant{t: t, now: noon}
	p.from = sourcetest.On(t, server, func() time.Time { return p.now })
	begin := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano() + 1
	const plan = `,revision=1i,recorded_ms=1767225600000i,active=true`
	p.write(p.from.Databases.Record,
		fmt.Sprintf(`setting,name=sites value="[{\"id\":\"de1\",\"name\":\"Plant\"}]"%s %d`, plan, begin),
		fmt.Sprintf(`setting,name=enterprise value="acme"%s %d`, plan, begin),
		fmt.Sprintf(`setting,name=equipment:de1 value="[{\"id\":\"filler-02\",\"station\":\"filling\",\"area\":\"assembly\",\"line\":\"line-1\",\"positions\":[]}]"%s %d`, plan, begin),
		fmt.Sprintf(`station,station=filling order=1i,name="Filling",item="cell",requests="{\"pause\":[\"filler-02\"],\"adjust\":[{\"characteristic\":\"fill_mass\",\"by\":[-3,3],\"equipment\":[\"filler-02\"]}]}"%s %d`, plan, begin),
		fmt.Sprintf(`characteristic,station=filling,characteristic=fill_mass,product=*,stratum=* order=1i,name="Mass",unit="massg",decimals=1i,lsl=790,usl=810,containment="hold",severity="major",route="quality"%s %d`, plan, begin))
	return p
}

func (p *plant) write(database string, lines ...string) {
	p.t.Helper()
	if err := server.Write(database, strings.Join(lines, "\n")); err != nil {
		p.t.Fatal(err)
	}
}

// fills stores cells that weigh so much, measured some time ago and stored now; more is added to each row.
func (p *plant) fills(ago time.Duration, grams float64, more string, cells ...string) {
	p.t.Helper()
	measured := p.now.Add(-ago)
	lines := make([]string, len(cells))
	for i, cell := range cells {
		ms := measured.UnixMilli()
		lines[i] = fmt.Sprintf(`filling,site=de1,line=line-1,equipment=filler-02,product=lfp-202 cell_id="%s",visit=1i,verdict="ok",run_type="production",source_ms=%di,received_ms=%di,fill_mass=%g%s %d`,
			cell, ms, p.now.UnixMilli(), grams, more, ms*1e6+p.rows)
		p.rows++
	}
	p.write(p.from.Databases.Visits, lines...)
	p.write(p.from.Databases.Visits, fmt.Sprintf(`arrival,site=de1,station=filling,slot=%d minute=%di %d`, measured.Unix()/60%4096, measured.Unix()/60, p.now.UnixNano()))
}

// keeper is one that begins now, and looks back for a day.
func (p *plant) keeper() *keeper.Holder {
	return &keeper.Holder{Source: p.from, Ledger: ledger.New(p.from, source.NewWriter(server.URL, http.DefaultClient, source.Auth{})), Back: 24 * time.Hour, Share: time.Minute}
}

// looks has a keeper look until it has seen and stored all, however long a look takes on this machine.
func (p *plant) looks(k *keeper.Holder) {
	p.t.Helper()
	const most = 50
	for round := range most {
		saw, err := k.Look(context.Background())
		if err != nil {
			p.t.Fatal(err)
		}
		p.passes(time.Second)
		// What is seen for the first time may not be whole.
		if round > 0 && saw.Behind == 0 {
			return
		}
	}
	p.t.Fatalf("after %d looks it has not seen all", most)
}

// held are the holds that are stored: how many rows each item has.
func (p *plant) held() map[string]int {
	p.t.Helper()
	run := &source.Run{Source: p.from}
	results, err := run.Read(context.Background(), p.from.Databases.Record, source.Statement{
		From: "event", Columns: []source.Column{source.Field("item_id", table.Text)}, Range: source.Span{From: 0, To: p.now.Add(time.Hour).UnixNano()},
		Where: []source.Condition{{Column: source.Tag("kind"), Operator: "=", Values: []any{"hold"}}},
	})
	if err != nil {
		p.t.Fatal(err)
	}
	out := map[string]int{}
	for _, series := range results[0].Series {
		for row := range series.Rows.Len() {
			out[table.TextOr(series.Rows.Column("item_id"), row, "")]++
		}
	}
	return out
}
