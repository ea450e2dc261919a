package types_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// evaluated is what an alert rule is answered as of a moment: labels, and a number by them.
func evaluated(t *testing.T, env *query.Engine, to time.Time, more string) map[string]float64 {
	t.Helper()
	run := &source.Run{Range: source.Range{From: to.Add(-15 * time.Minute), To: to}, Alerting: true}
	frames, err := env.Execute(t.Context(), run, "", []byte(episodes+more+"}"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]float64{}
	for row := range frames[0].Rows() {
		var labels []string
		number := 0.0
		for _, f := range frames[0].Fields {
			if text, is := f.At(row).(string); is {
				labels = append(labels, f.Name+"="+text)
			} else {
				number, _ = f.FloatAt(row)
			}
		}
		out[strings.Join(labels, " ")] = number
	}
	return out
}

func TestANozzleThatFirstShowsByItsLevelAndThenByItsSpreadIsOneAlertFromBeginToEnd(t *testing.T) {
	slowtest.ManyCells(t)
	env := nozzleLine(t, nil, func(nozzle int, when time.Time) (float64, bool) {
		switch {
		case nozzle != 4 || when.Before(at("03-10 06:00")) || when.After(at("03-10 08:30")):
			return 0, true
		case when.Before(at("03-10 07:00")):
			return 2.5, true
		}
		return 4 * float64(when.Unix()/120%2*2-1), true // to and fro
	}).env()
	const level, spread = 1.0, 2.0
	var told []string
	var departed []float64
	began, ended := 0, 0
	for now, on := at("03-10 05:30"), false; !now.After(noon); now = now.Add(5 * time.Minute) {
		answer := evaluated(t, env, now, "")
		departs := evaluated(t, env, now, `,"value":"departs"`)
		for labels := range answer {
			if !slices.Contains(told, labels) {
				told = append(told, labels)
			}
			if what, asked := departs[labels]; !asked {
				t.Errorf("at %s nothing says what departs of %s", now.Format("15:04"), labels)
			} else if !slices.Contains(departed, what) {
				departed = append(departed, what)
			}
		}
		switch is := len(answer) > 0; {
		case is && !on:
			began++
		case !is && on:
			ended++
		}
		on = len(answer) > 0
	}
	if len(told) != 1 || !strings.Contains(told[0], "equipment=filler-02 position=nozzle-4") {
		t.Errorf("alerts are %q, want one of nozzle-4", told)
	}
	if fmt.Sprint(departed) != fmt.Sprint([]float64{level, spread}) {
		t.Errorf("what departs is told as %v, want level, then spread", departed)
	}
	if began != 1 || ended != 1 {
		t.Errorf("it began %d times and ended %d times, want once each", began, ended)
	}
}
