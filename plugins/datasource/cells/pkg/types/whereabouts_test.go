package types_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types"
)

const whereHeld = `{"queryType":"events","state":"open","include":["whereabouts"]}`

// heldOf are some columns of a frame of events, by the target of each row.
func heldOf(frame *data.Frame, columns ...string) map[string]string {
	text := func(name string, row int) string {
		field, _ := frame.FieldByName(name)
		if field == nil {
			return "no column " + name
		}
		v, ok := field.ConcreteAt(row)
		if at, isTime := v.(time.Time); ok && isTime {
			return at.Format("15:04:05")
		}
		if !ok {
			return "-"
		}
		return fmt.Sprint(v)
	}
	out := map[string]string{}
	for row := range frame.Rows() {
		var said []string
		for _, name := range columns {
			said = append(said, text(name, row))
		}
		id := text("target_id", row)
		if out[id] != "" {
			id += "'"
		}
		out[id] = strings.Join(said, " ")
	}
	return out
}

func openHolds(t *testing.T, env *query.Engine) *data.Frame {
	t.Helper()
	run := &source.Run{MayDecide: true, Range: source.Range{From: at("03-01 00:00"), To: noon}}
	frames, err := env.Execute(t.Context(), run, "", []byte(whereHeld))
	if err != nil {
		t.Fatal(err)
	}
	return frames[0]
}

