package types_test

import (
	"slices"
	"testing"
	"time"
)

// saidBy stores what a source said about a cell so long before noon.
func (p *plant) saidBy(source, kind, cell string, ago time.Duration, more fields) {
	f := fields{"event_id": kind + "-" + cell + "-" + source, "source": source, "received_ms": noon.Add(-ago).UnixMilli(), "equipment": "filler-02", "station": "filling"}
	for name, v := range more {
		f[name] = v
	}
	p.event(kind, "cell", cell, noon.Add(-ago).Format("01-02 15:04:05"), f)
}

func TestWhoDecidesAndMayNotIsToldBySenderAndByWhatItSaid(t *testing.T) {
	const machine, mes = "filler-02 release: Decision does not count, a machine may not decide, ", "mes scrap: Decision does not count, people decide here, not the MES, "
	for name, c := range map[string]struct {
		given func(p *plant)
		want  []string
	}{
		"nobody did":                   {func(p *plant) { p.saidBy("person", "release", "C", time.Hour, nil) }, nil},
		"a note that was to be a note": {func(p *plant) { p.saidBy("machine", "note", "C", time.Hour, nil) }, nil},
		"a machine, as ingest keeps it": {func(p *plant) {
			p.saidBy("machine", "note", "C", 10*time.Minute, fields{"asked": "release", "sender": "filler-02"})
			p.saidBy("machine", "note", "D", 5*time.Minute, fields{"asked": "release", "sender": "filler-02"})
		}, []string{machine + "for 10 min."}},
		"a machine, in the database all the same": {func(p *plant) { p.saidBy("machine", "release", "C", 10*time.Minute, nil) }, []string{machine + "for 10 min."}},
		"the MES where people decide": {func(p *plant) {
			p.saidBy("mes", "note", "C", 10*time.Minute, fields{"asked": "scrap", "sender": "mes", "equipment": "mes"})
		}, []string{mes + "for 10 min."}},
		"one that may not be stored whole yet": {func(p *plant) { p.saidBy("", "release", "C", time.Second, nil) }, nil},
		"one of a day ago":                     {func(p *plant) { p.saidBy("machine", "release", "C", 25*time.Hour, nil) }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			p := passLine(t, false)
			p.row("record", "setting,name=decisions_by", fields{"value": "cellthread", "revision": int64(1), "recorded_ms": noon.Add(-48 * time.Hour).UnixMilli(), "active": true}, at("01-01 00:00").UnixNano()+1)
			c.given(p)
			if got := p.said(`"kinds":["unheeded"],"language":"en"`); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestWhatTheMESDecidesOtherwiseThanIsHeldOrProposedIsTold(t *testing.T) {
	const stillHeld, otherwise = "filler-02: MES and Cellthread differ, the MES lets go on what is held here, ", "filler-02: MES and Cellthread differ, the MES decided otherwise than was proposed, "
	held := func(p *plant) { p.saidBy("cellthread", "hold", "C", 30*time.Minute, fields{"hold_id": "H"}) }
	for name, c := range map[string]struct {
		who   string
		given func(p *plant)
		want  []string
	}{
		"nothing is decided": {"mes", held, nil},
		"its release names the hold": {"mes", func(p *plant) {
			held(p)
			p.saidBy("mes", "release", "C", 10*time.Minute, fields{"answers": "H"})
		}, nil},
		"its release names no hold": {"mes", func(p *plant) {
			held(p)
			p.saidBy("mes", "release", "C", 10*time.Minute, nil)
		}, []string{stillHeld + "for 10 min; 1 cell."}},
		"what is held later is no difference": {"mes", func(p *plant) {
			p.saidBy("mes", "release", "C", 40*time.Minute, nil)
			held(p)
		}, nil},
		"what is to be mended or thrown away does not go on": {"both", func(p *plant) {
			held(p)
			p.saidBy("mes", "rework", "C", 10*time.Minute, nil)
		}, nil},
		"where people decide the MES says nothing": {"cellthread", func(p *plant) {
			held(p)
			p.saidBy("mes", "release", "C", 10*time.Minute, nil)
		}, nil},
		"it decides as was proposed": {"mes", func(p *plant) {
			p.saidBy("person", "proposal", "C", 20*time.Minute, fields{"disposition": "scrap"})
			p.saidBy("mes", "scrap", "C", 10*time.Minute, nil)
		}, nil},
		"it decides otherwise than was proposed": {"mes", func(p *plant) {
			p.saidBy("person", "proposal", "C", 20*time.Minute, fields{"disposition": "scrap"})
			p.saidBy("mes", "release", "C", 10*time.Minute, nil)
		}, []string{otherwise + "for 10 min; 1 cell."}},
		"what is proposed later is no difference": {"mes", func(p *plant) {
			p.saidBy("mes", "release", "C", 30*time.Minute, nil)
			p.saidBy("person", "proposal", "C", 20*time.Minute, fields{"disposition": "scrap"})
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			p := passLine(t, false)
			p.decidesBy(c.who, "08:00")
			c.given(p)
			if got := p.said(`"kinds":["decisions-differ"],"language":"en"`); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
