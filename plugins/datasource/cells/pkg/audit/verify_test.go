package audit_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/audit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx/influxtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source/sourcetest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

var server *influxtest.Server

func TestMain(m *testing.M) {
	var err error
	if server, err = influxtest.Start(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	server.Stop()
	os.Exit(code)
}

// sealed is a record on a real database, with a clock of its own, whose days are sealed by a keeper.
type sealed struct {
	t    *testing.T
	from *source.Source
	now  time.Time
}

func newSealed(t *testing.T) *sealed {
	s := &sealed{t: t, now: time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)}
	s.from = sourcetest.On(t, server, func() time.Time { return s.now })
	begin := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano() + 1
	const plan = `,revision=1i,recorded_ms=1767225600000i,active=true`
	s.write(
		fmt.Sprintf(`setting,name=sites value="[{\"id\":\"de1\",\"name\":\"Plant\"}]"%s %d`, plan, begin),
		fmt.Sprintf(`setting,name=enterprise value="acme"%s %d`, plan, begin))
	return s
}

func (s *sealed) write(lines ...string) {
	s.t.Helper()
	if err := server.Write(s.from.Databases.Record, strings.Join(lines, "\n")); err != nil {
		s.t.Fatal(err)
	}
}

// notes stores a note that happened some days ago and is stored now, and gives when it happened.
func (s *sealed) notes(id, text string, daysAgo int) time.Time {
	s.t.Helper()
	happened := s.now.AddDate(0, 0, -daysAgo)
	s.note(id, text, happened, s.now)
	return happened
}

func (s *sealed) note(id, text string, happened, stored time.Time) {
	s.t.Helper()
	s.write(fmt.Sprintf(`event,site=de1,kind=note,bucket=7 event_id="%s",text="%s",received_ms=%di %d`, id, text, stored.UnixMilli(), happened.UnixNano()))
}

