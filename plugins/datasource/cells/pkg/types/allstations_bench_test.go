package types_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// dayOfTen is a day of ten stations: of their cells 3 % need a second visit, 1 % have a value out of spec; some of those were
// held.
func dayOfTen(b *testing.B) (env *query.Engine, visits int) {
	p := newPlant(b)
	rng := rand.New(rand.NewPCG(7, 7))
	p.planned("setting,name=buckets", fields{"value": "4096"})
	n := benchCells(b) / 2
	step := 23 * time.Hour / time.Duration(n)
	for s := range 10 {
		station := fmt.Sprintf("station_%d", s)
		p.station(s+1, station, "cell", "hall", "", 0)
		for c := range 4 {
			p.characteristic(c+1, station, fmt.Sprintf("x_%d", c), "X", "none", 2, fields{"lsl": -4.0, "usl": 4.0, "special_class": []string{"", "SC"}[c/3], "containment": "hold", "route": "quality"})
		}
		for i := range n {
			f := fields{"operator": "op-1", "shift": "A", "position": fmt.Sprintf("nozzle-%d", i%12)}
			for c := range 4 {
				f[fmt.Sprintf("x_%d", c)] = rng.NormFloat64() / 2
			}
			when := noon.Add(-23*time.Hour + time.Duration(i)*step)
			if i%100 == s {
				f["x_1"], f["verdict"] = 5.0, "nok"
			}
			again := rng.IntN(100) < 3
			if again {
				f["verdict"] = "retest"
			}
			p.visitAt(station, "line-1", fmt.Sprintf("machine-%d", i%4), benchCell(i), when, f)
			visits++
			if again {
				f["verdict"], f["visit"] = "ok", 2
				p.visitAt(station, "line-1", fmt.Sprintf("machine-%d", i%4), benchCell(i), when.Add(20*time.Minute), f)
				visits++
			}
			if i%500 == s {
				p.event("hold", "cell", benchCell(i), "03-10 11:00", fields{"station": station, "characteristic": "x_1"})
			}
		}
	}
	return p.env(), visits
}

// BenchmarkOfAllStations compares questions about all that ten stations did in a day with the time that the server itself takes to
// answer the same statements.
func BenchmarkOfAllStations(b *testing.B) {
	env, visits := dayOfTen(b)
	over := source.Range{From: noon.Add(-24 * time.Hour), To: noon}
	for _, of := range []struct{ name, q string }{
		{"yield", `{"queryType":"yield"}`},
		{"first-pass", `{"queryType":"yield","values":["first_pass"]}`},
		{"by-place", `{"queryType":"yield","by":["equipment","position"]}`},
		{"signals-fresh", `{"queryType":"signals","kinds":["out-of-spec"]}`},
		{"signals-open", `{"queryType":"signals","kinds":["out-of-spec"],"state":"open"}`},
		{"conflicting", `{"queryType":"signals","kinds":["conflicting"],"state":"open"}`},
	} {
		b.Run(of.name, func(b *testing.B) {
			b.ReportAllocs()
			var text string
			cpu := cpuTime(b)
			for b.Loop() {
				frames, err := env.Execute(b.Context(), &source.Run{Range: over}, "", []byte(of.q))
				if err != nil {
					b.Fatal(err)
				}
				text = frames[0].Meta.ExecutedQueryString
			}
			b.ReportMetric(float64((cpuTime(b)-cpu).Milliseconds())/float64(b.N), "own-cpu-ms/op")
			b.ReportMetric(float64(visits), "visits")
			b.ReportMetric(float64(serverTime(b, env, text).Milliseconds()), "server-ms")
		})
	}
}

// serverTime is how long the server takes to answer the statements of a query, one request after the other.
func serverTime(b *testing.B, env *query.Engine, text string) time.Duration {
	b.Helper()
	started := time.Now()
	for _, request := range strings.Split(text, "\n\n") {
		database, statement, _ := strings.Cut(strings.TrimPrefix(request, "-- "), "\n")
		resp, err := http.PostForm(server.URL+"/query", url.Values{
			"db": {database}, "q": {statement}, "epoch": {"ns"}, "chunked": {"true"}, "chunk_size": {"10000"},
		})
		if err != nil {
			b.Fatal(err)
		}
		_, err = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
		if err != nil {
			b.Fatal(err)
		}
	}
	return time.Since(started)
}
