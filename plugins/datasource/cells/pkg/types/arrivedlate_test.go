package types_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// arrives stores a record that was measured at one time of 10 March and arrived at another, and that it did.
func (p *plant) arrives(station, item, when, arrived string) {
	p.visit(station, "line-1", "m-1", item, "03-10 "+when, fields{"received_ms": at("03-10 " + arrived).UnixMilli()})
	minute := at("03-10 "+when).Unix() / 60
	p.row("visits", "arrival,site=de1,station="+station+",slot=1", fields{"minute": minute}, at("03-10 "+arrived).UnixNano()+minute)
}

func TestACellWhoseRecordWaitedForHoursIsMissingSoMuchLaterIfItCameNowhere(t *testing.T) {
	p := hurriedLine(t)
	p.arrives("filling", "LOST", "05:00", "08:00")
	p.arrives("filling", "CAME", "05:01", "08:00")
	p.arrives("sealing", "CAME", "06:00", "08:10")
	p.arrives("filling", "LONG-AGO", "04:00", "09:00")
	for span, want := range map[[2]string][]string{
		{"08:00", "08:15"}: nil, {"09:55", "10:10"}: {"LOST sealing no-arrival 1"}, {"10:10", "11:25"}: nil,
	} {
		if got := cellsOf(t, p, "missing", "fresh", span[0], span[1]); !slices.Equal(got, want) {
			t.Errorf("%v: got %q, want %q", span, got, want)
		}
	}
}

func TestNoCellIsMissingSinceTheClockOfAStationIsWrong(t *testing.T) {
	p := hurriedLine(t)
	p.arrives("filling", "LEFT-AHEAD", "09:10", "09:00")
	p.arrives("sealing", "LEFT-AHEAD", "09:05", "09:05")
	p.arrives("filling", "CAME-BEHIND", "09:00", "09:00")
	p.arrives("sealing", "CAME-BEHIND", "08:55", "09:05")
	p.arrives("sealing", "REWORKED", "08:55", "08:55")
	p.arrives("filling", "REWORKED", "09:00", "09:00")
	if got := cellsOf(t, p, "missing", "fresh", "11:00", "11:20"); !slices.Equal(got, []string{"REWORKED sealing no-arrival 1"}) {
		t.Errorf("got %q", got)
	}
}

func TestACellIsSkippedAlsoWhereTheRecordOfTheNextStationWaitedForHoursOrAClockIsWrong(t *testing.T) {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "stacking", "cell", "hall", "", 0)
	p.station(2, "welding", "cell", "hall", "stacking", 1)
	p.station(3, "filling", "cell", "hall", "welding", 48)
	p.arrives("welding", "LONG-AGO", "01:00", "01:00")
	p.arrives("stacking", "LATE", "07:00", "07:00")
	p.arrives("filling", "LATE", "08:00", "10:00")
	p.arrives("stacking", "GOOD", "07:00", "07:00")
	p.arrives("welding", "GOOD", "07:30", "07:30")
	p.arrives("filling", "GOOD", "08:00", "10:00")
	p.arrives("stacking", "AHEAD", "09:10", "09:00")
	p.arrives("filling", "AHEAD", "09:05", "09:05")
	for span, want := range map[[2]string][]string{
		{"09:55", "10:10"}: {"AHEAD welding no-visit 1", "LATE welding no-visit 1"}, {"10:10", "10:25"}: nil,
	} {
		if got := cellsOf(t, p, "skipped", "fresh", span[0], span[1]); !slices.Equal(got, want) {
			t.Errorf("%v: got %q, want %q", span, got, want)
		}
	}
}

