package types_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// A machine whose clock is a time zone behind goes on being told of; what waited for as long, and came at once, is shown to people.
func TestWhatAMachineMeasuresWhoseClockIsBehindIsToldToRules(t *testing.T) {
	slowtest.ManyCells(t)
	for _, c := range []struct {
		fact     string
		received func(measured time.Time) time.Time
		told     int
	}{
		{"two hours behind", func(measured time.Time) time.Time { return measured.Add(2*time.Hour + time.Second) }, 1},
		{"two hours behind, sent once a minute", func(measured time.Time) time.Time {
			return measured.Add(2*time.Hour + time.Minute).Truncate(time.Minute)
		}, 1},
		{"stored at once", func(time.Time) time.Time { return noon.Add(2*time.Hour + time.Minute) }, 0},
		{"stored in two lots, three minutes apart, of every step", func(measured time.Time) time.Time {
			late := noon.Add(2*time.Hour + time.Minute)
			if measured.Sub(measured.Truncate(5*time.Minute)) >= 3*time.Minute {
				late = late.Add(3 * time.Minute)
			}
			return late
		}, 0},
		{"stored at once, one record of every step sent again minutes later", func(measured time.Time) time.Time {
			late := noon.Add(2*time.Hour + time.Minute)
			if measured.Sub(measured.Truncate(5*time.Minute)) < 10*time.Second {
				late = late.Add(4 * time.Minute)
			}
			return late
		}, 0},
		{"replayed at 1.8 times real time", func(measured time.Time) time.Time {
			return noon.Add(10*time.Hour - time.Duration(float64(noon.Sub(measured))/1.8))
		}, 0},
	} {
		t.Run(c.fact, func(t *testing.T) {
			env := departingNozzle(t, 3*time.Hour, c.received)
			if people, rules := toldNow(t, env, false, ""), toldNow(t, env, true, ""); people != 1 || rules != c.told {
				t.Errorf("people are shown %d, rules are told %d, want 1 and %d", people, rules, c.told)
			}
		})
	}
}

// What a station sends two hours late is no news: nothing begins by it. What people were told in time is not over by it either.
func TestLatenessKeepsFromBeginningToTellAndNotFromGoingOn(t *testing.T) {
	away := func(measured time.Time) time.Time {
		if measured.Before(noon.Add(-80 * time.Minute)) {
			return measured.Add(time.Second)
		}
		return noon.Add(2*time.Hour + time.Minute)
	}
	for _, c := range []struct {
		fact string
		ago  time.Duration
		told int
	}{
		{"it began an hour and a half before the gateway went away", 170 * time.Minute, 1},
		{"it began when the gateway was away", 70 * time.Minute, 0},
	} {
		env := departingNozzle(t, c.ago, away)
		if people, rules := toldNow(t, env, false, ""), toldNow(t, env, true, ""); people != 1 || rules != c.told {
			t.Errorf("%s: people are shown %d, rules are told %d, want 1 and %d", c.fact, people, rules, c.told)
		}
		if replayed := toldNow(t, env, true, `,"replayed":true`); replayed != 1 {
			t.Errorf("%s: had it come in time, rules would have been told %d, want 1", c.fact, replayed)
		}
	}
}

// departingNozzle is a filler of twelve nozzles with a cell in ten seconds, of which one is heavier for so long before noon.
func departingNozzle(t *testing.T, ago time.Duration, received func(measured time.Time) time.Time) *query.Engine {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("station,station=filling", fields{"order": 1, "name": "Filling", "item": "cell", "max_gap_s": 1800.0, "equipment": "filler-01"})
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"lsl": 700.0, "usl": 900.0, "monitor_against": "sisters", "route": "maintenance"})
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 14 * 60 * 6 {
		when := noon.Add(-14*time.Hour + time.Duration(i)*10*time.Second)
		mass := 800 + 0.3*r.NormFloat64()
		if i%12 == 4 && noon.Sub(when) < ago {
			mass += 1.5
		}
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("C", i), when, fields{
			"fill_mass": mass, "position": fmt.Sprint("nozzle-", i%12), "received_ms": received(when).UnixMilli(),
		})
	}
	return p.env()
}

// toldNow is how many signals people, or a rule, get at noon of what is out of control.
func toldNow(t *testing.T, env *query.Engine, rule bool, more string) int {
	t.Helper()
	ask := func() (data.Frames, error) {
		run := &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}, Alerting: rule}
		return env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["out-of-control"]`+more+`}`))
	}
	frames, err := ask()
	for reading := (*watch.ReadingError)(nil); errors.As(err, &reading); {
		frames, err = ask()
	}
	if err != nil {
		t.Fatal(err)
	}
	return frames[0].Rows()
}
