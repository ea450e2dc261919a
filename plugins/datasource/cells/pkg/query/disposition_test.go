package query

import "testing"

func TestAnItemIsHeldWhileAnyHoldIsOpen(t *testing.T) {
	hold := func(ms int64, id string) *occurrence {
		return &occurrence{ms: ms, kind: "hold", id: "event-" + id, holdID: id}
	}
	says := func(ms int64, kind string, answers ...string) *occurrence {
		return &occurrence{ms: ms, kind: kind, answers: answers}
	}
	expiring := hold(1, "H1")
	expiring.expiresMs = 50
	unnamed := &occurrence{ms: 1, kind: "hold", id: "event-1"}
	for name, c := range map[string]struct {
		events []*occurrence
		want   string
	}{
		"nothing was decided":                          {nil, ""},
		"a note decides nothing":                       {[]*occurrence{says(1, "note")}, ""},
		"a hold":                                       {[]*occurrence{hold(1, "H1")}, "hold"},
		"a release that answers it":                    {[]*occurrence{hold(1, "H1"), says(2, "release", "H1")}, "release"},
		"a release that answers another":               {[]*occurrence{hold(1, "H1"), says(2, "release", "H2")}, "hold"},
		"a release that answers none":                  {[]*occurrence{hold(1, "H1"), says(2, "release")}, "hold"},
		"one of two answered":                          {[]*occurrence{hold(1, "H1"), hold(2, "H2"), says(3, "release", "H1")}, "hold"},
		"both answered at once":                        {[]*occurrence{hold(1, "H1"), hold(2, "H2"), says(3, "scrap", "H1", "H2")}, "scrap"},
		"the newest decision counts":                   {[]*occurrence{hold(1, "H1"), says(2, "rework", "H1"), says(3, "release")}, "release"},
		"an expired hold":                              {[]*occurrence{expiring}, ""},
		"a hold without an ID answered by its event":   {[]*occurrence{unnamed, says(2, "release", "event-1")}, "release"},
		"a release that arrived with an earlier stamp": {[]*occurrence{says(0, "release", "H1"), hold(1, "H1")}, "release"},
	} {
		if got := disposition(c.events, 100); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestADecisionAboutAMachineOrCarrierHoldsForTheItemsThatWereThere(t *testing.T) {
	carried := func(ms int64, tray string) *edge {
		return &edge{ns: ms * 1e6, relation: "carried_by", child: "A1", parent: tray}
	}
	item := &traveler{id: "A1", edges: []*edge{carried(100, "T1"), carried(200, "T2"), {relation: "cut_from", child: "A1", parent: "R1"}}}
	targets := item.related(nil)
	for name, c := range map[string]struct {
		event occurrence
		want  bool
	}{
		"material, at any time":                {occurrence{target: "R1", ms: 900}, true},
		"the tray it lay in then":              {occurrence{target: "T1", ms: 150}, true},
		"the tray it had left":                 {occurrence{target: "T1", ms: 250}, false},
		"a tray it came into later":            {occurrence{target: "T2", ms: 150}, true},
		"a tray it came into after the window": {occurrence{target: "T2", ms: 150, fromMs: 140, toMs: 160}, false},
	} {
		if got := item.concerns(&c.event, nil, targets); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
