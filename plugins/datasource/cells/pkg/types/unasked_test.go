package types_test

import (
	"strings"
	"testing"
	"time"
)

// ruledLine has rules that were made for its filling alone, and for its one site.
func ruledLine(t *testing.T) *plant {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"lsl": 796.0, "usl": 804.0, "route": "maintenance", "severity": "warning", "containment": "hold"})
	return p
}

const rulesOfFilling = `{"kinds":["unread"],"watchesAll":true,"watch":[
	{"kinds":["out-of-spec"],"stations":["filling"],"filters":[{"key":"disposition","operator":"!=|","values":["none"]}],"everyS":10},
	{"kinds":["out-of-control"],"stations":["filling"],"filters":[{"key":"route","operator":"=","value":"maintenance"}],"everyS":60},
	{"kinds":["k-of-n"],"stations":["filling"],"characteristics":["fill_mass"],"everyS":60},
	{"kinds":["silent"],"filters":[{"key":"site","operator":"=|","values":["de1"]}],"everyS":60},
	{"kinds":["unmeasured"],"filters":[{"key":"disposition","operator":"!=|","values":["none"]}],"everyS":60},
	{"kinds":["late","clock","rejected"],"everyS":60}]}`

func TestWhatAPlanHasThatCameAfterTheRulesIsUnreadByName(t *testing.T) {
	later := noon.Add(-time.Minute)
	characteristic := func(station, id string, f fields) func(p *plant) {
		f["order"], f["name"] = 2, id
		return func(p *plant) {
			p.plannedFrom(later, 2, "characteristic,station="+station+",characteristic="+id+",product=*,stratum=*", f)
		}
	}
	for fact, c := range map[string]struct {
		push         func(p *plant)
		people, rule string
	}{
		"the plan of the rules": {func(*plant) {}, "", ""},
		"a station": {func(p *plant) {
			p.plannedFrom(later, 2, "station,station=sealing", fields{"order": 2, "name": "Sealing", "item": "cell"})
		}, "out-of-control/unasked sealing", "unasked sealing"},
		"a station that holds": {func(p *plant) {
			p.plannedFrom(later, 2, "station,station=sealing", fields{"order": 2, "name": "Sealing", "item": "cell"})
			characteristic("sealing", "width", fields{"usl": 4.0, "route": "quality", "containment": "hold"})(p)
		}, "k-of-n/unasked sealing width; out-of-control/unasked sealing; out-of-control/unasked sealing width; out-of-spec/unasked sealing width", "unasked sealing"},
		"a characteristic of the same route": {
			characteristic("filling", "vacuum", fields{"usl": 8.0, "route": "maintenance", "containment": "hold"}), "k-of-n/unasked filling vacuum", "unasked filling",
		},
		"a characteristic of another route": {
			characteristic("filling", "vacuum", fields{"route": "quality", "containment": "hold"}), "out-of-control/unasked filling vacuum", "unasked filling",
		},
		"a characteristic that becomes a matter of safety": {
			characteristic("filling", "fill_mass", fields{"usl": 804.0, "route": "maintenance", "severity": "safety", "containment": "hold"}), "out-of-spec/unasked filling fill_mass", "unasked filling",
		},
		"one that is contained no more": {
			characteristic("filling", "fill_mass", fields{"usl": 804.0, "route": "maintenance", "severity": "warning", "containment": "none"}), "", "",
		},
		"a site": {func(p *plant) {
			p.plannedFrom(later, 2, "setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"},{"id":"fr1","name":"Usine"}]`})
		}, "silent/unasked filling", "unasked filling"},
	} {
		t.Run(fact, func(t *testing.T) {
			p := ruledLine(t)
			c.push(p)
			r := rulesOn(t, p)
			r.unread(rulesOfFilling, c.people)
			got, notices, err := r.ask(true, rulesOfFilling)
			if err != nil || strings.Join(got, "; ") != c.rule {
				t.Errorf("a rule is told %q, %v, want %q", got, err, c.rule)
			}
			if fact == "a site" && !strings.Contains(notices, "the plan has it at site fr1, and no rule asks for it") {
				t.Errorf("told are %q", notices)
			}
			if got, _, err := r.ask(true, strings.Replace(rulesOfFilling, `"watchesAll":true,`, "", 1)); err != nil || len(got) > 0 {
				t.Errorf("where the watch does not name all rules a rule is told %q, %v", got, err)
			}
		})
	}
}
