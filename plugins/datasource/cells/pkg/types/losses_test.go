package types_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// lossesOf asks for what episodes of the last two days cost.
func lossesOf(t *testing.T, env *query.Engine, more string) *data.Frame {
	t.Helper()
	run := &source.Run{Range: source.Range{From: noon.Add(-48 * time.Hour), To: noon}}
	frames, err := env.Execute(t.Context(), run, "", []byte(`{"queryType":"losses"`+more+`}`))
	if err != nil {
		t.Fatal(err)
	}
	return frames[0]
}

// numberAt is a number of a row, NaN where it is missing.
func numberAt(frame *data.Frame, name string, row int) float64 {
	f, _ := frame.FieldByName(name)
	v, ok := f.ConcreteAt(row)
	if !ok {
		return math.NaN()
	}
	return v.(float64)
}

func textAt(frame *data.Frame, name string, row int) string {
	f, _ := frame.FieldByName(name)
	v, _ := f.ConcreteAt(row)
	text, _ := v.(string)
	return text
}

func timeAt(frame *data.Frame, name string, row int) (time.Time, bool) {
	f, _ := frame.FieldByName(name)
	v, ok := f.ConcreteAt(row)
	at, _ := v.(time.Time)
	return at, ok
}

func TestWhatEpisodesCostIsWhatASlowWalkOverAllRowsFinds(t *testing.T) {
	slowtest.ManyCells(t)
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			l := lossyLineOf(t, seed+1, true, 3)
			env := l.env()
			frame := lossesOf(t, env, "")
			place, outOfSpec, found := l.place(l.nozzle), 0.0, false
			for row := range frame.Rows() {
				from, _ := timeAt(frame, "from", row)
				to, ended := timeAt(frame, "to", row)
				if !ended {
					t.Errorf("%s is not over", textAt(frame, "sentence", row))
					to = noon
				}
				want := l.walk(textAt(frame, "position", row), from.UnixMilli(), to.UnixMilli())
				for name, v := range want {
					if got := numberAt(frame, name, row); math.Abs(got-v) > 1e-6*(1+v) {
						t.Errorf("%s is %v, a slow walk finds %v (%s)", name, got, v, textAt(frame, "sentence", row))
					}
				}
				outOfSpec += want["out_of_spec"]
				if textAt(frame, "position", row) == place && textAt(frame, "kind", row) == "out-of-control" {
					found = true
					l.toldAsTrue(t, env, frame, row)
				}
			}
			all := l.walk(place, 0, noon.UnixMilli())["out_of_spec"]
			for nozzle := 1; nozzle <= 12; nozzle++ {
				if nozzle != l.nozzle {
					all += l.walk(l.place(nozzle), 0, noon.UnixMilli())["out_of_spec"]
				}
			}
			if !found || outOfSpec != all {
				t.Errorf("found %t; %v out of spec in all episodes, of %v that were", found, outOfSpec, all)
			}
		})
	}
}

// toldAsTrue compares an episode with when the nozzle truly wavered, and with when signals told so, asked at every window's end.
func (l *lossyLine) toldAsTrue(t *testing.T, env *query.Engine, frame *data.Frame, row int) {
	t.Helper()
	from, _ := timeAt(frame, "from", row)
	to, _ := timeAt(frame, "to", row)
	begin, end := time.UnixMilli(l.fromMs), time.UnixMilli(l.toMs)
	if late := from.Sub(begin); late.Abs() > 40*time.Minute {
		t.Errorf("it began at %s, and is said to at %s", begin.UTC(), from)
	}
	if late := to.Sub(end); late > 20*time.Minute || late < -40*time.Minute {
		t.Errorf("it ended at %s, and is said to at %s", end.UTC(), to)
	}
	if action := numberAt(frame, "action_s", row); math.Abs(action-end.Sub(from).Seconds()) > 1 {
		t.Errorf("the nozzle was cleaned after %s, and is said to be after %v s", end.Sub(from), action)
	}
	signalled := from.Add(time.Duration(numberAt(frame, "signal_s", row)) * time.Second)
	for at, want := range map[time.Time]bool{signalled.Add(-5 * time.Minute): false, signalled.Add(5 * time.Minute): true, to.Add(-5 * time.Minute): true, to.Add(5 * time.Minute): false} {
		told := slices.ContainsFunc(valuesOf(t, env, at, ""), func(told string) bool { return strings.Contains(told, l.place(l.nozzle)+" ") })
		if told != want {
			t.Errorf("signals of %s tell of it: %t, by what it cost it was told at %s and ended at %s", at, told, signalled, to)
		}
	}
}

func TestSumsOfEpisodesAreThoseOfTheirRows(t *testing.T) {
	slowtest.ManyCells(t)
	env := lossyLineOf(t, 2, true, 3).env()
	rows := lossesOf(t, env, "")
	for _, by := range []string{"cause", "station", "equipment", "shift", "line", "day", "week", "all"} {
		frame := lossesOf(t, env, `,"by":"`+by+`"`)
		for _, name := range []string{"episodes", "cells", "out_of_spec", "caught", "slipped", "scrapped", "reworked", "station_hours", "cost", "end_of_line_hours", "end_of_line_cost"} {
			sum, want := 0.0, 0.0
			for row := range frame.Rows() {
				sum += numberAt(frame, name, row)
			}
			for row := range rows.Rows() {
				want += numberAt(rows, name, row)
			}
			if math.Abs(sum-want) > 1e-6 {
				t.Errorf("by %s: %s is %v, of all rows %v", by, name, sum, want)
			}
		}
	}
}

func TestWithoutPricesNothingHasACost(t *testing.T) {
	slowtest.ManyCells(t)
	frame := lossesOf(t, lossyLineOf(t, 3, false, 3).env(), "")
	for row := range frame.Rows() {
		for _, name := range []string{"cost", "end_of_line_cost", "proof_s", "person_s"} {
			if got := numberAt(frame, name, row); !math.IsNaN(got) && !(name == "person_s" && textAt(frame, "action", row) != "") {
				t.Errorf("%s is %v, want none", name, got)
			}
		}
	}
	if frame.Rows() == 0 {
		t.Error("no episode")
	}
}