// takeAway deletes what happened at a moment.
func (s *sealed) takeAway(happened time.Time) {
	s.t.Helper()
	statement := url.Values{"db": {s.from.Databases.Record}, "q": {fmt.Sprintf(`DELETE FROM "event" WHERE time = %d`, happened.UnixNano())}}
	// A deletion passes by what the database is just moving from its memory to its files.
	for range 50 {
		answer, err := http.PostForm(server.URL+"/query", statement)
		if err != nil {
			s.t.Fatal(err)
		}
		_ = answer.Body.Close()
		run := &source.Run{Source: s.from}
		if rows, err := run.EventRowsAt(context.Background(), []int64{happened.UnixNano()}); err == nil && len(rows) == 0 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	s.t.Fatal("it cannot be taken away")
}

// passes lets days go by, each sealed once it is over.
func (s *sealed) passes(days int) {
	s.t.Helper()
	s.now = s.now.AddDate(0, 0, days)
	sealer := &keeper.Sealer{Source: s.from, Ledger: ledger.New(s.from, source.NewWriter(server.URL, http.DefaultClient, source.Auth{}))}
	for {
		_, is, err := sealer.Look(context.Background())
		if err != nil {
			s.t.Fatal(err)
		}
		if !is {
			return
		}
	}
}

// verifies the last days and gives each as "day state event_id".
func (s *sealed) verifies(days int) (out []string, answer *audit.Answer, run *source.Run) {
	s.t.Helper()
	run = &source.Run{Source: s.from, Range: source.Range{From: s.now.AddDate(0, 0, -days), To: s.now}}
	answer, err := audit.Verify(context.Background(), run)
	if err != nil {
		s.t.Fatal(err)
	}
	found := answer.Days(run.Range, false)
	for row := range found.Len() {
		get := func(name string) string { return table.TextOr(found.Column(name), row, "") }
		out = append(out, strings.TrimSpace(get("day")+" "+get("state")+" "+get("event_id")))
	}
	return out, answer, run
}

func TestWhatTheKeeperSealedIsAsSealed(t *testing.T) {
	s := newSealed(t)
	s.notes("one", "a note", 0)
	s.notes("long-ago", "told late", 900)
	s.passes(2)
	got, answer, run := s.verifies(3)
	if !slices.Equal(got, []string{"2026-03-09 not-sealed", "2026-03-10 as-sealed", "2026-03-11 as-sealed", "2026-03-12 not-yet"}) {
		t.Errorf("it finds %v", got)
	}
	events, _ := answer.Events(run.Range, []string{"note"})
	for row := range events.Len() {
		if state, on := table.TextOr(events.Column("state"), row, ""), table.TextOr(events.Column("sealed_on"), row, ""); state != "as-sealed" || on != "2026-03-10" {
			t.Errorf("event %s is %s on %s", table.TextOr(events.Column("event_id"), row, ""), state, on)
		}
		if len(table.TextOr(events.Column("sha256"), row, "")) != 64 {
			t.Error("it has no hash")
		}
	}
	if events.Len() != 2 {
		t.Errorf("there are %d notes", events.Len())
	}
}

func TestWhatWasChangedTakenAwayOrAddedIsNamedWhateverTimeItTellsOf(t *testing.T) {
	s := newSealed(t)
	sealedAt := s.now
	old := s.notes("long-ago", "told late", 900)
	moved := s.notes("moved", "a note", 400)
	s.notes("gone", "a note", 0)
	s.passes(2)
	s.note("long-ago", "other words", old, sealedAt)
	s.note("moved", "a note", moved, sealedAt.AddDate(0, 0, 2))
	s.note("added", "dated back", sealedAt.AddDate(-1, 0, 0), sealedAt)
	s.takeAway(sealedAt)
	got, _, _ := s.verifies(2)
	slices.Sort(got)
	want := []string{"2026-03-10 added added", "2026-03-10 changed long-ago", "2026-03-10 changed moved", "2026-03-10 missing gone", "2026-03-11 as-sealed", "2026-03-12 not-yet"}
	if !slices.Equal(got, want) {
		t.Errorf("it finds %v, want %v", got, want)
	}
}

func TestDaysBeyondWhatIsVerifiedAtATimeAreToldAsNotVerified(t *testing.T) {
	s := newSealed(t)
	s.notes("one", "a note", 0)
	s.passes(120)
	got, answer, run := s.verifies(119)
	answer.Tell(run)
	if got[0] != "2026-03-11 not-verified" || len(got) != audit.MostDays+1 {
		t.Errorf("it begins with %v of %d", got[:2], len(got))
	}
	if why := run.Log.Why(); why == nil || why.Word != "not verified" {
		t.Errorf("no changes are %v", why)
	}
}

func TestWhereNothingIsSealedNoChangesAreNoAnswer(t *testing.T) {
	s := newSealed(t)
	s.notes("one", "a note", 0)
	got, answer, run := s.verifies(1)
	answer.Tell(run)
	if !slices.Equal(got, []string{"2026-03-09 not-sealed", "2026-03-10 not-sealed"}) {
		t.Errorf("it finds %v", got)
	}
	if why := run.Log.Why(); why == nil || why.Word != "not sealed" {
		t.Errorf("no changes are %v", why)
	}
}

func TestWhoMayReadSomeSitesOnlyIsToldThatASealIsOfAll(t *testing.T) {
	s := newSealed(t)
	s.from.Sites = []string{"de1"}
	run := &source.Run{Source: s.from, Range: source.Range{From: s.now.AddDate(0, 0, -1), To: s.now}}
	if _, err := audit.Verify(context.Background(), run); err == nil || !strings.Contains(err.Error(), "all sites") {
		t.Errorf("it says %v", err)
	}
}

func TestWhatIsTooMuchToBeReadAtOnceIsReadInPartsAndADayThatIsTooMuchIsAnError(t *testing.T) {
	s := newSealed(t)
	for day := range 4 {
		for n := range 2 {
			at := s.now.AddDate(0, 0, -day).Add(time.Duration(n) * time.Second)
			s.note(fmt.Sprint("n-", day, "-", n), "a note", at, at)
		}
	}
	s.passes(1)
	s.from.Budget.Rows = 4
	got, _, run := s.verifies(1)
	if !slices.Equal(got, []string{"2026-03-10 as-sealed", "2026-03-11 not-yet"}) || run.Log.WasCut() {
		t.Errorf("it finds %v", got)
	}
	for i := range 6 {
		s.notes(fmt.Sprint("more-", i), "a note", 0)
		s.now = s.now.Add(time.Second)
	}
	if _, err := audit.Verify(context.Background(), &source.Run{Source: s.from, Range: run.Range}); err == nil || !strings.Contains(err.Error(), "more than 4") {
		t.Errorf("it says %v", err)
	}
}
