package watch

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan/pushed"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// rowsOfPlan are those of the plan that binds this package and packages/plan.
func rowsOfPlan(t *testing.T) (rows []pushed.Row) {
	t.Helper()
	text, err := os.ReadFile("../../../../../packages/plan/corpus/monitors/rows.json")
	if err == nil {
		err = json.Unmarshal(text, &rows)
	}
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// plans are one and the same plan with wider limits of alarms.
func plans(t *testing.T) [2]*plan.Plan {
	t.Helper()
	var out [2]*plan.Plan
	for i := range out {
		rows := rowsOfPlan(t)
		for _, row := range rows {
			if row.Tags["name"] == "alarm:maintenance" {
				row.Fields["value"] = fmt.Sprintf(`{"lambda":0.2,"width":%d,"shewhart":%d,"tail":0.001}`, 2+i, 3+i)
			}
		}
		p, err := pushed.Plan(rows)
		if err != nil {
			t.Fatal(err)
		}
		out[i] = p
	}
	return out
}

// measuring is a station of the plan that measures at random: streams come and stop, one after the other departs for some hours.
type measuring struct {
	*rand.Rand
	*control.Counting
	station string
	streams []summary.Stream
}

func measuringAt(p *plan.Plan, station string, seed uint64) *measuring {
	m := &measuring{rand.New(rand.NewPCG(seed, 11)), control.NewCounting(p, station, 1), station, nil}
	for _, machine := range p.EquipmentAt("s1", 1) {
		for _, position := range append([]string{""}, machine.Positions...) {
			if machine.Station == station && (position != "" || len(machine.Positions) == 0) {
				m.streams = append(m.streams, summary.Stream{
					Site: "s1", Line: machine.Line, Station: station, Equipment: machine.ID, Position: position, Product: "big",
				})
			}
		}
	}
	return m
}

// step counts what the station measured in a step of five minutes that begins at a moment.
func (m *measuring) step(book *summary.Book, begin int64) {
	hour := (begin - origin) / time.Hour.Milliseconds()
	if hour%31 == 5 {
		return
	}
	for s, stream := range m.streams {
		if hour < 24*8 && s == 1 || hour/13%7 == int64(s) {
			continue
		}
		for range m.IntN(4) {
			departs := 0.0
			if hour > 24*8 && hour/5%int64(3+len(m.streams)) == int64(s) {
				departs = 2.5
			}
			v := control.Visit{Stream: stream, Ms: begin + m.Int64N(book.LengthMs), Verdict: "ok", Late: m.IntN(9) == 0}
			v.Lot = func(string) string { return fmt.Sprint("lot-", hour/5) }
			if m.IntN(40) == 0 || departs > 0 && m.IntN(2) == 0 {
				v.Verdict = "nok"
			}
			m.Count(book, v, func(string) (float64, bool) { return 10 + 0.4*(departs+m.NormFloat64()), true })
		}
	}
}

const (
	day    = 24 * 3_600_000
	origin = 20_000 * day
)

// spelled are the episodes of monitors: what and where they are, and all that is known of them.
func spelled(all []*monitor.Follower, book *summary.Book, until int64) (out []string) {
	for _, f := range all {
		for _, e := range f.Episodes(book, until) {
			out = append(out, fmt.Sprintf("%s %s %v %+v", f.What, f.Against, f.KeyOf(e.Stream), e))
		}
	}
	return out
}

// Whatever was settled, came late, changed the plan or began a day: following on is judging anew, of many days and of few.
func TestWhatFollowersGoOnWithIsWhatJudgingAnewFinds(t *testing.T) {
	slowtest.ManyCells(t)
	of, found := plans(t), 0
	for _, station := range of[0].StationsAt(1) {
		for _, from := range []int64{origin, origin + 9*day} {
			t.Run(fmt.Sprintf("%s, %d days before", station.Station, (origin+9*day-from)/day), func(t *testing.T) {
				found += followOn(t, of, station.Station, from)
			})
		}
	}
	if found < 100 {
		t.Errorf("%d episodes were found: little is shown", found)
	}
}

func followOn(t *testing.T, of [2]*plan.Plan, name string, from int64) (found int) {
	m := measuringAt(of[0], name, 3)
	book := summary.NewBook(control.StepMs(of[0], name, 1))
	version, kept, wentOn := uint64(0), &followers{}, 0
	s := &station{name: name, counting: m.Counting, book: book}
	for begin := from; begin < origin+10*day; begin += book.LengthMs {
		m.step(book, begin)
		until := begin + book.LengthMs
		if until < origin+9*day || m.IntN(20) > 0 {
			continue
		}
		if m.IntN(8) == 0 {
			late := until - m.Int64N(until-from)/book.LengthMs*book.LengthMs
			m.step(book, late)
			kept.again(late)
		}
		if m.IntN(8) == 0 {
			version = m.Uint64N(uint64(len(of)))
		}
		if m.IntN(8) == 0 {
			until -= m.Int64N(day) / book.LengthMs * book.LengthMs
		}
		p, learnt := of[version], until/day*day-9*day
		anew := stretched(p, watched(p, name, m.Counting, book, learnt, until), nil, learnt, until)
		settled := until - m.Int64N(12)*book.LengthMs
		if kept.toMs > 0 && kept.toMs < settled {
			wentOn++
		}
		got := spelled(kept.follow(book, s.watched(p, version, learnt, until), settled, until), book, until)
		want := spelled((&followers{}).follow(book, anew, until, until), book, until)
		found += len(want)
		if !slices.Equal(got, want) {
			t.Fatalf("at %s:\ngone on with\n%s\nanew\n%s", time.UnixMilli(until).UTC(), strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	if wentOn < 6 {
		t.Errorf("it was gone on %d times: little is shown", wentOn)
	}
	return found
}

// Its records come in the step after the next, and an hour of them at once after it was cut off.
func TestBesideAMachineThatIsMinutesBehindFollowersGoOn(t *testing.T) {
	p := plans(t)[0]
	name := p.StationsAt(1)[0].Station
	m := measuringAt(p, name, 3)
	book, kept, anew := summary.NewBook(control.StepMs(p, name, 1)), &followers{}, 0
	s := &station{name: name, counting: m.Counting, book: book}
	from := int64(origin)
	for begin := from; begin < origin+4*day; begin += book.LengthMs {
		m.step(book, begin)
		until, back := begin+book.LengthMs, 2*book.LengthMs
		if until < origin+3*day {
			continue
		}
		if until/time.Hour.Milliseconds()%9 == 0 {
			back = time.Hour.Milliseconds()
		}
		began := kept.toMs
		m.step(book, until-back)
		kept.again(until - back)
		if kept.toMs < began {
			anew++
		}
		if got := kept.follow(book, s.watched(p, 0, from, until), until, until); until%day == 0 {
			all := stretched(p, watched(p, name, m.Counting, book, from, until), nil, from, until)
			found, want := spelled(got, book, until), spelled((&followers{}).follow(book, all, until, until), book, until)
			if !slices.Equal(found, want) {
				t.Errorf("gone on with\n%s\nanew\n%s", found, want)
			}
		}
		if kept.toMs < until-time.Hour.Milliseconds() {
			t.Fatalf("at %s followers stay at %s", time.UnixMilli(until).UTC(), time.UnixMilli(kept.toMs).UTC())
		}
	}
	// At first, and when more was cut off than in the last hours.
	if anew == 0 || anew > 4 {
		t.Errorf("they began anew %d times in %d steps", anew, day/book.LengthMs)
	}
}

// Its clock is a time zone behind: each of its records changes a step of hours ago.
func TestBesideAMachineThatIsHoursBehindFollowersJudgeTheseHoursAgainAndNotAllDays(t *testing.T) {
	slowtest.ManyCells(t)
	p := plans(t)[0]
	name := p.StationsAt(1)[0].Station
	m := measuringAt(p, name, 3)
	book, kept := summary.NewBook(control.StepMs(p, name, 1)), &followers{}
	s := &station{name: name, counting: m.Counting, book: book}
	from, back := int64(origin), 8*time.Hour.Milliseconds()
	anew, steps, all := 0, int64(0), int64(0)
	for begin := from; begin < origin+4*day; begin += book.LengthMs {
		m.step(book, begin)
		until := begin + book.LengthMs
		if until < origin+3*day {
			continue
		}
		m.step(book, until-back)
		began := kept.toMs
		if kept.again(until - back); kept.toMs < began {
			anew++
		}
		all += (until - from) / book.LengthMs
		steps += (until - max(from, kept.toMs)) / book.LengthMs
		if got := kept.follow(book, s.watched(p, 0, from, until), until, until); until%(3*time.Hour.Milliseconds()) == 0 {
			monitors := stretched(p, watched(p, name, m.Counting, book, from, until), nil, from, until)
			found, want := spelled(got, book, until), spelled((&followers{}).follow(book, monitors, until, until), book, until)
			if !slices.Equal(found, want) {
				t.Errorf("gone on with\n%s\nanew\n%s", found, want)
			}
		}
	}
	if anew < fewestAnew || anew > 2*fewestAnew {
		t.Errorf("they began anew %d times in %d steps", anew, day/book.LengthMs)
	}
	if steps > all/8 {
		t.Errorf("%d steps were followed where judging anew each time follows %d", steps, all)
	}
}

func TestFollowersDoNotStayBackForWhatCameHoursLateOnce(t *testing.T) {
	p := plans(t)[0]
	name := p.StationsAt(1)[0].Station
	m := measuringAt(p, name, 3)
	book, kept := summary.NewBook(control.StepMs(p, name, 1)), &followers{}
	s := &station{name: name, counting: m.Counting, book: book}
	for begin := int64(origin); begin < origin+2*day; begin += book.LengthMs {
		m.step(book, begin)
		until := begin + book.LengthMs
		if until == origin+day {
			kept.again(until - 8*time.Hour.Milliseconds())
		}
		if kept.follow(book, s.watched(p, 0, origin, until), until, until); kept.toMs != until {
			t.Fatalf("at %s followers stay at %s", time.UnixMilli(until).UTC(), time.UnixMilli(kept.toMs).UTC())
		}
	}
}
