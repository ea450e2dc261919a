package seals_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/seals"
)

// tampered are cases that bind this package and `cellthread audit verify`, which reads the same file.
type tampered struct {
	Name  string
	Due   seals.Day
	Seals []seals.Seal
	Lists map[seals.Day][]storedRow
	Rows  []storedRow
	Days  []struct {
		Day      seals.Day
		Count    int
		Late     []string
		Findings []struct {
			Kind string
			ID   string `json:"event_id"`
			Time string
		}
	}
}

type storedRow struct {
	ID, Time, Kind, SHA256 string
	Day                    seals.Day
}

func (r storedRow) stored() seals.Stored {
	at, _ := strconv.ParseInt(r.Time, 10, 64)
	return seals.Stored{Entry: seals.Entry{ID: r.ID, At: at, SHA256: r.SHA256}, Kind: r.Kind, Day: r.Day}
}

func cases(t *testing.T) (all []tampered) {
	t.Helper()
	text, err := os.ReadFile("testdata/verify.json")
	if err == nil {
		err = json.Unmarshal(text, &all)
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (of tampered) record() seals.Record {
	r := seals.Record{Seals: of.Seals, Lists: map[seals.Day][]seals.Entry{}}
	for day, list := range of.Lists {
		for _, e := range list {
			r.Lists[day] = append(r.Lists[day], e.stored().Entry)
		}
	}
	for _, row := range of.Rows {
		r.Stored = append(r.Stored, row.stored())
	}
	return r
}

func TestWhatWasTamperedWithIsFoundAsTheCommandFindsIt(t *testing.T) {
	for _, of := range cases(t) {
		days := seals.Verify(of.record(), of.Days[0].Day, of.Days[len(of.Days)-1].Day, of.Due).Days
		for i, want := range of.Days {
			var expected, found []string
			for _, f := range want.Findings {
				expected = append(expected, fmt.Sprint(f.Kind, f.ID, f.Time))
			}
			for _, f := range days[i].Findings {
				at := ""
				if f.At != 0 {
					at = strconv.FormatInt(f.At, 10)
				}
				found = append(found, fmt.Sprint(f.State, f.ID, at))
			}
			got := days[i]
			if got.Day != want.Day || got.Count != want.Count || !slices.Equal(got.Late, want.Late) || !slices.Equal(found, expected) {
				t.Errorf("%s: %s has %d events, late %v, and %v; want %d, %v and %v", of.Name, got.Day, got.Count, got.Late, found, want.Count, want.Late, expected)
			}
		}
	}
}

func TestOfEachEventIsToldWhatItsSealSays(t *testing.T) {
	want := map[string]map[string]string{
		"all is as it was sealed":                   {"N-1": "as-sealed 2026-03-10", "set-back": "as-sealed 2026-03-11", "N-4": "not-yet "},
		"an event was changed":                      {"N-1": "as-sealed 2026-03-10", "N-2": "changed 2026-03-10"},
		"an event was taken away and another added": {"N-9": "added "},
		"the list was changed with its event":       {"N-1": "list 2026-03-10", "N-3": "as-sealed 2026-03-11"},
		"the first seal was taken away":             {"N-1": "not-sealed "},
		"a day in between has no seal":              {"N-1": "as-sealed 2026-03-10"},
	}
	for _, of := range cases(t) {
		verified := seals.Verify(of.record(), "2026-03-10", "2026-03-12", of.Due)
		for _, row := range of.Rows {
			state, on := verified.Of(row.stored())
			if expected, is := want[of.Name][row.ID]; is && expected != state+" "+string(on) {
				t.Errorf("%s: %s is %s %s, want %s", of.Name, row.ID, state, on, expected)
			}
		}
	}
}

func TestWhatWasStoredBeforeTheFirstSealIsProvedByNothing(t *testing.T) {
	of := cases(t)[0]
	days := seals.Verify(of.record(), "2026-03-08", "2026-03-13", of.Due).Days
	var states []string
	for _, day := range days {
		states = append(states, day.State)
	}
	if !slices.Equal(states, []string{"not-sealed", "not-sealed", "as-sealed", "as-sealed", "not-yet", "not-yet"}) {
		t.Errorf("they are %v", states)
	}
	if state := seals.Verify(seals.Record{}, "2026-03-10", "2026-03-10", "2026-03-10").Days[0].State; state != "not-sealed" {
		t.Errorf("without any seal it is %s", state)
	}
}
