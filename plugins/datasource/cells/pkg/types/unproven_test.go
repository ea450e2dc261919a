package types_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// specialLine has one special characteristic that every cell needs, a special one of a sample, and one that is not special.
func specialLine(t *testing.T) *plant {
	p := newPlant(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.characteristic(1, "filling", "fill_mass", "Electrolyte mass", "massg", 1, fields{"lsl": 796.0, "usl": 804.0, "plausible_lo": 0.0,
		"plausible_hi": 2000.0, "special_class": "SC", "sample": "every cell", "route": "quality", "containment": "hold"})
	p.characteristic(2, "filling", "pull_force", "Pull force", "suffix:N", 1, fields{"lsl": 10.0, "special_class": "CC", "sample": "1 in 500", "plausible_lo": 0.0})
	p.characteristic(3, "filling", "fill_vacuum", "Vacuum", "suffix:mbar", 1, fields{"usl": 8.0, "sample": "every cell", "plausible_hi": 1000.0})
	return p
}

func (p *plant) seen(cell, verdict string, f fields) {
	if verdict != "" {
		f["verdict"] = verdict
	}
	p.visitAt("filling", "line-1", "filler-02", cell, noon.Add(-10*time.Minute+time.Duration(hash(cell)%60)*time.Second), f)
}

const unprovenKinds = `"kinds":["out-of-spec","unmeasured","implausible","station-nok","unknown-verdict","skipped"]`

func TestAValueNeverMeasuredOrNeverTrueDoesNotPass(t *testing.T) {
	for name, c := range map[string]struct {
		store func(p *plant)
		// signals of cell X as rule of kind, alike in every state that they stay in; the traveler's verdict; the share that
		// passed at first and in the end.
		fresh, open, verdict, first, final string
	}{
		"a good cell raises nothing": {func(p *plant) { p.seen("X", "ok", fields{"fill_mass": 800.0}) }, "", "", "ok", "1", "1"},
		"a special value that is missing": {func(p *plant) { p.seen("X", "ok", fields{"fill_vacuum": 5.0}) },
			"unmeasured no-value fill_mass hold", "unmeasured no-value fill_mass hold", "unproven", "0", "0"},
		"a sentinel above what can be true": {func(p *plant) { p.seen("X", "ok", fields{"fill_mass": 9999.0}) },
			"implausible above-plausible fill_mass hold", "implausible above-plausible fill_mass hold", "unproven", "0", "0"},
		"a sentinel below what can be true": {func(p *plant) { p.seen("X", "ok", fields{"fill_mass": -1.0}) },
			"implausible below-plausible fill_mass hold", "implausible below-plausible fill_mass hold", "unproven", "0", "0"},
		"a special value of a sample may be missing, and may not be a sentinel": {func(p *plant) { p.seen("X", "ok", fields{"fill_mass": 800.0, "pull_force": -9.0}) },
			"implausible below-plausible pull_force ", "implausible below-plausible pull_force ", "unproven", "0", "0"},
		"what is not special may be missing or a sentinel": {func(p *plant) { p.seen("X", "ok", fields{"fill_mass": 800.0, "fill_vacuum": 6553.5}) }, "", "", "ok", "1", "1"},
		"a station's own nok with all values inside": {func(p *plant) { p.seen("X", "nok", fields{"fill_mass": 800.0}) },
			"station-nok verdict  none", "station-nok verdict  none", "nok", "0", "0"},
		"a nok that its values explain": {func(p *plant) { p.seen("X", "nok", fields{"fill_mass": 700.0}) },
			"out-of-spec below-lsl fill_mass hold", "out-of-spec below-lsl fill_mass hold", "nok", "0", "0"},
		"a verdict that nobody understands": {func(p *plant) {
			p.visitAt("filling", "line-1", "filler-02", "Y", noon.Add(-time.Hour), fields{"fill_mass": 800.0, "verdict_reported": "i.O."})
			p.unjudged("X", fields{"fill_mass": 800.0, "verdict_reported": "NG"})
		}, "unknown-verdict not-understood  none", "unknown-verdict not-understood  none", "-", "-", "-"},
		"a record without a verdict is not one that nobody understands": {func(p *plant) { p.unjudged("X", fields{"fill_mass": 800.0}) }, "", "", "-", "-", "-"},
		"a station that left the cell out":                              {func(p *plant) { p.seen("X", "skipped", fields{}) }, "skipped verdict  none", "skipped verdict  none", "skipped", "-", "-"},
		"a retest that need not repeat what was measured": {func(p *plant) {
			p.seen("X", "retest", fields{"fill_mass": 800.0, "fill_vacuum": 9.0})
			p.again("X", "ok", fields{"fill_vacuum": 5.0})
		}, "out-of-spec above-usl fill_vacuum ", "", "ok", "0", "1"},
		"a retest that heals what was missing": {func(p *plant) {
			p.seen("X", "ok", fields{})
			p.again("X", "ok", fields{"fill_mass": 801.0})
		}, "unmeasured no-value fill_mass hold", "", "ok", "0", "1"},
		"a retest without the value leaves the sentinel standing": {func(p *plant) {
			p.seen("X", "ok", fields{"fill_mass": 9999.0})
			p.again("X", "ok", fields{"fill_vacuum": 5.0})
		}, "implausible above-plausible fill_mass hold", "implausible above-plausible fill_mass hold", "unproven", "0", "0"},
		"a retest without the value that failed leaves the failure standing": {func(p *plant) {
			p.seen("X", "nok", fields{"fill_mass": 702.0})
			p.again("X", "ok", fields{"fill_vacuum": 5.0})
		}, "out-of-spec below-lsl fill_mass hold", "out-of-spec below-lsl fill_mass hold", "unproven", "0", "0"},
		"a retest without a failed value that is not special leaves the signal open": {func(p *plant) {
			p.seen("X", "nok", fields{"fill_mass": 800.0, "fill_vacuum": 9.0})
			p.again("X", "ok", fields{"fill_mass": 800.0})
		}, "out-of-spec above-usl fill_vacuum ", "out-of-spec above-usl fill_vacuum ", "ok", "0", "1"},
		"the newest value before a retest without one decides": {func(p *plant) {
			p.seen("X", "ok", fields{"fill_mass": 800.0})
			p.again("X", "ok", fields{"fill_mass": 9999.0})
			p.third("X", "ok", fields{})
		}, "implausible above-plausible fill_mass hold", "implausible above-plausible fill_mass hold", "unproven", "1", "0"},
		"a retest that measures what failed heals it, though others do not": {func(p *plant) {
			p.seen("X", "nok", fields{"fill_mass": 702.0})
			p.again("X", "ok", fields{"fill_mass": 801.0})
			p.third("X", "ok", fields{})
		}, "out-of-spec below-lsl fill_mass hold", "", "ok", "0", "1"},
		"a special value that is missing without a verdict": {func(p *plant) { p.unjudged("X", fields{"fill_vacuum": 5.0}) },
			"unmeasured no-value fill_mass hold", "unmeasured no-value fill_mass hold", "-", "-", "-"},
		"a retest to come may bring what is missing": {func(p *plant) { p.seen("X", "retest", fields{}) }, "", "", "retest", "0", "0"},
		"a cell that is skipped after it failed has not passed": {func(p *plant) {
			p.seen("X", "nok", fields{"fill_mass": 702.0})
			p.again("X", "skipped", fields{})
		}, "out-of-spec below-lsl fill_mass hold; skipped verdict  none", "out-of-spec below-lsl fill_mass hold; skipped verdict  none", "nok", "0", "0"},
		"a first verdict that nobody understands is not passed over": {func(p *plant) {
			p.unjudged("X", fields{"fill_mass": 800.0, "verdict_reported": "NG"})
			p.again("X", "ok", fields{"fill_mass": 800.0})
		}, "unknown-verdict not-understood  none", "", "ok", "-", "1"},
		"a last verdict that nobody understands leaves the end open": {func(p *plant) {
			p.seen("X", "ok", fields{"fill_mass": 800.0})
			p.again("X", "", fields{"fill_mass": 800.0, "verdict": nil, "verdict_reported": "NG"})
		}, "unknown-verdict not-understood  none", "unknown-verdict not-understood  none", "-", "1", "-"},
		"a trial does not heal what failed in production": {func(p *plant) {
			p.seen("X", "nok", fields{"fill_mass": 702.0})
			p.again("X", "ok", fields{"fill_mass": 800.0, "run_type": "trial"})
		}, "out-of-spec below-lsl fill_mass hold", "out-of-spec below-lsl fill_mass hold", "nok", "0", "0"},
	} {
		t.Run(name, func(t *testing.T) {
			p := specialLine(t)
			c.store(p)
			env := p.env()
			for state, want := range map[string]string{"fresh": c.fresh, "open": c.open, "unanswered": c.open} {
				frame := ask(t, env, `{"queryType":"signals",`+unprovenKinds+`,"state":"`+state+`","filters":[{"key":"cell_id","operator":"=","value":"X"}]}`)[0]
				var got []string
				for row := range frame.Rows() {
					var words []string
					for _, name := range []string{"kind", "rule", "characteristic", "disposition"} {
						field, _ := frame.FieldByName(name)
						words = append(words, field.At(row).(string))
					}
					if pass, _ := frame.FieldByName("pass"); pass.At(row) == "" {
						t.Errorf("%s: signal %v names no pass", state, words)
					}
					got = append(got, strings.Join(words, " "))
				}
				slices.Sort(got)
				got = slices.Compact(got)
				if strings.Join(got, "; ") != want {
					t.Errorf("%s: %q, want %q", state, got, want)
				}
			}
			header := ask(t, env, `{"queryType":"traveler","cellId":"X","parts":["header"]}`)[0]
			if got := words(header, "verdict"); got != c.verdict {
				t.Errorf("traveler says %q, want %q", got, c.verdict)
			}
			yield := ask(t, env, `{"queryType":"yield","filters":[{"key":"cell_id","operator":"=","value":"X"}]}`)[0]
			if first, final := words(yield, "first_pass"), words(yield, "final"); first != c.first || final != c.final {
				t.Errorf("yield says %s at first and %s in the end, want %s and %s", first, final, c.first, c.final)
			}
			// The one station is multiplied with no other; one that judged nothing takes no part.
			first, final := c.first+","+c.first, c.final+","+c.final
			if c.first == "-" && c.final == "-" {
				first, final = "-", "-"
			}
			rolled := ask(t, env, `{"queryType":"yield","rolled":true,"filters":[{"key":"cell_id","operator":"=","value":"X"}]}`)[0]
			if words(rolled, "first_pass") != first || words(rolled, "final") != final {
				t.Errorf("of all stations it says %s and %s, want %s and %s", words(rolled, "first_pass"), words(rolled, "final"), first, final)
			}
		})
	}
}

func TestATravelerListsTheSpecialValueThatIsMissing(t *testing.T) {
	p := specialLine(t)
	p.seen("X", "ok", fields{"fill_vacuum": 5.0})
	frame := ask(t, p.env(), `{"queryType":"traveler","cellId":"X","parts":["characteristics"]}`)[0]
	if got := words(frame, "characteristic") + " " + words(frame, "value") + " " + words(frame, "verdict") + " " + words(frame, "usl"); got != "fill_mass,fill_vacuum -,5 unmeasured,ok 804,8" {
		t.Error(got)
	}
}

func TestTheFailuresNameTheSpecialValueThatIsMissing(t *testing.T) {
	p := specialLine(t)
	p.seen("X", "ok", fields{})
	p.seen("Y", "ok", fields{"fill_mass": 9999.0})
	p.seen("Z", "nok", fields{"fill_mass": 800.0})
	frame := ask(t, p.env(), `{"queryType":"yield","failures":true}`)[0]
	if got := words(frame, "characteristic") + " " + words(frame, "count"); got != "fill_mass,verdict 2,1" {
		t.Error(got)
	}
}

// unjudged stores a visit without a verdict.
func (p *plant) unjudged(cell string, f fields) {
	f["verdict"] = nil
	p.seen(cell, "", f)
}

// again stores a second visit, third a third one.
func (p *plant) again(cell, verdict string, f fields) { p.revisit(2, cell, verdict, f) }
func (p *plant) third(cell, verdict string, f fields) { p.revisit(3, cell, verdict, f) }

func (p *plant) revisit(visit int, cell, verdict string, f fields) {
	f["visit"] = visit
	if verdict != "" {
		f["verdict"] = verdict
	}
	p.visitAt("filling", "line-1", "filler-02", cell, noon.Add(time.Duration(visit-7)*time.Minute), f)
}

// words are the values of a column, "-" where there is none.
func words(frame *data.Frame, name string) string {
	field, _ := frame.FieldByName(name)
	var out []string
	for row := range frame.Rows() {
		if v, ok := field.ConcreteAt(row); ok {
			out = append(out, fmt.Sprint(v))
		} else {
			out = append(out, "-")
		}
	}
	return strings.Join(out, ",")
}

func TestWhatOnlyTellsWhatWasIsShownAndNeverAlerted(t *testing.T) {
	p := specialLine(t)
	p.seen("PAST", "nok", fields{"fill_mass": 702.0, "history": true})
	p.seen("NOW", "nok", fields{"fill_mass": 702.0})
	for _, visit := range []string{"one", "other"} {
		p.visitAt("filling", "line-1", "filler-02", "TWICE", noon.Add(-time.Duration(len(visit))*time.Minute), fields{"fill_mass": 800.0, "history": true})
	}
	env := p.env()
	for alerting, want := range map[bool]string{false: "NOW,PAST,TWICE,TWICE", true: "NOW"} {
		run := &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}, Alerting: alerting}
		frames, err := env.Execute(t.Context(), run, "", []byte(`{"queryType":"signals","kinds":["out-of-spec","conflicting"],"state":"open"}`))
		if err != nil {
			t.Fatal(err)
		}
		cells := strings.Split(words(frames[0], "cell_id"), ",")
		slices.Sort(cells)
		if got := strings.Join(cells, ","); got != want {
			t.Errorf("alerting %v: %s, want %s", alerting, got, want)
		}
	}
}
