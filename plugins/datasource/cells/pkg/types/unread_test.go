package types_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// rules is a datasource whose alert rules are evaluated, with a clock that the test moves.
type rules struct {
	t   *testing.T
	env *query.Engine
	now time.Time
}

func rulesOn(t *testing.T, p *plant) *rules {
	r := &rules{t: t, env: p.env(), now: noon}
	r.env.Now = func() time.Time { return r.now }
	return r
}

func (r *rules) ask(alerting bool, raw string) ([]string, string, error) {
	run := &source.Run{Range: source.Range{From: r.now.Add(-15 * time.Minute), To: r.now}, Alerting: alerting}
	frames, err := r.env.Execute(r.t.Context(), run, "signals", []byte(raw))
	if err != nil {
		return nil, "", err
	}
	var got []string
	for row := range frames[0].Rows() {
		var words []string
		for _, name := range []string{"rule", "station", "characteristic"} {
			f, _ := frames[0].FieldByName(name)
			words = append(words, f.At(row).(string))
		}
		got = append(got, strings.TrimSpace(strings.Join(words, " ")))
	}
	slices.Sort(got)
	var notices []string
	for _, n := range frames[0].Meta.Notices {
		notices = append(notices, n.Text)
	}
	return got, strings.Join(notices, "\n"), nil
}

// evaluate asks as an alert rule every ten seconds.
func (r *rules) evaluate(times int, raw string) {
	for range times {
		_, _, _ = r.ask(true, raw)
		r.now = r.now.Add(10 * time.Second)
	}
}

func (r *rules) unread(raw, want string) {
	r.t.Helper()
	got, _, err := r.ask(false, raw)
	if err != nil || strings.Join(got, "; ") != want {
		r.t.Errorf("unread is %q, %v; want %q", got, err, want)
	}
}

const (
	ruleOfFilling = `{"kinds":["out-of-spec"],"stations":["filling"]}`
	watchFilling  = `{"kinds":["unread"],"watch":[{"kinds":["out-of-spec"],"stations":["filling","eol"],"everyS":10}]}`
)

func TestAnEvaluationThatIsOverdueIsASignalAndOneThatIsNotYetDueIsUnknown(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	if got, notices, err := r.ask(true, watchFilling); err != nil || len(got) > 0 || !strings.Contains(notices, "Of 2 watched evaluations 2 are unknown") {
		t.Errorf("after the start: %q %q %v; want no signal and words that nothing is known", got, notices, err)
	}
	r.evaluate(9, ruleOfFilling)
	r.unread(watchFilling, "out-of-spec/never eol")
	r.now = r.now.Add(time.Minute)
	r.unread(watchFilling, "out-of-spec/never eol; out-of-spec/overdue filling")
	r.evaluate(1, `{"kinds":["out-of-spec"]}`)
	r.unread(watchFilling, "")
}

func TestPeopleAreToldOnceOfAReasonHoweverManyEvaluationsItIsOf(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	dead := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusInternalServerError) }))
	defer dead.Close()
	watch := `{"kinds":["unread"],"watch":[{"kinds":["out-of-spec","k-of-n","station-nok"],"stations":["filling","eol"],"everyS":10}]}`
	told := func(want string) {
		t.Helper()
		if got, _, err := r.ask(true, watch); err != nil || strings.Join(got, "; ") != want {
			t.Errorf("told %q, %v; want %q", got, err, want)
		}
	}
	told("")
	r.now = r.now.Add(time.Hour)
	told("never")
	r.evaluate(1, `{"kinds":["out-of-spec","k-of-n","station-nok"]}`)
	r.now = r.now.Add(time.Hour)
	told("overdue")
	r.env.Connect(dead.URL, http.DefaultClient, source.Auth{}, false)
	r.evaluate(1, `{"kinds":["out-of-spec","k-of-n"],"stations":["filling"]}`)
	r.env.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
	told("failed filling; overdue")
}

func TestWithoutAListWhatWasEvaluatedRegularlyIsWatchedUntilItIsForgotten(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	r.evaluate(3, ruleOfFilling)
	r.unread(`{"kinds":["unread"]}`, "")
	r.now = r.now.Add(2 * time.Minute)
	r.unread(`{"kinds":["unread"]}`, "out-of-spec/overdue filling")
	r.now = r.now.Add(2 * time.Hour)
	r.unread(`{"kinds":["unread"]}`, "")
}

