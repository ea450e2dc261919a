package watch

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan/pushed"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Machines and positions that have approved limits of their own are judged each by itself, and told together all the same.
func TestPartsByLimitsOfTheirOwnAreTheWholeWhereMostDepartAndElseNamedEach(t *testing.T) {
	for _, c := range []struct {
		fact            string
		machines, parts int
		departing       int
		told            []string
	}{
		{"most of twelve positions", 1, 12, 7, []string{"w-1 of 12"}},
		{"some of twelve positions", 1, 12, 2, []string{"w-1/p-1", "w-1/p-2"}},
		{"half of twelve positions", 1, 12, 6, []string{"w-1/p-1", "w-1/p-2", "w-1/p-3", "w-1/p-4", "w-1/p-5", "w-1/p-6"}},
		{"most of three machines", 3, 0, 2, []string{"- of 3"}},
		{"two of five machines", 5, 0, 2, []string{"w-1", "w-2"}},
	} {
		t.Run(c.fact, func(t *testing.T) {
			var streams []summary.Stream
			for m := range c.machines {
				at := summary.Stream{Site: "s1", Line: "l2", Station: "weld", Equipment: fmt.Sprint("w-", m+1), Product: "big"}
				for p := range c.parts {
					at.Position = fmt.Sprint("p-", p+1)
					streams = append(streams, at)
				}
				if c.parts == 0 {
					streams = append(streams, at)
				}
			}
			var got []string
			for _, e := range judgedWithOwnLimits(t, streams, c.departing) {
				at := strings.TrimSuffix(e.Key.Equipment+"/"+e.Key.Position, "/")
				if at == "" {
					at = "-"
				}
				if e.Parts > 0 {
					at += fmt.Sprint(" of ", e.Parts)
				}
				got = append(got, at)
				if shift := e.LevelNow - e.LevelUsual; !(shift > 0 && shift < 0.5) || math.Abs(e.Ratio-10*shift) > 1e-9 {
					t.Errorf("%s departs by %.2f, %.1f standard deviations; it is 0.4 and 4, or less since when it began", at, shift, e.Ratio)
				}
			}
			if slices.Sort(got); !slices.Equal(got, c.told) {
				t.Errorf("told are %q, want %q", got, c.told)
			}
		})
	}
}

// judgedWithOwnLimits is what is told of streams, each with a centre of its own, of which the first so many shift in the last hours.
func judgedWithOwnLimits(t *testing.T, streams []summary.Stream, departing int) []Episode {
	t.Helper()
	rows := rowsOfPlan(t)
	for _, row := range rows {
		if row.Measurement == "characteristic" && row.Tags["characteristic"] == "force" {
			row.Fields["monitor_against"] = "self"
		}
	}
	p, err := pushed.Plan(slices.Concat(rows, limitsOf(streams)))
	if err != nil {
		t.Fatal(err)
	}
	from, until := int64(origin+day), int64(origin+3*day)
	s := &station{name: "weld", counting: control.NewCounting(p, "weld", 1), book: summary.NewBook(control.StepMs(p, "weld", 1))}
	random := rand.New(rand.NewPCG(7, 7))
	for begin := from; begin < until; begin += s.book.LengthMs {
		for i, stream := range streams {
			shift := 0.0
			if i < departing && begin >= until-6*s.book.LengthMs {
				shift = 0.4
			}
			for range 4 {
				v := control.Visit{Stream: stream, Ms: begin, Verdict: "ok", Lot: func(string) string { return "" }}
				s.counting.Count(s.book, v, func(string) (float64, bool) { return float64(i) + shift + 0.1*random.NormFloat64(), true })
			}
		}
	}
	return slices.DeleteFunc(s.judge(p, 1, from, until, 0).Episodes, func(e Episode) bool { return e.Key.Characteristic != "force" })
}

// limitsOf are approved control limits of each stream: σ 0.1 around its place in the list.
func limitsOf(streams []summary.Stream) (out []pushed.Row) {
	for i, of := range streams {
		stratum := "equipment=" + of.Equipment
		if of.Position != "" {
			stratum += ",position=" + of.Position
		}
		out = append(out, pushed.Row{
			Measurement: "control_limit",
			Tags:        map[string]string{"station": of.Station, "characteristic": "force", "product": "*", "stratum": stratum},
			Fields: map[string]any{
				"model": "normal", "centre": float64(i), "sigma_within": 0.1, "sigma_between": 0.0, "sigma_plotted": 0.1, "subgroup_n": 1.0, "status": "approved",
			},
		})
	}
	return out
}