// same tells whether what is known of targets is what is expected.
func same(t *testing.T, got, want map[string]string) {
	t.Helper()
	for id, said := range want {
		if got[id] != said {
			t.Errorf("%s: %q, want %q", id, got[id], said)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d targets, want %d: %v", len(got), len(want), got)
	}
}

func TestAHoldSaysWhereItsItemWasSeenLastAndWhatItIsOnOtherwise(t *testing.T) {
	p := gateLine(t)
	at1 := func(cell, station, equipment, when string, f fields) {
		p.visit(station, "line-1", equipment, cell, when, f)
	}
	held := func(kind, target string, f fields) { p.event("hold", kind, target, "03-10 09:00", f) }
	at1("STAYED", "filling", "filler-01", "03-10 08:59", fields{"position": "nozzle-4"})
	at1("WENT-ON", "filling", "filler-01", "03-10 08:59", nil)
	at1("WENT-ON", "formation", "rack-01", "03-10 10:00", fields{"carrier": "TRAY-9"})
	at1("LOADED", "filling", "filler-01", "03-10 08:59", nil)
	p.edge("carried_by", "LOADED", "cell", "TRAY-8", "tray", "03-10 10:30", nil)
	at1("BUILT-IN", "formation", "rack-01", "03-10 08:59", fields{"carrier": "TRAY-9"})
	p.edge("contains", "BUILT-IN", "cell", "MOD-1", "module", "03-10 11:00", nil)
	at1("STRUCK", "filling", "filler-01", "03-10 08:59", nil)
	at1("STRUCK", "formation", "rack-02", "03-10 10:00", nil)
	p.event("void", "cell", "STRUCK", "03-10 11:00", fields{"station": "formation"})
	at1("ROLL-1", "coating", "coater-01", "03-10 07:00", nil)
	for i := range 9 {
		p.edge("cut_from", fmt.Sprint("CUT-", i), "cell", "ROLL-1", "roll", fmt.Sprintf("03-10 08:0%d", i), nil)
	}
	// A record of another item at the place that the index names says nothing of this one.
	p.index("ASTRAY", "filling|de1|line-1|filler-01|lfp-202", at("03-10 08:59").UnixNano())
	for _, cell := range []string{"STAYED", "WENT-ON", "LOADED", "BUILT-IN", "STRUCK", "ASTRAY", "NEVER-SEEN"} {
		held("cell", cell, nil)
	}
	held("roll", "ROLL-1", fields{"from_m": 12.0, "to_m": 24.5})
	held("lot", "EL-1", nil)
	held("tray", "TRAY-9", nil)
	held("equipment", "filler-01", nil)
	frame := openHolds(t, p.env())
	same(t, heldOf(frame, "whereabouts", "last_seen", "last_station", "last_equipment", "last_position", "carrier"), map[string]string{
		"STAYED":     "seen 08:59:00 filling filler-01 nozzle-4 -",
		"WENT-ON":    "seen 10:00:00 formation rack-01 - TRAY-9",
		"LOADED":     "seen 10:30:00 filling filler-01 - TRAY-8",
		"BUILT-IN":   "seen 11:00:00 formation rack-01 - MOD-1",
		"STRUCK":     "seen 08:59:00 filling filler-01 - -",
		"ASTRAY":     "not-known - - - - -",
		"NEVER-SEEN": "not-known - - - - -",
		"ROLL-1":     "seen 07:00:00 coating coater-01 - -",
		"EL-1":       "several - - - - -",
		"TRAY-9":     "several - - - - -",
		"filler-01":  "several - - - - -",
	})
	if metres := heldOf(frame, "from_m", "to_m")["ROLL-1"]; metres != "12 24.5" {
		t.Errorf("metres %q", metres)
	}
}

func TestAHeldItemThatWasLookedAtAgainSaysWhatCameOfIt(t *testing.T) {
	p := gateLine(t)
	const before, held, after, later = "03-10 08:59", "03-10 09:00", "03-10 10:00", "03-10 11:00"
	filled := func(cell, when, verdict string, number int) {
		p.visit("filling", "line-1", "filler-01", cell, when, fields{"verdict": verdict, "visit": number})
	}
	for _, cell := range []string{"GOOD", "BAD", "HELD-AGAIN", "NOT-AGAIN", "ELSEWHERE", "WANTS-MORE", "NO-STATION", "FIRST-BAD", "REWORKED"} {
		filled(cell, before, "nok", 1)
		f := fields{"station": "filling", "pass_ms": at(before).UnixMilli()}
		if cell == "NO-STATION" {
			delete(f, "station")
		}
		p.event("hold", "cell", cell, held, f)
	}
	filled("GOOD", after, "ok", 2)
	filled("BAD", after, "nok", 2)
	filled("HELD-AGAIN", after, "ok", 2)
	p.event("hold", "cell", "HELD-AGAIN", later, fields{"station": "filling", "pass_ms": at(after).UnixMilli()})
	p.visit("formation", "line-1", "rack-01", "ELSEWHERE", after, nil)
	filled("WANTS-MORE", after, "retest", 2)
	filled("NO-STATION", after, "ok", 2)
	filled("FIRST-BAD", after, "nok", 2)
	filled("FIRST-BAD", later, "ok", 3)
	p.event("proof", "cell", "REWORKED", later, fields{"source": "cellthread", "disposition": "verified", "to_ms": at(after).UnixMilli()})
	same(t, heldOf(openHolds(t, p.env()), "inspected"), map[string]string{
		"GOOD": "ok", "BAD": "nok", "HELD-AGAIN": "nok", "HELD-AGAIN'": "-", "NOT-AGAIN": "-", "ELSEWHERE": "-", "WANTS-MORE": "-",
		"NO-STATION": "-", "FIRST-BAD": "ok", "REWORKED": "ok",
	})
}

func TestAnOpenHoldTellsHowManyThatWereHeldForTheSameReasonWereDecidedAgainst(t *testing.T) {
	p := gateLine(t)
	for cell, machine := range map[string]string{"OPEN": "filler-01", "SCRAPPED": "filler-01", "REWORKED": "filler-01", "RELEASED": "filler-01", "OTHER": "filler-02"} {
		p.event("hold", "cell", cell, "03-10 09:00", fields{"hold_id": "H-" + cell, "station": "filling", "equipment": machine, "characteristic": "fill_mass", "rule": "below-lsl"})
	}
	for kind, cell := range map[string]string{"scrap": "SCRAPPED", "rework": "REWORKED", "release": "RELEASED"} {
		p.event(kind, "cell", cell, "03-10 10:00", fields{"answers": "H-" + cell})
	}
	got := heldOf(openHolds(t, p.env()), "decided_against")
	if len(got) != 2 || got["OPEN"] != "2" || got["OTHER"] != "0" {
		t.Errorf("%v", got)
	}
}

func TestAHoldOfAMachineOrStationCountsTheVisitsThatItHolds(t *testing.T) {
	p := gateLine(t)
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-01","line":"line-1","station":"filling"},{"id":"filler-02","line":"line-1","station":"filling"}]`})
	for i := range 30 {
		p.visitAt("filling", "line-1", fmt.Sprint("filler-0", 1+i%2), fmt.Sprint("C", i), at("03-10 09:00").Add(time.Duration(i)*time.Minute), fields{"position": fmt.Sprint("nozzle-", i%4)})
	}
	between := fields{"from_ms": at("03-10 09:10").UnixMilli(), "to_ms": at("03-10 09:19").UnixMilli()}
	p.event("hold", "equipment", "filler-01", "03-10 09:10", nil)
	p.event("hold", "station", "filling", "03-10 11:00", between)
	p.event("hold", "equipment", "filler-02", "03-10 09:00", fields{"station": "filling", "position": "nozzle-1"})
	p.event("hold", "equipment", "oven-01", "03-10 09:00", nil)
	p.event("hold", "lot", "EL-1", "03-10 09:00", nil)
	same(t, heldOf(openHolds(t, p.env()), "held_visits"), map[string]string{"filler-01": "10", "filling": "10", "filler-02": "8", "oven-01": "-", "EL-1": "-"})
}

func TestAHoldOfALotOrTrayThatNamesAStationCountsWhatThatMeasuredOfItSince(t *testing.T) {
	p := gateLine(t)
	filled := func(cell, when, lot, verdict string, number int) {
		p.visit("filling", "line-1", "filler-01", cell, when, fields{"lot_electrolyte": lot, "carrier": "TRAY-9", "verdict": verdict, "visit": number})
	}
	filled("BEFORE", "03-10 08:00", "EL-1", "nok", 1)
	p.event("hold", "lot", "EL-1", "03-10 09:00", fields{"station": "filling"})
	p.event("hold", "tray", "TRAY-9", "03-10 09:30", fields{"station": "filling"})
	p.event("hold", "lot", "EL-2", "03-10 09:00", nil)
	p.event("hold", "lot", "EL-OLD", "03-08 11:00", fields{"station": "filling"})
	filled("GOOD", "03-10 09:10", "EL-1", "nok", 1)
	filled("GOOD", "03-10 09:20", "EL-1", "ok", 2)
	filled("GOOD-TOO", "03-10 09:40", "EL-1", "ok", 1)
	filled("BAD", "03-10 09:41", "EL-1", "nok", 1)
	filled("HELD", "03-10 09:42", "EL-1", "ok", 1)
	p.event("hold", "cell", "HELD", "03-10 09:42", fields{"station": "filling", "pass_ms": at("03-10 09:42").UnixMilli()})
	filled("STRUCK", "03-10 09:43", "EL-1", "nok", 1)
	p.event("void", "cell", "STRUCK", "03-10 11:00", fields{"station": "filling"})
	p.visit("filling", "line-1", "filler-01", "MASTER", "03-10 09:44", fields{"lot_electrolyte": "EL-1", "carrier": "TRAY-9", "verdict": "nok", "run_type": "master"})
	filled("OTHER", "03-10 09:45", "EL-3", "ok", 1)
	got := heldOf(openHolds(t, p.env()), "sample_good", "sample_bad")
	same(t, got, map[string]string{"EL-1": "2 2", "TRAY-9": "2 2", "EL-2": "- -", "EL-OLD": "- -", "HELD": "- -"})
}

// reading counts what a server is asked and answers.
type reading struct{ statements, rows atomic.Int64 }

func (c *reading) RoundTrip(request *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(request.Body)
	if err != nil {
		return nil, err
	}
	request.Body = io.NopCloser(bytes.NewReader(body))
	c.statements.Add(int64(strings.Count(string(body), "SELECT")))
	answer, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	_ = answer.Body.Close()
	answer.Body = io.NopCloser(bytes.NewReader(text))
	for chunks := json.NewDecoder(bytes.NewReader(text)); ; {
		var chunk struct {
			Results []struct {
				Series []struct{ Values []json.RawMessage }
			}
		}
		if err := chunks.Decode(&chunk); err != nil {
			return answer, nil //nolint:nilerr // the end of what was answered
		}
		for _, result := range chunk.Results {
			for _, series := range result.Series {
				c.rows.Add(int64(len(series.Values)))
			}
		}
	}
}

func TestWhereHeldItemsAreIsLookedUpForThoseHeldLastAndReadsARowOrTwoOfEach(t *testing.T) {
	const held, most = 260, 200
	p := gateLine(t)
	for i := range held {
		cell := fmt.Sprintf("C%03d", i)
		for back := range 12 { // what it went through before
			p.visitAt("stacking", "line-1", "stacker-01", cell, at("03-09 00:00").Add(time.Duration(12*i+back)*time.Second), fields{"visit": back + 1})
		}
		when := at("03-10 06:00").Add(time.Duration(i) * time.Minute)
		p.visitAt("filling", "line-1", "filler-01", cell, when, fields{"verdict": "nok"})
		p.event("hold", "cell", cell, when.Format("01-02 15:04"), fields{"station": "filling", "pass_ms": when.UnixMilli()})
	}
	from := p.source()
	counted := &reading{}
	from.Connect(server.URL, &http.Client{Transport: counted}, source.Auth{}, false)
	env := query.NewEngine(from, types.Types())
	frame := openHolds(t, env)
	states := map[string]int{}
	for _, said := range heldOf(frame, "whereabouts") {
		states[said]++
	}
	if states["seen"] != most || states["not-looked-up"] != held-most {
		t.Errorf("%v", states)
	}
	if of := heldOf(frame, "whereabouts"); of["C259"] != "seen" || of["C000"] != "not-looked-up" {
		t.Errorf("the first is %s, the last %s", of["C000"], of["C259"])
	}
	if notices := fmt.Sprint(frame.Meta.Notices); !strings.Contains(notices, "for the 200 that were held last; of 60 it was not") {
		t.Errorf("no notice says so: %s", notices)
	}
	// Of each six pointers and a record, beside the events and the plan.
	if rows := counted.rows.Load(); rows > most*8+held+200 {
		t.Errorf("%d rows were read", rows)
	}
	if statements := counted.statements.Load(); statements > 2*most+20 {
		t.Errorf("%d statements were read", statements)
	}
	t.Logf("%d statements, %d rows", counted.statements.Load(), counted.rows.Load())
}

func TestABadgeIsAColumnWhereAnEventBearsOneAndWhoeverAsksMaySeeIt(t *testing.T) {
	p := gateLine(t)
	p.event("note", "cell", "C1", "03-10 09:00", nil)
	p.event("note", "cell", "C2", "03-10 10:00", fields{"badge": "4711"})
	env := p.env()
	badges := func(from, to string, mayDecide bool) string {
		t.Helper()
		run := &source.Run{MayDecide: mayDecide, Range: source.Range{From: at(from), To: at(to)}}
		frames, err := env.Execute(t.Context(), run, "", []byte(`{"queryType":"events"}`))
		if err != nil {
			t.Fatal(err)
		}
		return heldOf(frames[0], "badge")["C2"] + "/" + heldOf(frames[0], "badge")["C1"]
	}
	for want, got := range map[string]string{
		"4711/-":                          badges("03-10 08:00", "03-10 12:00", true),
		"/no column badge":                badges("03-10 08:00", "03-10 09:30", true),
		"no column badge/no column badge": badges("03-10 08:00", "03-10 12:00", false),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
