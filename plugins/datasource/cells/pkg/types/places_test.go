package types_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestATravelerBringsTheNamesOfThePlacesThatItsRecordNamesAndOfNoOthers(t *testing.T) {
	p := passLine(t, false)
	p.planned("setting,name=products", fields{"value": `[{"id":"lfp-202","name":"LFP 202 Ah"}]`})
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Salzgitter","lines":["line-1","line-2"],"line_names":{"line-1":"Line 1","line-2":"Line 2"}},{"id":"de2","name":"Emden"}]`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-01","name":"Filler 1","line":"line-1","station":"filling"},{"id":"filler-02","line":"line-1","station":"filling"},{"id":"filler-03","name":"Filler 3","line":"line-2","station":"filling"}]`})
	p.filled("filler-01", "A1", "03-10 10:00", "ok", 800, fields{})
	p.filled("filler-02", "A1", "03-10 10:05", "ok", 800, fields{"visit": 2})
	frame := ask(t, p.env(), `{"queryType":"traveler","cellId":"A1","parts":["header"]}`)[0]
	got, err := json.Marshal(frame.Meta.Custom)
	if want := `{"stations":{"filling":"Filling"},"sites":{"de1":"Salzgitter"},"lines":{"line-1":"Line 1"},"equipment":{"filler-01":"Filler 1"},"products":{"lfp-202":"LFP 202 Ah"}}`; err != nil || string(got) != want {
		t.Errorf("%v\n got %s\nwant %s", err, got, want)
	}
}

func TestAStationThatMayPauseForDaysIsSilentOnceItPausesForLonger(t *testing.T) {
	for pause, want := range map[time.Duration]int{36 * time.Hour: 0, 60 * time.Hour: 1, 200 * time.Hour: 1} {
		t.Run(pause.String(), func(t *testing.T) {
			p := newPlant(t)
			p.planned("setting,name=buckets", fields{"value": "4096"})
			p.planned("station,station=filling", fields{"order": 1, "name": "Filling", "item": "cell", "equipment": "filler-01", "max_gap_s": 48 * 3600.0})
			p.visitAt("filling", "line-1", "filler-01", "A1", noon.Add(-pause), fields{"fill_mass": 800.0})
			p.row("visits", "equipment_state,site=de1,line=line-1,equipment=filler-01", fields{"state": "running"}, noon.Add(-time.Hour).UnixNano())
			frames, err := p.env().Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}}, "signals", []byte(`{"kinds":["silent"]}`))
			if err != nil {
				t.Fatal(err)
			}
			if got := frames[0].Rows(); got != want {
				t.Errorf("after a pause of %s where two days are allowed: %d signals, want %d", pause, got, want)
			}
		})
	}
}
