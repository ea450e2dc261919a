package types_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types"
)

// loadedLine is the long line that `npm run bench one-cell` loads and names in the environment.
func loadedLine(b *testing.B) (env *query.Engine, cells int, over source.Range) {
	url := os.Getenv("CELLTHREAD_BENCH_INFLUX")
	if url == "" {
		b.Skip("needs the loaded line of `npm run bench one-cell` in $CELLTHREAD_BENCH_INFLUX")
	}
	number := func(name string) int64 {
		n, err := strconv.ParseInt(os.Getenv(name), 10, 64)
		if err != nil {
			b.Fatal(name, ": ", err)
		}
		return n
	}
	over = source.Range{From: time.UnixMilli(number("CELLTHREAD_BENCH_FROM_MS")), To: time.UnixMilli(number("CELLTHREAD_BENCH_TO_MS"))}
	from := &source.Source{
		Databases: source.Databases{Visits: "cellthread_visits", Index: "cellthread_index", Record: "cellthread_record",
			Curve: "cellthread_curve", Rejected: "cellthread_rejected"},
		Budget: source.Budget{Rows: 2_000_000, Cells: 500_000, Bytes: 2 << 30, Time: time.Minute},
		Now:    time.Now,
	}
	from.Connect(url, http.DefaultClient, loadedLineAuth(), false)
	return query.NewEngine(from, types.Types()), int(number("CELLTHREAD_BENCH_CELLS")), over
}

// loadedLineAuth signs in to the loaded line.
func loadedLineAuth() source.Auth {
	return source.Auth{Kind: source.AuthBasic, User: os.Getenv("CELLTHREAD_INFLUX_USER"), Secret: os.Getenv("CELLTHREAD_INFLUX_PASSWORD")}
}

// spread reports the fastest, the median and the 95th percentile of times in ms.
func spread(b *testing.B, name string, took []float64) (fastest, median float64) {
	slices.Sort(took)
	n := len(took)
	b.ReportMetric(took[0], name+"-fastest-ms")
	b.ReportMetric(took[n/2], name+"-p50-ms")
	b.ReportMetric(took[n*95/100], name+"-p95-ms")
	return took[0], took[n/2]
}

// inTurn times rounds of works one after the other, so that all of them meet the same machine.
func inTurn(rounds int, works ...func()) [][]float64 {
	took := make([][]float64, len(works))
	for range rounds {
		for i, work := range works {
			start := time.Now()
			work()
			took[i] = append(took[i], float64(time.Since(start).Microseconds())/1000)
		}
	}
	return took
}

func BenchmarkLongLineOneCell(b *testing.B) {
	env, cells, over := loadedLine(b)
	rng := rand.New(rand.NewPCG(3, 3))
	ask := func(parts ...string) int {
		q := map[string]any{"queryType": "traveler", "cellId": benchCell(rng.IntN(cells))}
		if len(parts) > 0 {
			q["parts"] = parts
		}
		return executeOver(b, env, over, q).rows
	}
	ask()
	for b.Loop() {
		took := inTurn(50, func() {
			if ask("operations") != 10 {
				b.Fatal("a cell did not have its ten stations")
			}
		}, func() { ask() }, func() { askAtGate(b, env, benchCell(rng.IntN(cells)), "module") })
		spread(b, "ten-stations", took[0])
		spread(b, "whole-traveler", took[1])
		spread(b, "gate", took[2])
	}
}