func TestAnEvaluationThatFailedIsASignalUntilOneSucceeds(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	dead := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusInternalServerError) }))
	defer dead.Close()
	r.evaluate(1, ruleOfFilling)
	r.env.Connect(dead.URL, http.DefaultClient, source.Auth{}, false)
	r.evaluate(2, ruleOfFilling)
	r.env.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
	r.unread(`{"kinds":["unread"]}`, "out-of-spec/failed filling")
	r.evaluate(1, ruleOfFilling)
	r.unread(`{"kinds":["unread"]}`, "")
}

func TestAnEvaluationThatRanOutOfTimeIsASignal(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	stalled := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, req *http.Request) {
		_, _ = io.Copy(io.Discard, req.Body) // only then does the server see that the client has left
		<-req.Context().Done()
	}))
	defer stalled.Close()
	r.evaluate(1, ruleOfFilling)
	r.now = r.now.Add(time.Minute) // the plan is read anew
	r.env.Connect(stalled.URL, http.DefaultClient, source.Auth{}, false)
	r.env.Budget.Time = 50 * time.Millisecond
	r.evaluate(1, ruleOfFilling)
	r.env.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
	r.env.Budget.Time = time.Minute
	r.unread(`{"kinds":["unread"]}`, "out-of-spec/timed-out filling")
}

func TestAnEvaluationThatGrafanaGaveUpWaitingForTookTooLong(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	ctx, giveUp := context.WithCancel(t.Context())
	stalled := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, req *http.Request) {
		giveUp()
		_, _ = io.Copy(io.Discard, req.Body)
		<-req.Context().Done()
	}))
	defer stalled.Close()
	r.evaluate(1, ruleOfFilling)
	r.now = r.now.Add(time.Minute)
	r.env.Connect(stalled.URL, http.DefaultClient, source.Auth{}, false)
	run := &source.Run{Range: source.Range{From: r.now.Add(-time.Minute), To: r.now}, Alerting: true}
	if _, err := r.env.Execute(ctx, run, "signals", []byte(ruleOfFilling)); err == nil {
		t.Fatal("answered")
	}
	r.env.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
	r.unread(`{"kinds":["unread"]}`, "out-of-spec/timed-out filling")
}

func TestAnAnswerThatOneStationFailsWasReadForNoStation(t *testing.T) {
	p := newPlant(t)
	for i, station := range []string{"filling", "eol"} {
		p.station(i+1, station, "cell", "hall", "", 0)
		p.characteristic(1, station, "mass", "Mass", "massg", 1, fields{"usl": 804.0})
		p.visitAt(station, "line-1", "m-1", "A1", noon.Add(-time.Minute), fields{"mass": 800.0})
	}
	p.lines["visits"][0] = strings.Replace(p.lines["visits"][0], "visit=1i", `visit="one"`, 1)
	r := rulesOn(t, p)
	r.evaluate(1, `{"kinds":["out-of-spec"]}`)
	r.unread(`{"kinds":["unread"]}`, "out-of-spec/failed eol; out-of-spec/failed filling")
	if _, notices, _ := r.ask(true, `{"kinds":["unread"]}`); strings.Count(notices, "Out of spec of stations Eol, Filling (new), the query fails: ") != 1 || strings.Count(notices, `holds text`) != 1 {
		t.Errorf("what happened is not told once for both stations: %s", notices)
	}
	r.evaluate(1, `{"kinds":["out-of-spec"],"stations":["eol"]}`)
	r.unread(`{"kinds":["unread"]}`, "out-of-spec/failed filling")
	if _, notices, _ := r.ask(true, `{"kinds":["unread"]}`); !strings.Contains(notices, `Out of spec of station Filling (new), the query fails: `) || !strings.Contains(notices, `field "visit" holds text`) {
		t.Errorf("the notice does not say what failed: %s", notices)
	}
}

func TestACharacteristicThatCannotBeJudgedIsUnread(t *testing.T) {
	p := newPlant(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"usl": 804.0})
	p.visitAt("filling", "line-1", "filler-02", "A1", noon.Add(-time.Minute), fields{"fill_mass": "803"})
	r := rulesOn(t, p)
	r.evaluate(1, ruleOfFilling)
	r.unread(`{"kinds":["unread"]}`, "out-of-spec/field-type filling fill_mass")
}

