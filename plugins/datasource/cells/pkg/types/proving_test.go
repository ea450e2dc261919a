package types_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/signals"
)

// proofs are what the judge tells of everything that was done, at a moment.
func proofs(t *testing.T, from *source.Source, when time.Time) (out []signals.Proof) {
	t.Helper()
	from.Now = func() time.Time { return when }
	run := &source.Run{Source: from, Range: source.Range{From: when.Add(-time.Hour), To: when}}
	events, err := run.EventsStored(t.Context(), source.Span{From: 0, To: when.UnixNano()}, 0, signals.Judged)
	if err != nil {
		t.Fatal(err)
	}
	var judge signals.ToProve
	slices.SortFunc(events, func(a, b record.Event) int { return int(a.AtMs - b.AtMs) })
	for _, e := range events {
		if signals.IsJudged(e) {
			of, err := judge.Look(t.Context(), run, e, events)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, of...)
		}
	}
	return out
}

// wavering is a nozzle 4 that wavers from 05:00 until a moment.
func wavering(until string) func(nozzle int, when time.Time) (float64, bool) {
	random := rand.New(rand.NewPCG(9, 9))
	return func(nozzle int, when time.Time) (float64, bool) {
		if nozzle == 4 && !when.Before(at("03-10 05:00")) && when.Before(at(until)) {
			return 2.2 * random.NormFloat64(), true
		}
		return 0, true
	}
}

func TestAnActionThatMendedANozzleIsVerifiedByItsNextCellsBesideItsSisters(t *testing.T) {
	slowtest.ManyCells(t)
	p := nozzleLine(t, nil, wavering("03-10 08:00"))
	p.event("action", "equipment", "filler-02", "03-10 08:00", fields{"station": "filling", "position": "nozzle-4", "received_ms": at("03-10 08:00").UnixMilli()})
	from := p.source()
	// A cell each 3 minutes, the first of which was under way: the 26th is measured 78 min after.
	soon := proofs(t, from, at("03-10 09:00"))
	if len(soon) != 1 || soon[0].Over || soon[0].Cells != 19 || soon[0].Wanted != 26 {
		t.Fatalf("an hour after: %+v", soon)
	}
	all := proofs(t, from, at("03-10 11:00"))
	if len(all) != 1 || !all[0].Over {
		t.Fatalf("three hours after: %+v", all)
	}
	e := all[0].Event
	if e.Disposition != "verified" || e.Reference != "action-filler-02-03-10 08:00" || e.Station != "filling" || e.Equipment != "filler-02" ||
		e.Position != "nozzle-4" || e.Characteristic != "fill_mass" || e.Rule != "spread" || e.Problem() != "" && !strings.Contains(e.Problem(), "reference") {
		t.Errorf("it is told by %+v, %s", e, e.Problem())
	}
	if want := "Straight for 78 min since it was done: spread of Fill mass 0.9 × its 11 sisters (0.7 to 1.3), before 2.4 × (2.0 to 3.0)"; !strings.HasPrefix(e.Text, want) || !strings.HasSuffix(e.Text, "; 26 cells") {
		t.Errorf("it is said that %s", e.Text)
	}
	if again := proofs(t, from, noon); len(again) != 1 || !reflect.DeepEqual(again[0].Event, e) {
		t.Errorf("another judge an hour later tells %+v", again)
	}
}

