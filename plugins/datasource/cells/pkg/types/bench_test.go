package types_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"sort"
	"strconv"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// benchCells is the number of cells the benchmarks store, each with ten stations; $CELLTHREAD_BENCH_CELLS sets another.
func benchCells(b *testing.B) int {
	if text := os.Getenv("CELLTHREAD_BENCH_CELLS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			b.Fatal(err)
		}
		return n
	}
	return 20_000
}

// longLine stores cells that passed ten stations, ten hours each, within the last month.
func longLine(b *testing.B) (*query.Engine, int) {
	n := benchCells(b)
	p := newPlant(b)
	rng := rand.New(rand.NewPCG(1, 1))
	p.planned("setting,name=buckets", fields{"value": "4096"})
	before := ""
	for s := range 10 {
		station := fmt.Sprintf("station_%d", s)
		p.station(s+1, station, "cell", "hall", before, 12)
		before = station
		for c := range 4 {
			p.characteristic(c+1, station, fmt.Sprintf("x_%d", c), "X", "none", 2, fields{"lsl": -5.0, "usl": 5.0})
		}
	}
	step := 25 * 24 * time.Hour / time.Duration(n)
	for i := range n {
		for s := range 10 {
			f := fields{"operator": "op-1", "shift": "A", "position": fmt.Sprintf("nozzle-%d", i%12)}
			for c := range 4 {
				f[fmt.Sprintf("x_%d", c)] = rng.NormFloat64()
			}
			p.visitAt(fmt.Sprintf("station_%d", s), "line-1", fmt.Sprintf("machine-%d", i%4), benchCell(i),
				noon.Add(-30*24*time.Hour+time.Duration(i)*step+time.Duration(s)*10*time.Hour), f)
		}
	}
	return p.env(), n
}

func benchCell(i int) string { return fmt.Sprintf("0EPCB1LFP0202AGB5%07d", i) }

func execute(b *testing.B, env *query.Engine, q any) int {
	return executeOver(b, env, source.Range{From: noon.Add(-31 * 24 * time.Hour), To: noon}, q).rows
}

// median runs f for every round and reports the median time in milliseconds as a metric of that name.
func median(b *testing.B, name string, rounds int, f func(round int)) float64 {
	var took []float64
	for round := range rounds {
		start := time.Now()
		f(round)
		took = append(took, float64(time.Since(start).Microseconds())/1000)
	}
	sort.Float64s(took)
	b.ReportMetric(took[len(took)/2], name)
	return took[len(took)/2]
}

func BenchmarkOneCellTenStations(b *testing.B) {
	env, n := longLine(b)
	execute(b, env, map[string]any{"queryType": "traveler", "cellId": benchCell(0)})
	for b.Loop() {
		rng := rand.New(rand.NewPCG(2, 2))
		median(b, "ms/stations", 30, func(int) {
			if execute(b, env, map[string]any{"queryType": "traveler", "cellId": benchCell(rng.IntN(n)), "parts": []string{"operations"}}) != 10 {
				b.Fatal("a cell did not have its ten stations")
			}
		})
		for _, part := range []string{"characteristics", "genealogy", "events", "environment"} {
			median(b, "ms/"+part, 30, func(int) {
				execute(b, env, map[string]any{"queryType": "traveler", "cellId": benchCell(rng.IntN(n)), "parts": []string{part}})
			})
		}
		median(b, "ms/traveler", 30, func(int) {
			execute(b, env, map[string]any{"queryType": "traveler", "cellId": benchCell(rng.IntN(n))})
		})
	}
}

func BenchmarkJoinOfFourStationsAgainstTheirRawReads(b *testing.B) {
	env, n := longLine(b)
	stations := []string{"station_9", "station_2", "station_5", "station_7"}
	var columns []map[string]string
	for _, s := range stations {
		columns = append(columns, map[string]string{"station": s, "field": "x_1"})
	}
	q := map[string]any{"queryType": "cells", "anchor": "station_9", "visits": "last", "columns": columns}
	raw := &influx.Client{URL: server.URL, HTTP: http.DefaultClient}
	rawReads := func() {
		for _, s := range stations {
			answer, err := raw.Query(b.Context(), env.Databases.Visits, influx.Budget{}, source.Statement{
				From: s, Range: source.Span{From: noon.Add(-40 * 24 * time.Hour).UnixNano(), To: noon.UnixNano()},
				Columns: []source.Column{source.Field("cell_id", table.Text), source.Field("visit", table.Int), source.Field("source_ms", table.Int),
					source.Field("received_ms", table.Int), source.Field("run_type", table.Text), source.Field("position", table.Text),
					source.Field("x_1", table.Float)},
			})
			if err != nil || answer.Results[0].Series[0].Rows.Len() != n {
				b.Fatal("raw read: ", err)
			}
		}
	}
	rawReads()
	for b.Loop() {
		raw := median(b, "ms/raw", 5, func(int) { rawReads() })
		joined := median(b, "ms/join", 5, func(int) {
			if execute(b, env, q) != n {
				b.Fatal("the join lost cells")
			}
		})
		b.ReportMetric(joined/raw, "join/raw")
	}
}