// BenchmarkLongLineJoin compares joins of k stations with the reads they need: the same statements, decoded into the same
// columns, the anchor's first and the others at once.
func BenchmarkLongLineJoin(b *testing.B) {
	env, _, over := loadedLine(b)
	over.To = over.From.Add(6 * 24 * time.Hour)
	columns := []map[string]string{
		{"station": "eol", "field": "acir"}, {"station": "filling", "field": "fill_mass"},
		{"station": "leak_prefill", "field": "pressure_decay"}, {"station": "stacking", "field": "stack_thickness"},
		{"station": "tab_welding", "field": "tab_pull_force"}, {"station": "case_welding", "field": "cell_length"},
		{"station": "formation", "field": "contact_resistance"}, {"station": "degassing", "field": "degas_mass_loss"},
	}
	for _, k := range []int{2, 4, 8} {
		b.Run(fmt.Sprintf("stations=%d", k), func(b *testing.B) {
			q := map[string]any{"queryType": "cells", "anchor": "eol", "visits": "last", "columns": columns[:k]}
			first := executeOver(b, env, over, q)
			raw := rawReads(b, env, first.executed)
			raw()
			for b.Loop() {
				took := inTurn(11, raw, func() { executeOver(b, env, over, q) })
				rawFastest, rawMedian := spread(b, "raw", took[0])
				joinFastest, joinMedian := spread(b, "join", took[1])
				b.ReportMetric(joinMedian/rawMedian, "join/raw")
				b.ReportMetric(joinFastest/rawFastest, "fastest-join/raw")
			}
			b.ReportMetric(float64(first.rows), "cells")
		})
	}
}

type executed struct {
	rows     int
	executed string
}

func executeOver(b testing.TB, env *query.Engine, over source.Range, q any) executed {
	b.Helper()
	raw, err := json.Marshal(q)
	if err != nil {
		b.Fatal(err)
	}
	frames, err := env.Execute(b.Context(), &source.Run{Range: over}, "", raw)
	if err != nil {
		b.Fatal(err)
	}
	return executed{frames[0].Rows(), frames[0].Meta.ExecutedQueryString}
}

var (
	stationRead = regexp.MustCompile(`SELECT (.*) FROM "([a-z_]+)" WHERE time >= (\d+) AND time < (\d+)`)
	columnRead  = regexp.MustCompile(`"([a-z_]+)"::(tag|field)`)
)

// rawReads makes the executed statements that read rows of stations: the anchor's first, the others at once.
func rawReads(b *testing.B, env *query.Engine, text string) func() {
	b.Helper()
	var statements []source.Statement
	for _, line := range strings.Split(text, "\n") {
		found := stationRead.FindStringSubmatch(line)
		if found == nil || !strings.Contains(line, `"cell_id"`) {
			continue
		}
		from, _ := strconv.ParseInt(found[3], 10, 64)
		to, _ := strconv.ParseInt(found[4], 10, 64)
		s := source.Statement{From: found[2], Range: source.Span{From: from, To: to}}
		for _, c := range columnRead.FindAllStringSubmatch(found[1], -1) {
			s.Columns = append(s.Columns, source.Column{Name: c[1], Tag: c[2] == "tag", Kind: kindOf(c[1], c[2])})
		}
		statements = append(statements, s)
	}
	if len(statements) < 2 {
		b.Fatalf("no reads of stations in:\n%s", text)
	}
	raw := &influx.Client{URL: os.Getenv("CELLTHREAD_BENCH_INFLUX"), HTTP: http.DefaultClient, Auth: loadedLineAuth()}
	read := func(s source.Statement) {
		answer, err := raw.Query(b.Context(), env.Databases.Visits, influx.Budget{}, s)
		if err != nil || len(answer.Results[0].Series) == 0 {
			b.Error("raw read: ", err)
		}
	}
	return func() {
		read(statements[0])
		var others sync.WaitGroup
		for _, s := range statements[1:] {
			others.Go(func() { read(s) })
		}
		others.Wait()
	}
}

func kindOf(name, of string) table.Kind {
	switch {
	case of == "tag" || slices.Contains([]string{"cell_id", "run_type", "verdict", "position", "carrier", "slot"}, name):
		return table.Text
	case name == "visit" || strings.HasSuffix(name, "_ms"):
		return table.Int
	default:
		return table.Float
	}
}
