package types_test

import (
	"strings"
	"testing"
)

// decidesBy states whose decisions count, as it was known from a moment of 10 March on.
func (p *plant) decidesBy(who, from string) {
	p.row("record", "setting,name=decisions_by", fields{"value": who, "revision": int64(1), "recorded_ms": at("03-10 " + from).UnixMilli(), "active": true}, at("01-01 00:00").UnixNano()+1)
}

// heldAndReleased is a cell that is held at 10:01 and released at 11:00 by a source.
func heldAndReleased(p *plant, cell, by string) {
	p.filled("filler-01", cell, "03-10 10:00", "ok", 820, fields{})
	p.event("hold", "cell", cell, "03-10 10:01", fields{"hold_id": "H-" + cell, "source": "cellthread", "received_ms": at("03-10 10:01").UnixMilli()})
	p.event("release", "cell", cell, "03-10 11:00", fields{"answers": "H-" + cell, "source": by, "received_ms": at("03-10 11:00").UnixMilli(), "equipment": "filler-01"})
}

func TestAReleaseInTheDatabaseCountsOnlyFromWhoDecidesByThePlanOfThen(t *testing.T) {
	for name, c := range map[string]struct {
		who, from string
		released  []string
	}{
		"people decide":               {"cellthread", "10:30", []string{"person", "cellthread"}},
		"the MES decides":             {"mes", "10:30", []string{"mes", "cellthread"}},
		"both decide":                 {"both", "10:30", []string{"mes", "person", "cellthread"}},
		"it was said only later":      {"mes", "11:30", []string{"mes", "person", "machine", "none", "cellthread"}},
		"the plan says nothing of it": {"", "", []string{"mes", "person", "machine", "none", "cellthread"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := passLine(t, false)
			if c.who != "" {
				p.decidesBy(c.who, c.from)
			}
			want := map[string]string{}
			for _, by := range []string{"mes", "person", "machine", "none", "cellthread"} {
				heldAndReleased(p, "BY-"+by, by)
				want["BY-"+by] = "hold"
			}
			for _, by := range c.released {
				want["BY-"+by] = "release"
			}
			dispositions(t, p, want)
			frame := ask(t, p.env(), `{"queryType":"signals","include":["disposition"],"kinds":["out-of-spec"]}`)[0]
			for row := range frame.Rows() {
				get := func(name string) string { f, _ := frame.FieldByName(name); return f.At(row).(string) }
				if get("decided") != want[get("cell_id")] {
					t.Errorf("the signal of %s says %q, want %q", get("cell_id"), get("decided"), want[get("cell_id")])
				}
			}
			open := ask(t, p.env(), `{"queryType":"events","state":"open"}`)[0]
			if open.Rows() != len(want)-len(c.released) {
				t.Errorf("%d holds are open, want %d", open.Rows(), len(want)-len(c.released))
			}
		})
	}
}

func TestADecisionThatDoesNotCountIsShownAsTheNoteThatItIs(t *testing.T) {
	p := passLine(t, false)
	p.decidesBy("cellthread", "10:30")
	heldAndReleased(p, "C", "mes")
	for asked, want := range map[string]string{
		`{"queryType":"events","targets":["C"]}`:                     "hold:,note:release",
		`{"queryType":"events","targets":["C"],"kinds":["release"]}`: "",
	} {
		frame := ask(t, p.env(), asked)[0]
		var got []string
		for row := range frame.Rows() {
			get := func(name string) string {
				f, _ := frame.FieldByName(name)
				v, _ := f.ConcreteAt(row)
				text, _ := v.(string)
				return text
			}
			got = append(got, get("kind")+":"+get("asked"))
			if get("kind") == "note" && (get("sender") != "filler-01" || get("answers") != "H-C") {
				t.Errorf("the note is of %q and answers %q", get("sender"), get("answers"))
			}
		}
		if strings.Join(got, ",") != want {
			t.Errorf("%s gives %v, want %s", asked, got, want)
		}
	}
}

func TestAVoidByAMachineStrikesNothing(t *testing.T) {
	p := passLine(t, false)
	p.decidesBy("both", "09:00")
	for _, by := range []string{"machine", "mes", "person", "none"} {
		p.filled("filler-01", "BY-"+by, "03-10 10:00", "ok", 800, fields{})
		p.event("void", "cell", "BY-"+by, "03-10 10:05", fields{"station": "filling", "source": by, "received_ms": at("03-10 10:05").UnixMilli()})
	}
	frame := ask(t, p.env(), `{"queryType":"visits","station":"filling"}`)[0]
	ids, _ := frame.FieldByName("cell_id")
	var left []string
	for row := range frame.Rows() {
		id, _ := ids.ConcreteAt(row)
		left = append(left, id.(string))
	}
	if len(left) != 2 || !strings.Contains(strings.Join(left, " "), "BY-machine") || !strings.Contains(strings.Join(left, " "), "BY-none") {
		t.Errorf("left are %v", left)
	}
}

func TestANoteThatBearsTheIDOfAHoldToComeKeepsNoHoldAway(t *testing.T) {
	p := passLine(t, false)
	p.event("note", "cell", "C", "03-10 10:00", fields{"event_id": "hold-1", "source": "machine", "received_ms": at("03-10 10:00").UnixMilli()})
	p.event("hold", "cell", "C", "03-10 10:01", fields{"event_id": "hold-1", "hold_id": "hold-1", "source": "cellthread", "received_ms": at("03-10 10:01").UnixMilli()})
	p.filled("filler-01", "C", "03-10 10:00", "ok", 800, fields{})
	dispositions(t, p, map[string]string{"C": "hold"})
}
