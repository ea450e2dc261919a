package types_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

const (
	// stationsOfPlan is how many stations a plan has; the benchmark loads one and says what that means for all.
	stationsOfPlan = 20
	fillers        = 49
	nozzles        = 12
)

// dayOfAMillion is a day of a station that makes a million cells at 49 machines of twelve nozzles, each with two characteristics.
func dayOfAMillion(b *testing.B) (env *query.Engine, cells int) {
	p := newPlant(b)
	cells = 10 * benchCells(b)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.station(1, "filling", "cell", "hall", "", 0)
	for c := range 2 {
		p.characteristic(c+1, "filling", fmt.Sprintf("x_%d", c), "X", "none", 2, fields{"lsl": -4.0, "usl": 4.0, "monitor_against": "sisters", "route": "maintenance"})
	}
	env = p.env()
	random := rand.New(rand.NewPCG(8, 8))
	step := 23 * time.Hour / time.Duration(cells)
	var lines []string
	for i := range cells {
		when := noon.Add(-23*time.Hour + time.Duration(i)*step)
		ms := when.UnixMilli()
		place := i % (fillers * nozzles)
		lines = append(lines, fmt.Sprintf(
			`filling,site=de1,line=line-1,equipment=filler-%02d,product=lfp-202 cell_id="C%d",visit=1i,verdict="ok",run_type="production",source_ms=%di,received_ms=%di,position="nozzle-%d",x_0=%f,x_1=%f %d`,
			place/nozzles, i, ms, ms+500, place%nozzles, random.NormFloat64(), random.NormFloat64(), ms*1e6+int64(i%1e6)))
		if len(lines) == 20_000 || i == cells-1 {
			if err := server.Write(env.Databases.Visits, strings.Join(lines, "\n")); err != nil {
				b.Fatal(err)
			}
			lines = lines[:0]
		}
	}
	return env, cells
}

// BenchmarkADayOfAMillionCells tells how long the first answer after a start takes, how long until all is read, how long an evaluation
// is when a step has ended and when none has, and what the summaries weigh: of one station of a plan of twenty.
func BenchmarkADayOfAMillionCells(b *testing.B) {
	env, cells := dayOfAMillion(b)
	now := noon
	env.Now = func() time.Time { return now }
	evaluate := func() time.Duration {
		start := time.Now()
		for reading := new(watch.ReadingError); ; {
			run := &source.Run{Range: source.Range{From: now.Add(-15 * time.Minute), To: now}, Alerting: true}
			_, err := env.Execute(b.Context(), run, "", []byte(episodes+"}"))
			if err == nil {
				return time.Since(start)
			}
			if !errors.As(err, &reading) {
				b.Fatal(err)
			}
		}
	}
	weighed := func() float64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc) / 1e6
	}
	before := weighed()
	for b.Loop() {
		first := evaluate()
		summaries := weighed() - before
		var again, anew []float64
		for range 10 {
			now = now.Add(time.Second)
			again = append(again, float64(evaluate().Microseconds())/1000)
		}
		for range 10 {
			now = now.Add(5 * time.Minute)
			anew = append(anew, float64(evaluate().Microseconds())/1000)
		}
		b.ReportMetric(float64(cells), "cells")
		b.ReportMetric(first.Seconds(), "whole-s")
		b.ReportMetric(stationsOfPlan*first.Seconds(), "whole-plan-s")
		b.ReportMetric(summaries, "summaries-MB")
		b.ReportMetric(stationsOfPlan*summaries, "summaries-plan-MB")
		_, median := spread(b, "again", again)
		b.ReportMetric(stationsOfPlan*median, "again-plan-ms")
		_, median = spread(b, "step-ended", anew)
		b.ReportMetric(stationsOfPlan*median, "step-ended-plan-ms")
	}
}
