package types_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

const (
	ruleOfConflicts = `{"kinds":["conflicting"]}`
	unreadOnly      = `{"kinds":["unread"]}`
)

// crowdedLine fills a cell every 400 ms, from before noon to after it: more than one evaluation comes to.
func crowdedLine(t *testing.T, before, after time.Duration) *plant {
	p := passLine(t, false)
	for at := -before; at < after; at += 400 * time.Millisecond {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("C", at.Milliseconds()), noon.Add(at), fields{"fill_mass": 800.0})
	}
	return p
}

func TestARuleLooksUpAThousandNewVisitsAndWhatItDoesNotComeToANoticeNames(t *testing.T) {
	r := rulesOn(t, crowdedLine(t, 9*time.Minute, 0))
	r.evaluate(1, ruleOfConflicts)
	r.unread(unreadOnly, "")
	_, notices, err := r.ask(false, unreadOnly)
	if err != nil || !strings.Contains(notices, "has 350 new visits of which it is not looked up yet whether an earlier pass bears the same number") {
		t.Errorf("told are %q, %v", notices, err)
	}
	if told, _, err := r.ask(true, unreadOnly); err != nil || len(told) > 0 {
		t.Errorf("people are told %q, %v of what the next evaluation comes to", told, err)
	}
	r.evaluate(1, ruleOfConflicts)
	r.unread(unreadOnly, "")
}

func TestPeopleAreToldThatVisitsWaitBeforeTheyLeaveTheRangeOfTheRule(t *testing.T) {
	r := rulesOn(t, crowdedLine(t, 9*time.Minute, 8*time.Minute))
	r.evaluate(1, ruleOfConflicts)
	r.now = noon.Add(8 * time.Minute)
	r.evaluate(1, ruleOfConflicts)
	if told, _, err := r.ask(true, unreadOnly); err != nil || strings.Join(told, "; ") != "waiting filling" {
		t.Errorf("people are told %q, %v", told, err)
	}
	r.evaluate(1, ruleOfConflicts)
	if told, _, err := r.ask(true, unreadOnly); err != nil || len(told) > 0 {
		t.Errorf("people are told %q, %v when nothing waits any more", told, err)
	}
}

func TestALateCellIsFoundBehindHoweverManyThatTheStationBeforeNeverSaw(t *testing.T) {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "stacking", "cell", "hall", "", 0)
	p.station(2, "filling", "cell", "hall", "stacking", 1)
	for i := range 250 {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("BOUGHT-", i), noon.Add(-10*time.Minute+time.Duration(i)*time.Second), fields{})
	}
	p.visitAt("stacking", "line-1", "stacker-01", "LATE", noon.Add(-2*time.Hour), fields{})
	p.visitAt("filling", "line-1", "filler-01", "LATE", noon.Add(-3*time.Minute), fields{})
	env := p.env()
	var rows []string
	for range 2 {
		var err error
		if rows, _, err = askSignals(t, env, 15*time.Minute, `{"kinds":["late"]}`); err != nil {
			t.Fatal(err)
		}
	}
	if len(rows) != 1 || !strings.Contains(rows[0], "cell_id=LATE") {
		t.Errorf("late are %q, want the one", rows)
	}
}

func TestAPointerThatIsStoredAfterItsCellCameIsFoundStill(t *testing.T) {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "stacking", "cell", "hall", "", 0)
	p.station(2, "filling", "cell", "hall", "stacking", 1)
	p.visitAt("stacking", "line-1", "stacker-01", "OTHER", noon.Add(-2*time.Hour), fields{})
	// Measured long ago, and received a minute ago.
	p.visitAt("filling", "line-1", "filler-01", "LATE", noon.Add(-10*time.Minute), fields{"received_ms": noon.Add(-time.Minute).UnixMilli()})
	env := p.env()
	ask := func() []string {
		rows, _, err := askSignals(t, env, 15*time.Minute, `{"kinds":["late"]}`)
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	if rows := ask(); len(rows) > 0 {
		t.Errorf("late are %q though nobody knows when it left", rows)
	}
	later := &plant{t: t, name: p.name, lines: map[string][]string{}}
	later.visitAt("stacking", "line-1", "stacker-01", "LATE", noon.Add(-2*time.Hour), fields{})
	for database, lines := range later.lines {
		if err := server.Write(p.name+"_"+database, strings.Join(lines, "\n")); err != nil {
			t.Fatal(err)
		}
	}
	if rows := ask(); len(rows) != 1 || !strings.Contains(rows[0], "cell_id=LATE") {
		t.Errorf("late are %q, want the one", rows)
	}
}

