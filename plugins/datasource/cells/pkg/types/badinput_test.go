package types_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// alerts are what alert rules of these kinds (of all, where none is named) get at a moment: kind, station, machine, position and rule.
func alerts(t *testing.T, env *query.Engine, when time.Time, kinds ...string) (out []string) {
	t.Helper()
	if len(kinds) == 0 {
		kinds = slices.DeleteFunc(slices.Clone(vocabulary.FoundSignals), func(kind string) bool { return kind == vocabulary.SignalUnread })
	}
	raw, _ := json.Marshal(map[string]any{"kinds": kinds})
	frames, err := env.Execute(t.Context(), &source.Run{Range: source.Range{From: when.Add(-15 * time.Minute), To: when}, Alerting: true}, "signals", raw)
	if err != nil {
		t.Fatal(err)
	}
	for row := range frames[0].Rows() {
		var words []string
		for _, name := range []string{"kind", "station", "equipment", "position", "rule"} {
			f, _ := frames[0].FieldByName(name)
			if word := f.At(row).(string); word != "" {
				words = append(words, word)
			}
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func alerted(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

// nozzleLine is a filler of twelve nozzles, with a cell a nozzle every two minutes of three days; mass says how far one is from 800 g
// in σ of single cells, ok whether it is filled.
func nozzleLine(t testing.TB, more fields, mass func(nozzle int, when time.Time) (float64, bool)) *plant {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-02","name":"Filler 2","line":"line-1","station":"filling","positions":["nozzle-1"]}]`})
	p.planned("station,station=filling", fields{"order": 1, "name": "Filling", "item": "cell", "equipment": "filler-02"})
	of := fields{"usl": 820.0, "monitor_against": "sisters"}
	for name, v := range more {
		of[name] = v
	}
	p.characteristic(1, "filling", "fill_mass", "Fill mass", "suffix:g", 1, of)
	random := rand.New(rand.NewPCG(5, 5))
	for when := noon.Add(-48 * time.Hour); when.Before(noon); when = when.Add(3 * time.Minute) {
		for nozzle := 1; nozzle <= 12; nozzle++ {
			if off, ok := mass(nozzle, when); ok {
				then := when.Add(time.Duration(nozzle) * time.Second)
				p.visitAt("filling", "line-1", "filler-02", fmt.Sprintf("N%d-%d", nozzle, then.Unix()), then, fields{
					"fill_mass": 800 + off + random.NormFloat64(), "position": fmt.Sprintf("nozzle-%d", nozzle)})
			}
		}
	}
	return p
}

func TestTenThousandCellsOutOfSpecAtOnceAreABoundedAnswerThatSaysWhatItLeftOut(t *testing.T) {
	slowtest.ManyCells(t)
	p := kOfNLine(t)
	for i := range 10_000 {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("C", i), noon.Add(-time.Duration(i)*20*time.Millisecond-time.Second), fields{"fill_mass": 810.0 + float64(i%7)})
	}
	env := p.env()
	got := alerts(t, env, noon, "out-of-spec")
	if len(got) != 501 || got[500] != "overflow overflow" {
		t.Fatalf("%d rows, the last %q; want 500 and the count of the others", len(got), got[len(got)-1])
	}
	frames, err := env.Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}, Alerting: true}, "signals", []byte(`{"kinds":["out-of-spec"]}`))
	if err != nil {
		t.Fatal(err)
	}
	if left, _ := frames[0].Fields[0].FloatAt(500); left != 9_500 {
		t.Errorf("%v were left out, want 9 500", left)
	}
	alerted(t, "people", alerts(t, env, noon, "k-of-n"), "k-of-n filling filler-01 k-of-n")
}

func TestAValueThatFlapsIsOneSignalFromItsBeginningToItsEnd(t *testing.T) {
	slowtest.ManyCells(t)
	began := at("03-10 09:00")
	env := nozzleLine(t, nil, func(nozzle int, when time.Time) (float64, bool) {
		if flaps := nozzle == 4 && !when.Before(began) && when.Unix()/900%2 == 0; flaps {
			return 4, true
		}
		return 0, true
	}).env()
	changes, before := 0, ""
	for when := began; !when.After(noon); when = when.Add(5 * time.Minute) {
		now := strings.Join(alerts(t, env, when, "out-of-control"), ";")
		if now != before {
			changes++
		}
		before = now
	}
	if changes != 1 || before != "out-of-control filling filler-02 nozzle-4" {
		t.Errorf("%d changes, at last %q; want one to nozzle-4", changes, before)
	}
}

func TestAStationThatNeverReportedSaysNothingAndFailsNoOther(t *testing.T) {
	slowtest.ManyCells(t)
	p := nozzleLine(t, nil, func(int, time.Time) (float64, bool) { return 0, true })
	p.planned("station,station=sealing", fields{"order": 2, "name": "Sealing", "item": "cell", "from_station": "filling", "max_hours": 1.0, "equipment": "sealer-01", "zone": "hall"})
	p.characteristic(1, "sealing", "leak", "Leak", "none", 1, fields{"usl": 1.0, "special_class": "CC", "master_check_s": 3600.0, "calibration_s": 86400.0, "monitor_against": "lot"})
	p.characteristic(2, "sealing", "air", "Air", "celsius", 1, fields{"usl": 30.0, "source": "environment", "quantity": "temperature"})
	r := rulesOn(t, p)
	alerted(t, "rules", alerts(t, r.env, noon))
	r.unread(`{"kinds":["unread"]}`, "")
}

