package signals

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

var update = flag.Bool("update", false, "rewrite the expected sentences")

var morning = time.Date(2026, 1, 15, 6, 0, 0, 0, time.UTC)

const characteristic = `time:time! station:text characteristic:text product:text stratum:text revision:int active:bool name:text unit:text decimals:float reaction_text:text
2026-01-01T00:00:00.000000001Z filling fill_mass * * 1 true Fill␣mass␣(after␣less␣before) massg 1 {"en":"Clean␣the␣nozzle.","de":"Düse␣reinigen."}
`

const stations = `time:time! station:text item:text
2026-01-01T00:00:00.000000001Z filling cell
2026-01-01T00:00:00.000000001Z coating roll
2026-01-01T00:00:00.000000001Z grading tray
2026-01-01T00:00:00.000000001Z assembly module
`

const none = "time:time! station:text characteristic:text product:text stratum:text revision:int active:bool\n"

// planned is a plan of one characteristic.
func planned(t *testing.T) *plan.Plan {
	t.Helper()
	book := func(rows string) *plan.Book {
		parsed, err := tabletest.Parse("plan", rows)
		if err != nil {
			t.Fatal(err)
		}
		made, err := plan.NewBook(parsed)
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	return &plan.Plan{Characteristics: book(characteristic), Stations: book(stations), Limits: book(none), Settings: book(none)}
}

// said are signals of every kind, and of every rule where that makes another sentence.
func said() []signal {
	stream := map[string]string{"site": "s1", "line": "l1", "station": "filling", "equipment": "filler-02", "position": "nozzle-4", "characteristic": "fill_mass"}
	with := func(more ...string) map[string]string {
		labels := map[string]string{}
		for name, value := range stream {
			labels[name] = value
		}
		for i := 0; i < len(more); i += 2 {
			labels[more[i]] = more[i+1]
		}
		return labels
	}
	process := func(f func(f *facts), more ...string) signal {
		known := *began(morning.Add(-154 * time.Minute).UnixNano())
		known.Cells, known.OutOfSpec, known.Held = 38, 6, 5
		f(&known)
		return signal{Labels: with(append(more, "kind", vocabulary.SignalOutOfControl)...), Facts: &known}
	}
	out := []signal{
		process(func(f *facts) { f.Ratio, f.Sisters = 2.41, 11 }, "rule", vocabulary.SignalRuleSpread),
		process(func(f *facts) { f.Ratio, f.Against, f.Held = 1.9, "self", 0 }, "rule", vocabulary.SignalRuleSpread),
		process(func(f *facts) { f.Ratio, f.Sisters, f.LevelNow, f.LevelUsual = -2.5, 11, 81.2, 85.17 }, "rule", vocabulary.SignalRuleLevel),
		process(func(f *facts) { f.Ratio, f.LevelNow, f.LevelUsual = 0.6, 85.62, 84.5 }, "rule", vocabulary.SignalRuleLevel, "position", "", "lot", "E-17"),
		process(func(f *facts) { f.ShareNow, f.ShareUsual, f.OutOfSpec, f.NotOK = 0.21, 0.034, math.NaN(), 8 }, "rule", vocabulary.SignalRuleShare, "characteristic", "", "position", ""),
		process(func(f *facts) { f.Cells, f.OutOfSpec, f.Held, f.Ratio = 1, 1, 1, 3 }, "rule", vocabulary.SignalRuleSpread),
	}
	twins := []summary.Stream{{Site: "s1", Equipment: "filler-01"}, {Site: "s1", Equipment: "filler-02"}}
	out = append(out,
		process(func(f *facts) { f.Ratio, f.Sisters, f.LevelNow, f.LevelUsual = -2.5, 1, 81.2, 85.17 }, "rule", vocabulary.SignalRuleLevel, "position", ""),
		process(func(f *facts) { f.Ratio, f.LevelNow, f.LevelUsual, f.Between = 0.7, 85.62, 84.5, twins }, "rule", vocabulary.SignalRuleApart, "equipment", "", "position", ""),
		process(func(f *facts) { f.Ratio, f.LevelNow, f.LevelUsual, f.Against, f.Parts = 2.5, 89.14, 85.17, "self", 12 }, "rule", vocabulary.SignalRuleLevel, "position", ""),
		process(func(f *facts) { f.Ratio, f.LevelNow, f.LevelUsual, f.Against, f.Parts = 2.5, 89.14, 85.17, "self", -12 }, "rule", vocabulary.SignalRuleLevel, "position", ""),
		process(func(f *facts) { f.ShareNow, f.ShareUsual, f.Parts = 0.21, 0.034, 2 }, "rule", vocabulary.SignalRuleShare, "equipment", "", "position", ""),
	)
	several := began(morning.Add(-6 * time.Minute).UnixNano())
	several.OutOfSpec, several.Cells, several.Held = 3, 7, 2
	out = append(out, signal{Labels: with("kind", vocabulary.SignalKOfN, "rule", vocabulary.SignalRuleKOfN), Facts: several})
	long := began(morning.Add(-75 * time.Hour).UnixNano())
	for _, kind := range vocabulary.FoundSignals {
		switch kind {
		case vocabulary.SignalOutOfControl, vocabulary.SignalKOfN:
		case vocabulary.SignalIngest:
			out = append(out, signal{Labels: map[string]string{"kind": kind, "equipment": "influxdb", "rule": vocabulary.SignalRuleFreeSpace}})
		case vocabulary.SignalPointer:
			out = append(out, signal{Labels: map[string]string{"kind": kind, "cell_id": "CELL7", "rule": vocabulary.SignalRuleNoRecord}})
		case vocabulary.SignalRejected:
			out = append(out, signal{Labels: map[string]string{"kind": kind, "site": "s1", "equipment": "filler-02", "rule": "not-json"}})
		case vocabulary.SignalUnread:
			out = append(out, signal{Labels: map[string]string{"kind": kind, "station": "filling", "rule": "out-of-control/unread"}})
		case vocabulary.SignalSilent:
			out = append(out, signal{Labels: with("kind", kind, "position", "", "characteristic", "", "rule", vocabulary.SignalRuleNoRows), Facts: long})
		case vocabulary.SignalOverdue:
			out = append(out, signal{Labels: with("kind", kind, "position", "", "characteristic", "", "rule", vocabulary.SignalRuleMasterCheck), Facts: long})
		case vocabulary.SignalUnacknowledged:
			out = append(out, signal{Labels: with("kind", kind, "rule", vocabulary.SignalOutOfControl), Facts: began(morning.Add(-45 * time.Minute).UnixNano())})
			for _, word := range []string{vocabulary.StandingActed, vocabulary.StandingNotEffective} {
				out = append(out, signal{Labels: with("kind", vocabulary.SignalOutOfControl, "rule", ""), Standing: standing{Word: word}, Facts: began(morning.Add(-12 * time.Minute).UnixNano())})
			}
		case vocabulary.SignalKeeper:
			for _, rule := range []string{vocabulary.SignalRuleNoLook, vocabulary.SignalRuleUnseen} {
				out = append(out, signal{Labels: map[string]string{"kind": kind, "equipment": "keeper", "position": "hold", "rule": rule}, Facts: began(morning.Add(-6 * time.Minute).UnixNano())})
			}
		case vocabulary.SignalUnheeded:
			for _, rule := range []string{vocabulary.SignalRuleByMachine, vocabulary.SignalRuleByMES} {
				out = append(out, signal{Labels: with("kind", kind, "position", "release", "characteristic", "", "rule", rule), Facts: began(morning.Add(-6 * time.Minute).UnixNano())})
			}
		case vocabulary.SignalDecisionsDiffer:
			for _, rule := range []string{vocabulary.SignalRuleStillHeld, vocabulary.SignalRuleProposedOtherwise} {
				f := *began(morning.Add(-6 * time.Minute).UnixNano())
				f.Cells = 3
				out = append(out, signal{Labels: with("kind", kind, "position", "", "characteristic", "", "rule", rule), Facts: &f})
			}
		case vocabulary.SignalUnanswered:
			for _, rule := range []string{vocabulary.SignalRulePassedRework, vocabulary.SignalRuleProposedDecision, vocabulary.SignalRuleProposedChange, vocabulary.SignalRuleRequest} {
				f := *began(morning.Add(-9 * time.Hour).UnixNano())
				if rule == vocabulary.SignalRuleProposedDecision {
					f.Cells = 3
				}
				out = append(out, signal{Labels: with("kind", kind, "position", "", "rule", rule), Facts: &f})
			}
		case vocabulary.SignalHoldUnanswered:
			told := func(rule string, since time.Duration, items float64, others bool) signal {
				f := *began(morning.Add(-since).UnixNano())
				f.OtherItems = others
				return signal{Value: items, Labels: with("kind", kind, "position", "", "characteristic", "", "rule", rule), Facts: &f}
			}
			out = append(out, told(vocabulary.SignalRuleHold, 25*time.Minute, 3, false), told(vocabulary.SignalRuleHold, 11*time.Minute, 1, false),
				told(vocabulary.SignalRuleHold, 11*time.Minute, 2, true), told(vocabulary.SignalRuleDecision, 3*time.Hour, 2, false))
		case vocabulary.SignalEnvironment:
			out = append(out, signal{Labels: with("kind", kind, "position", "", "equipment", "", "rule", vocabulary.SignalRuleZone), Facts: several})
		case vocabulary.SignalNoReading:
			out = append(out, signal{Labels: with("kind", kind, "position", "", "rule", vocabulary.SignalRuleNoValue), Facts: long})
		case vocabulary.SignalClock:
			out = append(out, signal{Labels: with("kind", kind, "position", "", "characteristic", "", "rule", vocabulary.SignalRuleBehind)})
		case vocabulary.SignalVerdictDiffers:
			out = append(out, signal{Labels: with("kind", kind, "position", "", "rule", vocabulary.SignalRulePassed)})
		case vocabulary.SignalOutOfSpec:
			out = append(out, signal{Labels: with("kind", kind, "cell_id", "CELL7", "rule", vocabulary.SignalRuleAboveUsl)})
		default:
			out = append(out, signal{Labels: with("kind", kind, "cell_id", "CELL7")})
		}
	}
	return append(out, signal{Labels: map[string]string{"kind": vocabulary.SignalRuleOverflow, "rule": vocabulary.SignalRuleOverflow}})
}

func speakerOf(language string, p *plan.Plan) *speaker {
	return &speaker{
		wording: wordings[language], language: language, plan: p, ns: morning.UnixNano(), now: morning,
		machines: map[string]string{"s1|filler-02": "Filler 2"}, lines: map[string]string{"s1|l2": "Line two"},
	}
}

func TestEveryKindIsSaidInASentenceOfEachLanguage(t *testing.T) {
	p := planned(t)
	for _, language := range vocabulary.Languages {
		say := speakerOf(language, p)
		var lines []string
		for _, of := range said() {
			lines = append(lines, strings.TrimSpace(say.sentence(of)+" "+say.action(of)))
		}
		if i := slices.IndexFunc(lines, func(line string) bool { return strings.ContainsAny(line, "?%!") && !strings.Contains(line, " %") }); i >= 0 {
			t.Errorf("%s leaves something open: %s", language, lines[i])
		}
		file := filepath.Join("testdata", "sentences."+language+".txt")
		got := strings.Join(lines, "\n") + "\n"
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s says\n%s\nwant\n%s", language, got, want)
		}
	}
}

func TestARatioOfSpreadsNeverReadsAsIfTheyWereAlike(t *testing.T) {
	say := speakerOf("de", planned(t))
	for ratio, want := range map[float64]string{2.44: "2,4", 1.2: "1,2", 1.04: "1,04", 0.96: "0,96", 0.5: "0,5"} {
		if got := say.ratio(ratio); got != want {
			t.Errorf("%v: %s, want %s", ratio, got, want)
		}
	}
}