func TestWithoutAnIndexNothingIsLookedUpAndThatIsSaid(t *testing.T) {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "stacking", "cell", "hall", "", 0)
	p.station(2, "filling", "cell", "hall", "stacking", 1)
	p.visitAt("stacking", "line-1", "stacker-01", "A", noon.Add(-2*time.Hour), fields{})
	p.visitAt("filling", "line-1", "filler-01", "A", noon.Add(-3*time.Minute), fields{})
	env := p.env()
	env.Databases.Index = "nowhere"
	for _, kind := range []string{"late", "conflicting", "pointer"} {
		rows, _, err := askSignals(t, env, 15*time.Minute, `{"kinds":["`+kind+`"]}`)
		if err == nil || !strings.Contains(err.Error(), "nowhere is missing") {
			t.Errorf("%s: %q, %v", kind, rows, err)
		}
	}
}

func TestOfRollsNobodySaysThatTheyComeInTime(t *testing.T) {
	p := newPlant(t)
	p.station(1, "coating", "roll", "hall", "", 0)
	p.station(2, "drying", "roll", "hall", "coating", 1)
	p.visitAt("coating", "line-1", "coater-01", "ROLL-1", noon.Add(-3*time.Hour), fields{})
	p.visitAt("drying", "line-1", "dryer-01", "ROLL-1", noon.Add(-3*time.Minute), fields{})
	_, notices, err := rulesOn(t, p).ask(false, `{"kinds":["late","missing"],"stations":["drying"]}`)
	if err != nil || strings.Count(notices, "whether something comes from station coating in its time is not watched (roll after roll)") != 1 {
		t.Errorf("told are %q, %v", notices, err)
	}
}

func TestManyCellsAreFoundAtTheStationBeforeAsFewAre(t *testing.T) {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "stacking", "cell", "hall", "", 0)
	p.planned("station,station=filling", fields{"order": 2, "name": "Filling", "item": "cell", "environment": "hall", "from_station": "stacking", "min_hours": 0.25, "max_hours": 1.0})
	var ids []string
	for i := range 120 {
		id, came := fmt.Sprint("CELL-", i), noon.Add(-14*time.Minute+time.Duration(i)*5*time.Second)
		ids = append(ids, id)
		// In time, too early, too late, twice, after it came as well, never.
		for _, before := range [][]time.Duration{{40 * time.Minute}, {5 * time.Minute}, {3 * time.Hour}, {3 * time.Hour, 30 * time.Minute}, {30 * time.Minute, -time.Second}, nil}[i%6] {
			p.visitAt("stacking", "line-1", "stacker-01", id, came.Add(-before), fields{})
		}
		p.visitAt("filling", "line-1", "filler-01", id, came, fields{})
	}
	ask := func(filters string) []string {
		rows, _, err := askSignals(t, p.env(), 15*time.Minute, fmt.Sprintf(`{"kinds":["late"],"filters":[%s]}`, filters))
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	together := ask("")
	var byFew []string
	for few := range slices.Chunk(ids, 40) {
		byFew = append(byFew, ask(fmt.Sprintf(`{"key":"cell_id","operator":"=|","values":["%s"]}`, strings.Join(few, `","`)))...)
	}
	slices.Sort(together)
	slices.Sort(byFew)
	if len(together) != 40 || !slices.Equal(together, byFew) {
		t.Errorf("together %d are late:\n%s\nby few %d:\n%s", len(together), strings.Join(together, "\n"), len(byFew), strings.Join(byFew, "\n"))
	}
}