func TestAllSistersBadAlikeAreOneCauseAndNotOneOfEachNozzle(t *testing.T) {
	slowtest.ManyCells(t)
	alike := func(_ int, when time.Time) (float64, bool) {
		if when.Before(at("03-10 10:00")) {
			return 0, true
		}
		return 6, true
	}
	alerted(t, "held against each other alone", alerts(t, nozzleLine(t, nil, alike).env(), noon))
	alerted(t, "out of spec", alerts(t, nozzleLine(t, fields{"usl": 805.0}, alike).env(), noon, "out-of-control", "k-of-n"),
		"k-of-n filling filler-02 k-of-n", "out-of-control filling filler-02")
	p := nozzleLine(t, nil, alike)
	p.planned("control_limit,station=filling,characteristic=fill_mass,product=*,stratum=*",
		fields{"model": "normal", "centre": 800.0, "sigma_within": 1.0, "subgroup_n": 5, "status": "approved"})
	alerted(t, "with limits of all", alerts(t, p.env(), noon, "out-of-control"), "out-of-control filling filler-02")
}

func TestOneOfTwelveSistersThatGoesOnAloneIsNoSignal(t *testing.T) {
	slowtest.ManyCells(t)
	alerted(t, "eleven stopped", alerts(t, nozzleLine(t, nil, func(nozzle int, when time.Time) (float64, bool) {
		return 0, nozzle == 7 || when.Before(at("03-10 09:00"))
	}).env(), noon))
}

func TestWindowsOfOneCellTellOfNothingButWhatIsShown(t *testing.T) {
	slowtest.ManyCells(t)
	const limits = "control_limit,station=filling,characteristic=fill_mass,product=*,stratum=*"
	seldom := func(off float64) []string {
		p := nozzleLine(t, fields{"usl": 803.0, "monitor_min_n": 1}, func(nozzle int, when time.Time) (float64, bool) {
			if when.Before(at("03-10 08:00")) {
				return 0, nozzle == 1 && when.Minute() == 0
			}
			return off, nozzle == 1 && when.Minute() == 0
		})
		p.planned(limits, fields{"model": "normal", "centre": 800.0, "sigma_within": 1.0, "subgroup_n": 1, "status": "approved"})
		return alerts(t, p.env(), noon, "out-of-control", "k-of-n")
	}
	alerted(t, "one cell an hour", seldom(0))
	alerted(t, "that are low", seldom(-5), "out-of-control filling filler-02")
}

func TestAStationWhoseClockIsAnHourOffIsToldAsThatAlone(t *testing.T) {
	for rule, off := range map[string]time.Duration{"behind": -time.Hour, "ahead": time.Hour} {
		p := silentLine(t)
		p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"lsl": 796.0, "usl": 804.0})
		for minute := range 24 * 60 {
			arrived := noon.Add(-time.Duration(minute)*time.Minute - 5*time.Second)
			for _, machine := range []string{"filler-01", "filler-02"} {
				when := arrived
				if machine == "filler-02" {
					when = arrived.Add(off)
				}
				p.visitAt("filling", "line-1", machine, fmt.Sprint(machine, minute), when, fields{"fill_mass": 800.0 + float64(minute%3), "received_ms": arrived.UnixMilli()})
			}
			slot := arrived.Unix() / 60 % 4096
			p.row("visits", fmt.Sprintf("arrival,site=de1,station=filling,slot=%d", slot), fields{"minute": arrived.Add(off).Unix() / 60}, arrived.UnixNano())
		}
		alerted(t, rule, alerts(t, p.env(), noon), "clock filling filler-02 "+rule)
	}
}

func TestAPlanThatIsPushedWhileSomethingIsWrongChangesNothingOfWhatIsTold(t *testing.T) {
	p := nozzleLine(t, fields{"severity": "critical"}, func(nozzle int, when time.Time) (float64, bool) {
		if nozzle == 4 && !when.Before(at("03-10 10:00")) {
			return 5, true
		}
		return 0, true
	})
	now, env := noon.Add(-30*time.Minute), p.env()
	env.Now = func() time.Time { return now }
	const of = "out-of-control filling filler-02 nozzle-4"
	alerted(t, "before", alerts(t, env, now, "out-of-control"), of)
	said := saidBy(t, env, now)
	pushed := fields{"order": 1, "name": "Fill mass", "unit": "suffix:g", "decimals": 1, "usl": 815.0, "lsl": 780.0, "monitor_against": "sisters", "severity": "critical"}
	pushed["revision"], pushed["recorded_ms"], pushed["active"] = 2, now.UnixMilli(), true
	p.row("record", "characteristic,station=filling,characteristic=fill_mass,product=*,stratum=*", pushed, now.Unix()*1e9+2)
	p.env()
	for range 3 {
		now = now.Add(time.Minute)
		alerted(t, "after", alerts(t, env, now, "out-of-control"), of)
	}
	if after := saidBy(t, env, now); strings.Split(after, ", for")[0] != strings.Split(said, ", for")[0] {
		t.Errorf("before %q, after %q", said, after)
	}
}

// saidBy is the sentence of what is out of control at a moment.
func saidBy(t *testing.T, env *query.Engine, when time.Time) string {
	t.Helper()
	run := &source.Run{Range: source.Range{From: when.Add(-time.Hour), To: when}}
	frames, err := env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["out-of-control"],"include":["evidence"]}`))
	if err != nil || frames[0].Rows() != 1 {
		t.Fatal(frames, err)
	}
	f, _ := frames[0].FieldByName("sentence")
	return f.At(0).(string)
}
