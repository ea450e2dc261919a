package types_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// lossyLine is a line of five stations with a filler of twelve nozzles, a cell a nozzle every four minutes for three days. A nozzle
// wavers for some hours until it is cleaned. What is out of spec there is held, sooner or later or not at all; of what is held some is
// mended and released, some scrapped. All that was stored is kept, to walk over it slowly.
type lossyLine struct {
	*plant
	*rand.Rand
	visits []lossyVisit
	said   []lossyEvent
	// nozzle wavers from fromMs until toMs.
	nozzle       int
	fromMs, toMs int64
}

type lossyVisit struct {
	cell, station, position string
	number                  int
	fromMs, toMs            int64
	value                   float64
}

type lossyEvent struct {
	kind, cell string
	ms         int64
}

// hours are those of a visit to each station, and until the next one begins.
var lossyRoute = []struct {
	station      string
	hours, until float64
}{{"stacking", 0.01, 0.2}, {"filling", 0.05, 0.5}, {"soaking", 2, 0.5}, {"formation", 3, 0.5}, {"eol", 0.1, 0}}

// lossyLineOf has made cells for so many days.
func lossyLineOf(t testing.TB, seed uint64, money bool, days int) *lossyLine {
	l := &lossyLine{plant: newPlant(t), Rand: rand.New(rand.NewPCG(seed, 5)), nozzle: 1 + int(seed)%12}
	l.fromMs = at("03-09 20:00").UnixMilli() + l.Int64N(3*3_600_000)
	l.toMs = l.fromMs + 4*3_600_000 + l.Int64N(2*3_600_000)
	for i, of := range lossyRoute {
		f := fields{"order": i + 1, "name": of.station, "item": "cell", "zone": "dry-room", "gate": of.station == "formation", "max_gap_s": 1800.0}
		if i > 0 {
			f["from_station"], f["max_hours"] = lossyRoute[i-1].station, 12.0
		}
		if money {
			f["cost_added"] = float64(i + 1)
		}
		l.planned("station,station="+of.station, f)
	}
	if money {
		l.planned("setting,name=currency", fields{"value": "EUR"})
	}
	l.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	l.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-02","name":"Filler 2","line":"line-1","station":"filling"}]`})
	l.characteristic(1, "filling", "fill_mass", "Fill mass", "suffix:g", 1, fields{"lsl": 796.0, "usl": 804.0, "monitor_against": "sisters", "route": "maintenance"})
	cell := 0
	for when := noon.Add(-time.Duration(days) * 24 * time.Hour); when.Before(noon); when = when.Add(4 * time.Minute) {
		for nozzle := 1; nozzle <= 12; nozzle++ {
			cell++
			l.make(fmt.Sprintf("C%d", cell), nozzle, when.Add(time.Duration(nozzle)*time.Second).UnixMilli())
		}
	}
	l.event("action", "equipment", "filler-02", time.UnixMilli(l.toMs).UTC().Format("01-02 15:04:05"), fields{
		"station": "filling", "equipment": "filler-02", "position": l.place(l.nozzle), "reference": "nozzle-cleaned", "event_id": "cleaned"})
	return l
}

func (l *lossyLine) place(nozzle int) string { return fmt.Sprintf("nozzle-%d", nozzle) }

// make makes a cell, which is filled at a moment.
func (l *lossyLine) make(cell string, nozzle int, filledMs int64) {
	mass := 800 + 0.1*float64(nozzle%3) + 0.8*l.NormFloat64()
	if nozzle == l.nozzle && filledMs >= l.fromMs && filledMs < l.toMs {
		mass = 800 + 4*l.NormFloat64()
	}
	position := l.place(nozzle)
	stackedMs := filledMs - int64((lossyRoute[0].until+lossyRoute[1].hours)*3.6e6)
	l.pass(cell, "stacking", "", 1, stackedMs-36_000, stackedMs, nil)
	filling := func(number int, ms int64, mass float64) {
		l.pass(cell, "filling", position, number, ms-180_000, ms, fields{"fill_mass": mass, "position": position})
	}
	filling(1, filledMs, mass)
	next := filledMs
	if mass < 796 || mass > 804 {
		if next = l.treat(cell, filledMs, filling); next == 0 {
			return
		}
	}
	for i := 2; i < len(lossyRoute); i++ {
		from := next + int64(lossyRoute[i-1].until*3.6e6)
		next = from + int64(lossyRoute[i].hours*3.6e6)
		l.pass(cell, lossyRoute[i].station, "", 1, from, next, nil)
	}
}

