package types_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestACellThatCameToTheNextStationWithoutAVisitIsSkippedOnceItsDeadlineHasPassed(t *testing.T) {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "stacking", "cell", "hall", "", 0)
	p.station(2, "welding", "cell", "hall", "stacking", 1)
	p.station(3, "filling", "cell", "hall", "welding", 48)
	visit := func(station, cell string, ago time.Duration) {
		p.visitAt(station, "line-1", "m-1", cell, noon.Add(-ago), fields{})
	}
	for i := range 3 {
		cell := fmt.Sprintf("GOOD-%d", i)
		visit("stacking", cell, 31*time.Hour)
		visit("welding", cell, 30*time.Hour) // found by looking back
		visit("filling", cell, 20*time.Minute)
	}
	visit("stacking", "SKIPPED", 2*time.Hour)
	visit("filling", "SKIPPED", 10*time.Minute)
	visit("stacking", "NOT-YET", 30*time.Minute) // welding may still tell of it
	visit("filling", "NOT-YET", 10*time.Minute)
	visit("filling", "NEVER-STACKED", 10*time.Minute)
	visit("stacking", "LONG-AGO", 10*time.Hour)
	visit("filling", "LONG-AGO", 6*time.Hour)
	env := p.env()
	for state, want := range map[string]string{
		"fresh": "line-1 SKIPPED", "open": "line-1 SKIPPED",
	} {
		rows, _, err := askSignals(t, env, 15*time.Minute, `{"kinds":["skipped"],"state":"`+state+`"}`)
		if err != nil || len(rows) != 1 || !strings.Contains(rows[0], "cell_id=SKIPPED") || !strings.Contains(rows[0], "station=welding") || !strings.Contains(rows[0], "rule=no-visit") {
			t.Errorf("%s: %q %v, want %s", state, rows, err, want)
		}
	}
	rows, _, err := askSignals(t, env, 24*time.Hour, `{"kinds":["skipped"],"state":"open","stations":["welding"]}`)
	slices.Sort(rows)
	if err != nil || len(rows) != 2 || !strings.Contains(rows[0], "LONG-AGO") {
		t.Errorf("of a day: %q %v, want the one of this morning too", rows, err)
	}
}

// passedBy are 301 cells of stacking that came to filling in the last 75 minutes, one in 15 s, without a visit to welding between.
func passedBy(t *testing.T) *plant {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "stacking", "cell", "hall", "", 0)
	p.station(2, "welding", "cell", "hall", "stacking", 1)
	p.station(3, "filling", "cell", "hall", "welding", 48)
	for i := range 301 {
		cell, when := fmt.Sprint("C", i), noon.Add(-time.Duration(i)*15*time.Second)
		p.visitAt("stacking", "line-1", "m-1", cell, when.Add(-2*time.Hour), fields{})
		p.visitAt("filling", "line-1", "m-1", cell, when, fields{})
	}
	return p
}

func TestAStationThatIsNotConnectedSkipsNothingHoweverManyCellsPassAndHidesNothing(t *testing.T) {
	p := passedBy(t)
	p.visitAt("filling", "line-1", "m-1", "TWICE", noon.Add(-3*time.Minute), fields{})
	p.visitAt("filling", "line-1", "m-1", "TWICE", noon.Add(-2*time.Minute), fields{})
	rows, _, err := askSignals(t, p.env(), 15*time.Minute, `{"kinds":["conflicting","skipped"]}`)
	if err != nil || len(rows) != 2 || !strings.Contains(rows[0], "cell_id=TWICE") || !strings.Contains(rows[1], "cell_id=TWICE") {
		t.Errorf("got %q %v, want the two passes of one cell alone", rows, err)
	}
}

func TestMoreSkippedCellsThanAreLookedUpAreCountedByLineAtTheirLatestDeadline(t *testing.T) {
	p := passedBy(t)
	p.visitAt("welding", "line-1", "m-1", "LONG-AGO", noon.Add(-20*24*time.Hour), fields{})
	for i := range 10 {
		p.visitAt("filling", "line-1", "m-1", fmt.Sprint("BOUGHT-", i), noon.Add(-70*time.Minute), fields{})
	}
	// Welding may tell of a cell for an hour after filling: those of 10:45 to 11:00 are due.
	if got := cellsOf(t, p, "skipped", "fresh", "11:45", "12:00"); !slices.Equal(got, []string{" welding no-visit 60"}) {
		t.Errorf("got %v, want one row of the 60 that are due", got)
	}
}
