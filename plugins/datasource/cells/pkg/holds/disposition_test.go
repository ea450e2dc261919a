package holds

import "testing"

func TestAnItemIsHeldWhileAnyHoldIsOpen(t *testing.T) {
	hold := func(ms int64, id string) *Occurrence {
		return &Occurrence{MS: ms, Kind: "hold", ID: "event-" + id, HoldID: id}
	}
	says := func(ms int64, kind string, answers ...string) *Occurrence {
		return &Occurrence{MS: ms, Kind: kind, answers: answers}
	}
	expiring := hold(1, "H1")
	expiring.expiresMs = 50
	unnamed := &Occurrence{MS: 1, Kind: "hold", ID: "event-1"}
	for name, c := range map[string]struct {
		events []*Occurrence
		want   string
	}{
		"nothing was decided":                          {nil, ""},
		"a note decides nothing":                       {[]*Occurrence{says(1, "note")}, ""},
		"a hold":                                       {[]*Occurrence{hold(1, "H1")}, "hold"},
		"a release that answers it":                    {[]*Occurrence{hold(1, "H1"), says(2, "release", "H1")}, "release"},
		"a release that answers another":               {[]*Occurrence{hold(1, "H1"), says(2, "release", "H2")}, "hold"},
		"a release that answers none":                  {[]*Occurrence{hold(1, "H1"), says(2, "release")}, "hold"},
		"one of two answered":                          {[]*Occurrence{hold(1, "H1"), hold(2, "H2"), says(3, "release", "H1")}, "hold"},
		"both answered at once":                        {[]*Occurrence{hold(1, "H1"), hold(2, "H2"), says(3, "scrap", "H1", "H2")}, "scrap"},
		"the newest decision counts":                   {[]*Occurrence{hold(1, "H1"), says(2, "rework", "H1"), says(3, "release")}, "release"},
		"an expired hold":                              {[]*Occurrence{expiring}, ""},
		"a hold without an ID answered by its event":   {[]*Occurrence{unnamed, says(2, "release", "event-1")}, "release"},
		"a release that arrived with an earlier stamp": {[]*Occurrence{says(0, "release", "H1"), hold(1, "H1")}, "release"},
	} {
		if got := Disposition(c.events, 100); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