func TestWhatIsImportedAsHistorySkipsNothing(t *testing.T) {
	for _, history := range []bool{false, true} {
		t.Run(fmt.Sprint(history), func(t *testing.T) {
			p := newPlant(t)
			p.planned("setting,name=buckets", fields{"value": "4096"})
			p.station(1, "stacking", "cell", "hall", "", 0)
			p.station(2, "welding", "cell", "hall", "stacking", 1)
			p.station(3, "filling", "cell", "hall", "welding", 48)
			p.visit("welding", "line-1", "m-1", "LONG-AGO", "02-20 08:00", nil)
			p.visit("stacking", "line-1", "m-1", "OLD", "03-10 06:00", nil)
			p.visit("filling", "line-1", "m-1", "OLD", "03-10 08:00", fields{"received_ms": at("03-10 11:00").UnixMilli(), "history": history})
			p.row("visits", "arrival,site=de1,station=filling,slot=1", fields{"minute": at("03-10 08:00").Unix() / 60}, at("03-10 11:00").UnixNano())
			if got := evaluated(t, p.env(), at("03-10 11:05"), `,"kinds":["skipped"]`); len(got) != map[bool]int{false: 1, true: 0}[history] {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestAMachineWhoseClockIsAheadIsHeardWhenItsRowsArriveAndSilentWhenNoneDo(t *testing.T) {
	p := silentLine(t)
	const ahead = time.Hour
	row := func(when time.Time, off time.Duration) {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("C", when.Unix()), when.Add(off), fields{"received_ms": when.UnixMilli()})
	}
	p.says(at("03-10 07:00"), "running")
	for when := at("03-10 07:00"); when.Before(at("03-10 08:00")); when = when.Add(time.Minute) {
		row(when, 0)
	}
	for when := at("03-10 08:00"); !when.After(at("03-10 09:00")); when = when.Add(time.Minute) {
		row(when, ahead)
	}
	p.says(at("03-10 09:20").Add(ahead), "fault")
	p.says(at("03-10 09:50").Add(ahead), "running")
	near(t, "a clock that was put forward at eight, rows until nine, a fault from 09:20 to 09:50", silentFor(t, p, "08:45", "09:29", "09:55", "10:15"), 0, 0, 0, 1.5)
}

func TestAMachineWhoseClockWasAheadAndIsSetRightIsHeard(t *testing.T) {
	p := silentLine(t)
	for minute := range 120 {
		when, off := at("03-10 08:00").Add(time.Duration(minute)*time.Minute), time.Duration(0)
		if minute < 60 {
			off = time.Hour
		}
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("C", minute), when.Add(off+time.Duration(minute)*time.Millisecond), fields{"received_ms": when.UnixMilli()})
	}
	near(t, "rows until ten", silentFor(t, p, "08:30", "09:15", "09:45", "10:15", "10:44"), 0, 0, 0, 0, 1.5)
}

func TestACellOfAMachineWhoseClockIsAheadIsToldOnce(t *testing.T) {
	p := smallLine(t)
	p.visit("filling", "line-1", "filler-02", "AHEAD", "03-10 11:50", fields{"verdict": nil, "verdict_reported": "gut", "fill_mass": 800.0, "received_ms": at("03-10 10:50").UnixMilli()})
	p.row("visits", "arrival,site=de1,station=filling,slot=1", fields{"minute": at("03-10 11:50").Unix() / 60}, at("03-10 10:50").UnixNano())
	env := p.env()
	told := func(to string, alerting bool) int {
		env.Now = func() time.Time { return at("03-10 " + to) }
		run := &source.Run{Range: source.Range{From: at("03-10 " + to).Add(-15 * time.Minute), To: at("03-10 " + to)}, Alerting: alerting}
		frames, err := env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["unknown-verdict"]}`))
		if err != nil {
			t.Fatal(err)
		}
		return frames[0].Rows()
	}
	if when, later := told("10:55", true), told("11:55", true); when == 0 || later != 0 {
		t.Errorf("%d rows when it arrives, %d an hour later", when, later)
	}
	if got := told("11:55", false); got == 0 {
		t.Error("people who look at its hour do not see it")
	}
}

func TestWhatOnlyTellsWhatWasIsNoNewsWhenItIsStored(t *testing.T) {
	for field, want := range map[string]int{"minute": 1, "past": 0} {
		p := smallLine(t)
		p.visit("filling", "line-1", "filler-02", "THEN", "03-10 08:00", fields{"fill_mass": 830.0, "history": field == "past"})
		p.row("visits", "arrival,site=de1,station=filling,slot=1", fields{field: at("03-10 08:00").Unix() / 60}, at("03-10 11:50").UnixNano())
		seen := func(from string) (n int) {
			frames, err := p.env().Execute(t.Context(), &source.Run{Range: source.Range{From: at("03-10 " + from), To: noon}}, "signals", []byte(`{"kinds":["out-of-spec"]}`))
			if err != nil {
				t.Fatal(err)
			}
			cells, _ := frames[0].FieldByName("cell_id")
			for row := range frames[0].Rows() {
				if cells.At(row) == "THEN" {
					n++
				}
			}
			return n
		}
		if now, then := seen("11:45"), seen("07:45"); now != want || then != 1 {
			t.Errorf("%s: %d signals of the last quarter of an hour, %d of since it was measured", field, now, then)
		}
	}
}
