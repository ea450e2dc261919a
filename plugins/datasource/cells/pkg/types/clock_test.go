package types_test

import (
	"strings"
	"testing"
	"time"
)

func TestAMachineWhoseRecordsArriveFarFromTheirTimeIsASignal(t *testing.T) {
	year := 365 * 24 * time.Hour
	for name, c := range map[string]struct {
		late  time.Duration
		extra fields
		want  string
	}{
		"a year behind":                       {year, fields{}, "site=de1 line=line-1 station=filling equipment=filler-02 kind=clock rule=behind"},
		"two minutes ahead":                   {-2 * time.Minute, fields{}, "site=de1 line=line-1 station=filling equipment=filler-02 kind=clock rule=ahead"},
		"some minutes late":                   {50 * time.Minute, fields{}, ""},
		"some seconds ahead":                  {-30 * time.Second, fields{}, ""},
		"a year late and told as history":     {year, fields{"history": true}, ""},
		"a year late and not told as history": {year, fields{"history": false}, "site=de1 line=line-1 station=filling equipment=filler-02 kind=clock rule=behind"},
	} {
		t.Run(name, func(t *testing.T) {
			p := smallLine(t)
			arrived := noon.Add(-2 * time.Minute)
			when := arrived.Add(-c.late)
			c.extra["fill_mass"], c.extra["received_ms"] = 820.0, arrived.UnixMilli()
			p.visitAt("filling", "line-1", "filler-02", "LATE", when, c.extra)
			p.row("visits", "arrival,site=de1,station=filling,slot=1", fields{"minute": when.Unix() / 60}, arrived.UnixNano())
			env := p.env()
			rows, _, err := askSignals(t, env, 15*time.Minute, `{"kinds":["clock"]}`)
			if got := strings.Join(rows, "; "); err != nil || !strings.HasPrefix(got, c.want) || (c.want == "") != (got == "") {
				t.Errorf("%q %v, want %q", got, err, c.want)
			}
			judged, _, err := askSignals(t, env, 15*time.Minute, `{"kinds":["out-of-spec"]}`)
			if err != nil || len(judged) != 1 {
				t.Errorf("the cell is not judged: %q %v", judged, err)
			}
		})
	}
}