func TestWhatPeopleAskSaysNothingOfTheRules(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	r.evaluate(3, ruleOfFilling)
	r.now = r.now.Add(2 * time.Minute)
	_, _, _ = r.ask(false, ruleOfFilling)
	r.unread(`{"kinds":["unread"]}`, "out-of-spec/overdue filling")
}

func TestAWatchOfNoSenseIsRefused(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	for raw, want := range map[string]string{
		`{"kinds":["missing-kind"],"everyS":10}`:                        "missing-kind",
		`{"kinds":["out-of-spec"]}`:                                     "everyS 0",
		`{"kinds":["out-of-spec"],"everyS":10,"state":"shut"}`:          "shut",
		`{"kinds":["out-of-spec"],"everyS":10,"stations":["$station"]}`: "variable",
	} {
		if _, _, err := r.ask(true, `{"kinds":["unread"],"watch":[`+raw+`]}`); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", raw, err)
		}
	}
}

func TestAnEvaluationThatWasCutIsASignal(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	rows := r.env.Budget.Rows
	r.env.Budget.Rows = 1
	run := &source.Run{Range: source.Range{From: noon.Add(-24 * 30 * time.Hour), To: noon}, Alerting: true}
	if _, err := r.env.Execute(t.Context(), run, "signals", []byte(ruleOfFilling)); err == nil {
		t.Fatal("the answer was not cut")
	}
	r.env.Budget.Rows = rows
	r.unread(`{"kinds":["unread"]}`, "out-of-spec/cut filling")
}

func TestOneRuleOfAStationDoesNotSpeakForAnother(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	r.evaluate(2, `{"kinds":["out-of-spec"],"stations":["filling"],"characteristics":["fill_mass"]}`)
	r.now = r.now.Add(2 * time.Minute)
	r.evaluate(1, `{"kinds":["out-of-spec"],"stations":["filling"],"characteristics":["fill_vacuum"],"filters":[]}`)
	r.unread(`{"kinds":["unread"],"watch":[{"kinds":["out-of-spec"],"stations":["filling"],"characteristics":["fill_vacuum"],"everyS":10}]}`,
		"out-of-spec/overdue filling")
}

func TestTheOtherNumbersOfARuleAreNoEvaluationsOfTheirOwn(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	const asked = `{"kinds":["out-of-spec"],"stations":["filling"]`
	for range 3 {
		for _, more := range []string{"}", `,"value":"since"}`, `,"value":"cells"}`} {
			_, _, _ = r.ask(true, asked+more)
			r.now = r.now.Add(time.Millisecond)
		}
		r.now = r.now.Add(time.Minute)
	}
	r.now = r.now.Add(time.Minute)
	r.unread(`{"kinds":["unread"]}`, "")
}

func TestARuleThatIsTriedOnThePastSaysNothingOfHowItFaresNow(t *testing.T) {
	r := rulesOn(t, smallLine(t))
	r.evaluate(10, ruleOfFilling)
	r.now = r.now.Add(5 * time.Minute)
	past := &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon.Add(-time.Minute)}, Alerting: true}
	if _, err := r.env.Execute(t.Context(), past, "signals", []byte(ruleOfFilling)); err != nil {
		t.Fatal(err)
	}
	r.unread(`{"kinds":["unread"],"watch":[{"kinds":["out-of-spec"],"stations":["filling"],"everyS":10}]}`, "out-of-spec/overdue filling")
}

func TestWhyAStationIsNotJudgedIsToldInTheLanguageOfThePlanWhoeverItsRuleIs(t *testing.T) {
	p := smallLine(t)
	p.planned("setting,name=language", fields{"value": "de"})
	r := rulesOn(t, p)
	for query, want := range map[string]string{
		watchFilling: "Von 2 überwachten Auswertungen sind 2 unbekannt",
		`{"kinds":["out-of-spec"],"stations":["nowhere"]}`: "Station nowhere steht nicht im Control Plan",
	} {
		if _, notices, err := r.ask(true, query); err != nil || !strings.Contains(notices, want) {
			t.Errorf("%s tells %q, %v; want %s", query, notices, err, want)
		}
	}
}
