package types_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	benchRows  = 500_000
	benchBatch = 20_000
)

// benchLine stores half a million visits of one station within a day.
func benchLine(b *testing.B) (*query.Engine, source.Range) {
	p := newPlant(b)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.characteristic(1, "filling", "fill_mass", "Electrolyte mass", "massg", 1, fields{"lsl": 788.0, "target": 800.0, "usl": 812.0})
	env := p.env()
	from := noon.Add(-24 * time.Hour)
	var lines bytes.Buffer
	for i := range benchRows {
		ms := from.UnixMilli() + int64(i)*170
		fmt.Fprintf(&lines, "filling,site=de1,line=line-1,equipment=filler-%02d,product=lfp-202 cell_id=\"0EPCB1LFP0202AGB5%07d\",visit=1i,verdict=\"ok\",run_type=\"production\",source_ms=%di,received_ms=%di,position=\"nozzle-%d\",fill_mass=%.1f %d\n",
			i%4, i, ms, ms+400, i%12, 800+float64(i%97)/10, ms*1_000_000+int64(i%1000))
		if (i+1)%benchBatch == 0 {
			if err := server.Write(env.Databases.Visits, lines.String()); err != nil {
				b.Fatal(err)
			}
			lines.Reset()
		}
	}
	return env, source.Range{From: from, To: noon}
}

// BenchmarkVisits compares a frame of 500 000 visits with the time the server itself takes to answer the same statement.
func BenchmarkVisits(b *testing.B) {
	env, over := benchLine(b)
	for name, raw := range map[string]string{
		"frame":                    `{"queryType":"visits","station":"filling","characteristics":["fill_mass"]}`,
		"frame-limits-and-signals": `{"queryType":"visits","station":"filling","characteristics":["fill_mass"],"include":["limits","signals"]}`,
		"all-visits":               `{"queryType":"visits","station":"filling","characteristics":["fill_mass"],"visits":"all"}`,
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var statement string
			cpu := cpuTime(b)
			for range b.N {
				statement = run(b, env, over, raw).Frames[0].Meta.ExecutedQueryString
			}
			b.ReportMetric(float64((cpuTime(b)-cpu).Milliseconds())/float64(b.N), "own-cpu-ms/op")
			heapPerRow(b, func() any { return run(b, env, over, raw) })
			_, statement, _ = strings.Cut(statement, "\n")
			started := time.Now()
			readRaw(b, env, statement)
			b.ReportMetric(float64(time.Since(started).Milliseconds()), "server-ms")
		})
	}
}

type answered struct{ Frames data.Frames }

func run(b *testing.B, env *query.Engine, over source.Range, raw string) answered {
	frames, err := env.Execute(context.Background(), &source.Run{Range: over}, "", []byte(raw))
	if err != nil || frames[0].Rows() != benchRows {
		b.Fatalf("%v, %d rows", err, frames[0].Rows())
	}
	return answered{frames}
}

func heapPerRow(b *testing.B, make func() any) {
	b.Helper()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	kept := make()
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(kept)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/benchRows, "heap-B/row")
}

// cpuTime is what this process has used so far: other than the clock it does not suffer from a busy machine.
func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// readRaw asks the server the same and throws the answer away.
func readRaw(b *testing.B, env *query.Engine, statement string) {
	b.Helper()
	resp, err := http.PostForm(server.URL+"/query", url.Values{
		"db": {env.Databases.Visits}, "q": {statement}, "epoch": {"ns"}, "chunked": {"true"}, "chunk_size": {"10000"},
	})
	if err != nil {
		b.Fatal(err)
	}
	n, err := io.Copy(io.Discard, resp.Body)
	_ = resp.Body.Close()
	if err != nil || n < benchRows {
		b.Fatalf("%d bytes, %v", n, err)
	}
}
