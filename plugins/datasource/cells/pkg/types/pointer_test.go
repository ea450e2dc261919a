package types_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// misledPlant indexes OVERWRITTEN where GOOD's record lies, LOST where nothing lies, and YOUNG a moment ago.
func misledPlant(t *testing.T) *plant {
	p := passLine(t, false)
	p.filled("filler-01", "GOOD", "03-10 10:00", "ok", 800, fields{})
	var ns int64
	if _, err := fmt.Sscan(p.lines["visits"][0][strings.LastIndex(p.lines["visits"][0], " "):], &ns); err != nil {
		t.Fatal(err)
	}
	key := "filling|de1|line-1|filler-01|lfp-202"
	p.index("OVERWRITTEN", key, ns)
	p.index("LOST", key, ns+1)
	p.index("YOUNG", key, noon.Add(-time.Minute).UnixNano())
	p.index("ELSEWHERE", "filling|de1|line-1|filler-09|lfp-202", ns)
	p.index("NOTE", "event|de1|||", ns)
	return p
}

func TestAPointerThatLeadsToNoRecordOfItsItemIsASignal(t *testing.T) {
	env := misledPlant(t).env()
	for state, want := range map[string][]string{
		"fresh": {"ELSEWHERE no-record", "LOST no-record", "OVERWRITTEN another-item"},
		"open":  {"ELSEWHERE no-record", "LOST no-record", "OVERWRITTEN another-item"},
	} {
		frame := ask(t, env, `{"queryType":"signals","kinds":["pointer"],"state":"`+state+`"}`)[0]
		cells, _ := frame.FieldByName("cell_id")
		rules, _ := frame.FieldByName("rule")
		var got []string
		for row := range frame.Rows() {
			got = append(got, fmt.Sprint(cells.At(row), " ", rules.At(row)))
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", state, got, want)
		}
	}
}

func TestATravelerNeverShowsAnotherItemsRecordAndSaysWhatItMissed(t *testing.T) {
	env := misledPlant(t).env()
	for cell, says := range map[string]string{
		"OVERWRITTEN": "leads from OVERWRITTEN to records of other items (filling at 2026-03-10T10:00:00Z)",
		"LOST":        "leads from LOST to places without a record (filling at 2026-03-10T10:00:00Z)",
		"NOTE":        "leads from NOTE to places without a record (event at 2026-03-10T10:00:00Z)",
	} {
		frames := ask(t, env, `{"queryType":"traveler","cellId":"`+cell+`"}`)
		if text := fmt.Sprint(frames[0].Meta.Notices); !strings.Contains(text, says) {
			t.Errorf("%s: the notices are %s", cell, text)
		}
		for _, frame := range frames[1:] {
			if frame.Rows() > 0 {
				t.Errorf("%s: %s shows %d rows", cell, frame.Name, frame.Rows())
			}
		}
	}
	if notices := ask(t, env, `{"queryType":"traveler","cellId":"GOOD"}`)[0].Meta.Notices; len(notices) > 0 {
		t.Errorf("GOOD: %v", notices)
	}
}