func TestWhatDoesNotHelpIsNotEffectiveWhereNothingDepartsNothingIsProvedAndTooLittleIsNotTold(t *testing.T) {
	slowtest.ManyCells(t)
	all, mended := wavering("03-10 12:00"), wavering("03-10 08:00")
	lines := map[string]*plant{
		"goes on": nozzleLine(t, nil, all), "mended": nozzleLine(t, nil, wavering("03-10 08:00")),
		"stops": nozzleLine(t, nil, func(nozzle int, when time.Time) (float64, bool) {
			off, ok := mended(nozzle, when)
			return off, ok && when.Before(at("03-10 08:20"))
		}),
	}
	for _, c := range []struct {
		what, line, kind string
		at               fields
		more             string
		when             string
		want             string
	}{
		{"at the nozzle", "goes on", "action", fields{"position": "nozzle-4"}, "", "03-10 11:00", "nozzle-4 not-effective"},
		{"at the machine", "goes on", "maintenance", nil, "", "03-10 11:00", "nozzle-4 not-effective"},
		{"at another nozzle", "goes on", "action", fields{"position": "nozzle-5"}, "", "03-10 11:00", ""},
		{"about another characteristic", "goes on", "action", fields{"characteristic": "fill_vacuum"}, "", "03-10 11:00", ""},
		{"by the machine itself", "goes on", "tool-change", fields{"source": "mes"}, "", "03-10 11:00", ""},
		{"and again", "goes on", "action", fields{"position": "nozzle-4"}, "03-10 08:30", "03-10 09:00", "nozzle-4 not-effective, nozzle-4 waits"},
		{"and again once it was mended", "mended", "action", fields{"position": "nozzle-4"}, "03-10 08:30", "03-10 09:00", "nozzle-4 cannot-be-told, nozzle-4 waits"},
		{"before the line stopped", "stops", "action", fields{"position": "nozzle-4"}, "", "03-11 08:02", "nozzle-4 cannot-be-told"},
	} {
		p := newPlant(t)
		for database, rows := range lines[c.line].lines {
			p.lines[database] = slices.Clone(rows)
		}
		f := fields{"station": "filling", "received_ms": at("03-10 08:00").UnixMilli()}
		for name, v := range c.at {
			f[name] = v
		}
		p.event(c.kind, "equipment", "filler-02", "03-10 08:00", f)
		if c.more != "" {
			p.event("tool-change", "equipment", "filler-02", c.more, fields{"station": "filling", "received_ms": at(c.more).UnixMilli()})
		}
		var got []string
		for _, one := range proofs(t, p.source(), at(c.when)) {
			verdict := "waits"
			if one.Over {
				verdict = one.Event.Disposition
			}
			got = append(got, one.Of.Key.Position+" "+verdict)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
}

func TestAMachineOfWhichSeveralCellsWereOutOfSpecIsProvedByTheirShare(t *testing.T) {
	p := kOfNLine(t)
	p.fill("filler-01", "", 600, 120, 123, 126, 129, 132, 135, 138)
	p.fill("filler-02", "nozzle-1", 600)
	p.event("action", "equipment", "filler-01", "03-10 10:00", fields{"station": "filling", "received_ms": at("03-10 10:00").UnixMilli()})
	all := proofs(t, p.source(), at("03-10 11:30"))
	if len(all) != 1 || !all[0].Over || all[0].Event.Disposition != "verified" || all[0].Event.Rule != "share" {
		t.Fatalf("it is told that %+v", all)
	}
	if want := "Straight for 35 min since it was done: Electrolyte mass 0 of 36 out of spec (0 % to 9.7 %), before 7 of 19 (16 % to 62 %), usually 0.89 %; 36 cells"; all[0].Event.Text != want {
		t.Errorf("it is said that %s", all[0].Event.Text)
	}
}

func TestWhatWasDoneAMomentAgoOrMendedAnewAtOnceHasNoCellYetAndIsNoFailure(t *testing.T) {
	p := kOfNLine(t)
	p.fill("filler-01", "", 600, 120, 123, 126, 129, 132, 135, 138)
	p.fill("filler-02", "nozzle-1", 600)
	p.event("action", "equipment", "filler-01", "03-10 10:00", fields{"station": "filling", "received_ms": at("03-10 10:00").UnixMilli()})
	soon := proofs(t, p.source(), at("03-10 10:00").Add(2*time.Second))
	if len(soon) != 1 || soon[0].Over || soon[0].Cells != 0 {
		t.Fatalf("two seconds after it is told that %+v", soon)
	}
	anew := at("03-10 10:00").Add(4 * time.Second)
	p.row("record", "event,site=de1,kind=action,bucket=1", fields{
		"event_id": "anew", "target_type": "equipment", "target_id": "filler-01", "station": "filling", "source": "person", "received_ms": anew.UnixMilli(),
	}, anew.UnixNano())
	both := proofs(t, p.source(), at("03-10 11:30"))
	if len(both) != 2 || both[0].Event.Disposition != "cannot-be-told" || both[1].Event.Disposition != "verified" {
		t.Errorf("where it was mended anew after four seconds it is told that %+v", both)
	}
}

// listed are the rows of the list for people at a moment: what a signal is, how it stands, and what was done.
func listed(t *testing.T, from *source.Source, when time.Time, kinds ...string) (out []string) {
	t.Helper()
	from.Now = func() time.Time { return when }
	raw, _ := json.Marshal(map[string]any{"kinds": kinds, "include": []string{"evidence"}, "language": "en"})
	frames, err := query.NewEngine(from, types.Types()).Execute(t.Context(), &source.Run{Range: source.Range{From: when.Add(-6 * time.Hour), To: when}}, "signals", raw)
	if err != nil {
		t.Fatal(err)
	}
	for row := range frames[0].Rows() {
		var words []string
		for _, name := range []string{"kind", "position", "standing", "response"} {
			f, _ := frames[0].FieldByName(name)
			words = append(words, f.At(row).(string))
		}
		out = append(out, strings.Join(words, "|"))
	}
	return out
}

func TestTheListForPeopleSaysWhatWasDoneAboutASignalAndWhatBecameOfIt(t *testing.T) {
	slowtest.ManyCells(t)
	of := func(f fields, when string) fields {
		f["station"], f["position"], f["characteristic"], f["equipment"], f["received_ms"] = "filling", "nozzle-4", "fill_mass", "filler-02", at(when).UnixMilli()
		return f
	}
	p := nozzleLine(t, nil, wavering("03-10 12:00"))
	p.event("acknowledge", "equipment", "filler-02", "03-10 07:40", of(fields{}, "03-10 07:40"))
	p.event("action", "equipment", "filler-02", "03-10 08:00", of(fields{"text": "Cleaned the nozzle"}, "03-10 08:00"))
	p.event("proof", "equipment", "filler-02", "03-10 09:31", of(fields{
		"source": "cellthread", "disposition": "not-effective", "reference": "action-filler-02-03-10 08:00", "text": "Not effective", "from_ms": at("03-10 08:00").UnixMilli(),
	}, "03-10 09:31"))
	from := p.source()
	for _, c := range []struct {
		when string
		want []string
	}{
		{"03-10 07:20", []string{"out-of-control|nozzle-4|open|"}},
		{"03-10 07:50", []string{"out-of-control|nozzle-4|acknowledged|acknowledged 10 min ago"}},
		{"03-10 08:20", []string{"out-of-control|nozzle-4|acted|Cleaned the nozzle, 20 min ago: 6 of 26 cells came, 20 to come"}},
		{"03-10 09:35", []string{"out-of-control|nozzle-4|not-effective|Not effective"}},
	} {
		if got := listed(t, from, at(c.when), "out-of-control"); !reflect.DeepEqual(got, c.want) {
			t.Errorf("at %s the list is %q, want %q", c.when, got, c.want)
		}
	}
	for when, want := range map[string][]string{
		"03-10 07:20": {"unacknowledged filling filler-02 nozzle-4 out-of-control"}, "03-10 07:50": nil, "03-10 09:50": nil,
		"03-10 10:10": {"unacknowledged filling filler-02 nozzle-4 out-of-control"},
	} {
		from.Now = func() time.Time { return at(when) }
		alerted(t, when, alerts(t, query.NewEngine(from, types.Types()), at(when), "unacknowledged"), want...)
	}
}

func TestAHeldItemThatPassedItsReworkSaysSoAndStaysHeld(t *testing.T) {
	p := newPlant(t)
	p.station(1, "filling", "cell", "", "", 0)
	for _, cell := range []string{"GOOD", "BAD", "AGAIN", "HELD"} {
		p.event("hold", "cell", cell, "03-10 09:00", fields{"hold_id": "hold-" + cell, "station": "filling"})
	}
	proof := func(cell, verdict, when string, source string) {
		p.event("proof", "cell", cell, when, fields{"source": source, "disposition": verdict, "to_ms": at(when).UnixMilli(), "from_ms": at("03-10 09:01").UnixMilli()})
	}
	proof("GOOD", "verified", "03-10 10:00", "cellthread")
	proof("BAD", "not-effective", "03-10 10:00", "cellthread")
	proof("AGAIN", "verified", "03-10 08:00", "cellthread") // before it was held
	proof("HELD", "verified", "03-10 10:00", "person")
	frames, err := p.env().Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-24 * time.Hour), To: noon}}, "events", []byte(`{"state":"open"}`))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for row := range frames[0].Rows() {
		id, _ := frames[0].FieldByName("item_id")
		of, _ := frames[0].FieldByName("proof")
		if said := of.At(row).(*string); said != nil {
			got[*id.At(row).(*string)] = *said
		} else {
			got[*id.At(row).(*string)] = ""
		}
	}
	if want := map[string]string{"GOOD": "verified", "BAD": "not-effective", "AGAIN": "", "HELD": ""}; !reflect.DeepEqual(got, want) {
		t.Errorf("held are %v, want %v", got, want)
	}
}