// treat decides about a cell out of spec, and gives from when it goes on: 0 where it does not.
func (l *lossyLine) treat(cell string, filledMs int64, filling func(number int, ms int64, mass float64)) int64 {
	switch chance := l.IntN(10); {
	case chance < 2:
		return filledMs
	case chance < 4: // it has passed soaking and the gate of formation when it is held
		l.say("hold", cell, filledMs+5*3_600_000)
		return filledMs
	case chance < 7:
		l.say("hold", cell, filledMs+20_000)
		l.say("scrap", cell, filledMs+1_800_000)
		return 0
	case chance < 9:
		l.say("hold", cell, filledMs+20_000)
		l.say("rework", cell, filledMs+1_800_000)
		filling(2, filledMs+3_600_000, 800.1)
		return filledMs + 3_600_000
	}
	l.say("hold", cell, filledMs+20_000)
	return 0
}

func (l *lossyLine) pass(cell, station, position string, number int, fromMs, toMs int64, f fields) {
	if toMs >= noon.UnixMilli() {
		return
	}
	if f == nil {
		f = fields{}
	}
	f["visit"], f["started_ms"] = number, fromMs
	value, _ := f["fill_mass"].(float64)
	l.visitAt(station, "line-1", station+"-x", cell, time.UnixMilli(toMs).UTC(), f)
	if station == "filling" {
		last := l.lines["visits"]
		last[len(last)-1] = "filling,site=de1,line=line-1,equipment=filler-02" + last[len(last)-1][len("filling,site=de1,line=line-1,equipment=filling-x"):]
	}
	l.visits = append(l.visits, lossyVisit{cell, station, position, number, fromMs, toMs, value})
}

func (l *lossyLine) say(kind, cell string, ms int64) {
	if ms >= noon.UnixMilli() {
		return
	}
	f := fields{"station": "filling", "characteristic": "fill_mass", "received_ms": ms, "event_id": kind + "-" + cell, "hold_id": "hold-" + cell}
	if kind != "hold" {
		delete(f, "hold_id")
		f["answers"] = "hold-" + cell
	}
	l.event(kind, "cell", cell, time.UnixMilli(ms).UTC().Format("01-02 15:04:05"), f)
	l.said = append(l.said, lossyEvent{kind, cell, ms})
}

// walk is the slow way: all that was stored, over and over, for one stretch of time at a place.
func (l *lossyLine) walk(position string, fromMs, toMs int64) map[string]float64 {
	out := map[string]float64{}
	all := map[string]bool{}
	for _, v := range l.visits {
		if v.station != "filling" || v.position != position || v.number != 1 || v.toMs < fromMs || v.toMs > toMs {
			continue
		}
		all[v.cell] = true
		if v.value >= 796 && v.value <= 804 {
			continue
		}
		out["out_of_spec"]++
		if first := float64(v.toMs-fromMs) / 1000; out["first_bad_s"] == 0 || first < out["first_bad_s"] {
			out["first_bad_s"] = first
		}
		held, scrapped := int64(0), false
		for _, e := range l.said {
			if e.cell == v.cell && (held == 0 || e.ms < held) {
				held = e.ms
			}
			scrapped = scrapped || e.cell == v.cell && e.kind == "scrap"
		}
		passed, visited := int64(0), map[string]bool{}
		for _, o := range l.visits {
			if o.cell != v.cell {
				continue
			}
			if o.station == "formation" || o.station == "eol" {
				if passed == 0 || o.fromMs < passed {
					passed = o.fromMs
				}
			}
			if rework := o.station == "filling" && o.number > 1; rework {
				out["reworked"]++
			} else {
				visited[o.station] = true
			}
			if scrapped || o.station == "filling" && o.number > 1 {
				out["station_hours"] += float64(o.toMs-o.fromMs) / 3.6e6
				out["cost"] += map[string]float64{"stacking": 1, "filling": 2, "soaking": 3, "formation": 4, "eol": 5}[o.station]
			}
		}
		switch {
		case held > 0 && (passed == 0 || held <= passed):
			out["caught"]++
		case passed > 0:
			out["slipped"]++
		}
		if scrapped {
			out["scrapped"]++
		}
		for _, of := range lossyRoute {
			out["end_of_line_hours"] += of.hours
		}
		out["end_of_line_cost"] += 15
	}
	out["cells"] = float64(len(all))
	return out
}
