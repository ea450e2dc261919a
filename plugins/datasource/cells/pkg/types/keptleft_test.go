package types_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// stallingOn is InfluxDB, but for queries that hold a word: those it never answers.
func stallingOn(t *testing.T, word string) string {
	to, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	through := httputil.NewSingleHostReverseProxy(to)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		body, _ := io.ReadAll(req.Body)
		if strings.Contains(string(body), word) {
			<-req.Context().Done()
			return
		}
		req.Body = io.NopCloser(bytes.NewReader(body))
		through.ServeHTTP(w, req)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// stalls has one evaluation wait in vain for what is measured.
func stalls(t *testing.T, env *query.Engine, evaluate func() string) {
	t.Helper()
	env.Connect(stallingOn(t, "received_ms"), http.DefaultClient, source.Auth{}, false)
	env.Budget.Time = 500 * time.Millisecond
	if got := evaluate(); got != "it fails" {
		t.Fatalf("nothing answers in time: %q", got)
	}
	env.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
	env.Budget.Time = time.Minute
}

// leftUnread is what a rule did not see, as people see it or are told of it, and how it is said.
func leftUnread(t *testing.T, env *query.Engine, told bool) (rules, said string) {
	t.Helper()
	now := env.Now()
	frames, err := env.Execute(t.Context(), &source.Run{Range: source.Range{From: now.Add(-time.Minute), To: now}, Alerting: told}, "signals", []byte(`{"kinds":["unread"]}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range frames[0].Meta.Notices {
		said += n.Text
	}
	return words(frames[0], "rule"), said
}

func TestHoursThatTakeTooLongAreLeftForAQuarterOfAnHourAndSaidToBe(t *testing.T) {
	env := heavyCells(t)
	ask := func(after time.Duration) string {
		return cellsOrCounts(t, env, "out-of-spec", noon.Add(after), threeHours)
	}
	stalls(t, env, func() string { return ask(0) })
	all := env.Budget.Rows
	env.Budget.Rows = 40
	for after := 10 * time.Second; after < 15*time.Minute; after += 3 * time.Minute {
		want := "1"
		if after >= 3*time.Minute {
			want += " later3"
		}
		if got := ask(after); got != want {
			t.Errorf("%s later: %s, want %s", after, got, want)
		}
		const from, to = "2026-03-10T09:00:00Z", "2026-03-10T11:45:00Z"
		if rules, said := leftUnread(t, env, false); rules != "out-of-spec/timed-out" || !strings.Contains(said, "could not be read from "+from+" to "+to) {
			t.Errorf("%s later unread is %q: %s", after, rules, said)
		}
	}
	env.Budget.Rows = all
	if got := ask(15*time.Minute + time.Second); got != "1 150 60 later3" {
		t.Errorf("then: %s", got)
	}
	if rules, _ := leftUnread(t, env, false); rules != "" {
		t.Errorf("unread stays %q", rules)
	}
}

func TestWhatARuleOfHoursFoundStaysWhileTheyCannotBeReadAgain(t *testing.T) {
	env := heavyCells(t)
	ask := func(minutes time.Duration) string {
		return cellsOrCounts(t, env, "out-of-spec", noon.Add(minutes*time.Minute), threeHours)
	}
	ask(0)
	env.Budget.Rows = 40
	for minutes := time.Duration(3); minutes <= 60; minutes += 3 {
		want := "1 150 60 later3"
		switch {
		case minutes == 3:
			want = "1 150 60"
		case minutes%15 == 0:
			want = "it fails"
		case minutes > 30:
			want = "1 60 later3"
		}
		if got := ask(minutes); got != want {
			t.Errorf("after %d minutes: %s, want %s", minutes, got, want)
		}
		if minutes == 18 || minutes == 33 {
			shown, _ := leftUnread(t, env, false)
			told, _ := leftUnread(t, env, true)
			if shown != "out-of-spec/cut" || told != map[time.Duration]string{18: "", 33: "cut"}[minutes] {
				t.Errorf("after %d minutes unread is shown %q and told %q; want it told when it fails twice", minutes, shown, told)
			}
		}
	}
}

func TestWhatIsCountedAndCouldNotBeReadInTimeIsReadOnceMoreAfterAQuarterOfAnHour(t *testing.T) {
	p := kOfNLine(t)
	for _, ago := range []time.Duration{50, 28, 26, 5} {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("SKIPPED", ago), noon.Add(-ago*time.Minute), fields{"verdict": "skipped"})
	}
	p.fill("filler-02", "", 60)
	env := p.env()
	ask := func(after time.Duration) string {
		return cellsOrCounts(t, env, "skipped", noon.Add(after), 15*time.Minute)
	}
	ask(-31 * time.Minute)
	stalls(t, env, func() string { return ask(0) })
	all := env.Budget.Rows
	env.Budget.Rows = 30
	for after := 10 * time.Second; after < 14*time.Minute; after += 4 * time.Minute {
		want := ""
		if after < 10*time.Minute {
			want = "filler-01: 1"
		}
		if got := ask(after); got != want {
			t.Errorf("%s later: %q, want %q", after, got, want)
		}
		if rules, _ := leftUnread(t, env, false); rules != "skipped/timed-out" {
			t.Errorf("%s later unread is %q", after, rules)
		}
	}
	env.Budget.Rows = all
	for after := 15*time.Minute + 10*time.Second; after < 45*time.Minute; after += 4 * time.Minute {
		want := "filler-01: 2" // the one that was told in between is not told again
		if after > 31*time.Minute {
			want = ""
		}
		if got := ask(after); got != want {
			t.Errorf("%s later: %q, want %q", after, got, want)
		}
		if rules, _ := leftUnread(t, env, false); rules != "" {
			t.Errorf("%s later unread is %q", after, rules)
		}
	}
}

func TestACellIsOneAlertWhateverThePlanSaysMeanwhile(t *testing.T) {
	for name, pushed := range map[string]bool{"a plan is pushed": true, "a plan takes effect that was pushed before": false} {
		p := heavyLine(t)
		p.name += fmt.Sprint(pushed)
		env := p.env()
		later := &plant{t: t, lines: map[string][]string{}}
		later.plannedFrom(noon.Add(5*time.Minute), 2, "characteristic,station=filling,characteristic=fill_mass,product=*,stratum=*", fields{
			"order": 1, "name": "Electrolyte mass", "unit": "massg", "decimals": 1, "lsl": 796.0, "target": 800.0, "usl": 804.0, "plausible_hi": 2000.0,
			"route": "quality", "severity": "safety",
		})
		push := func() {
			if err := server.Write(env.Databases.Record, strings.Join(later.lines["record"], "\n")); err != nil {
				t.Fatal(err)
			}
		}
		if !pushed {
			push()
		}
		for minute := range time.Duration(8) {
			if minute == 5 && pushed {
				push()
			}
			want := "1 150 60"
			if minute > 3 {
				want += " later3"
			}
			if got := cellsOrCounts(t, env, "out-of-spec", noon.Add(minute*time.Minute), threeHours); got != want {
				t.Errorf("%s, after %d minutes: %s, want %s", name, minute, got, want)
			}
		}
	}
}

func TestOfMoreCellsThanAreKeptTheNewestAreToldTheOthersCountedAndTheHoursNotReadEachTime(t *testing.T) {
	p := kOfNLine(t)
	for i := range 2100 {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("HEAVY", i), noon.Add(-time.Duration(20+i)*time.Second*4), fields{"fill_mass": 810.0})
	}
	env := p.env()
	shown := func(after time.Duration) string {
		to := noon.Add(after)
		env.Now = func() time.Time { return to }
		run := &source.Run{Range: source.Range{From: to.Add(-threeHours), To: to}, Alerting: true}
		frames, err := env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["out-of-spec"],"stations":["filling"]}`))
		if err != nil {
			return err.Error()
		}
		last := frames[0].Rows() - 1
		value, _ := frames[0].FieldByName("value")
		return fmt.Sprint(last, " and ", value.At(last))
	}
	first := shown(0)
	env.Budget.Rows = 300
	next := shown(10 * time.Second)
	if first != "500 and 1600" || next != first {
		t.Errorf("shown are %s, then %s", first, next)
	}
}
