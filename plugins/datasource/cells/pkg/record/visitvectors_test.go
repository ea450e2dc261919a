package record_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// entered is a case of Telegraf's, whose messages become the same rows here.
const entered = "../../../../../telegraf/testcases/a-value-entered-by-hand-is-what-is-made-of-the-same-message/"

// seconds are the stations of the case whose times are whole seconds, worksOn those that work on no cell.
var (
	seconds = map[string]string{"soaking": "s", "mixing": "s"}
	worksOn = map[string]string{"soaking": "tray", "mixing": "batch", "coating": "roll", "filling": "cell"}
)

func TestAValueEnteredByHandBecomesTheRowsThatIngestMakesOfTheSameMessage(t *testing.T) {
	var got []string
	people := record.People{Mode: plan.PersonalDataPseudonym}
	arrivals := map[string]bool{} // which ingest tells once a second
	for _, line := range lines(t, entered+"input") {
		topic, payload, _ := strings.Cut(line, " ")
		if strings.HasPrefix(topic, "#") {
			continue
		}
		v := visitOf(t, strings.Split(topic, "/"), payload)
		kept := people.KeepVisit(v)
		row, pointer, arrival := record.VisitRows(kept, buckets)
		for of, into := range map[string]record.Row{"visits": row, "index": pointer} {
			into.Tags["database"] = "cellthread_" + of
		}
		arrival.Tags["database"], arrival.NS = "cellthread_visits", arrivalMs*1e6
		got, arrivals[written(arrival)] = append(got, written(row), written(pointer)), true
		if note, is := v.NoteOf(kept.Operator); is {
			event, pointers := record.Rows(people.Keep(note), buckets)
			event.Tags["database"] = "cellthread_record"
			got = append(got, written(event))
			for _, pointer := range pointers {
				pointer.Tags["database"] = "cellthread_index"
				got = append(got, written(pointer))
			}
		}
	}
	told := map[string]bool{}
	want := slices.DeleteFunc(lines(t, entered+"expected"), func(line string) bool {
		is := strings.HasPrefix(line, "arrival,")
		if is {
			told[line] = true
		}
		return is
	})
	if !maps.Equal(arrivals, told) {
		t.Errorf("the backend tells the arrivals %v, ingest %v", arrivals, told)
	}
	for i := range max(len(got), len(want)) {
		if at(got, i) != at(want, i) {
			t.Fatalf("row %d: the backend makes\n%s\nand ingest\n%s", i, at(got, i), at(want, i))
		}
	}
}

// visitOf reads a message as ingest does.
func visitOf(t *testing.T, topic []string, payload string) record.Visit {
	t.Helper()
	var body struct {
		CellID      string             `json:"cell_id"`
		ItemID      string             `json:"item_id"`
		TimestampMs int64              `json:"timestamp_ms"`
		StartedMs   int64              `json:"started_ms"`
		Visit       int64              `json:"visit"`
		Verdict     string             `json:"verdict"`
		Product     string             `json:"product"`
		RunType     string             `json:"run_type"`
		Position    string             `json:"position"`
		Slot        string             `json:"slot"`
		Carrier     string             `json:"carrier"`
		Lane        string             `json:"lane"`
		Operator    string             `json:"operator"`
		FromM       *float64           `json:"from_m"`
		ToM         *float64           `json:"to_m"`
		Note        string             `json:"note"`
		Lots        map[string]string  `json:"lots"`
		Values      map[string]float64 `json:"values"`
	}
	if err := json.Unmarshal([]byte(payload), &body); err != nil {
		t.Fatalf("%s: %v", payload, err)
	}
	station := topic[len(topic)-1]
	v := record.Visit{
		Station: station, Item: body.CellID + body.ItemID, WorksOn: worksOn[station], Resolution: seconds[station],
		Site: topic[3], Line: topic[5], Equipment: topic[6], Product: body.Product, Number: body.Visit, Verdict: body.Verdict, RunType: body.RunType,
		Position: body.Position, Slot: body.Slot, Carrier: body.Carrier, Lane: body.Lane, Operator: body.Operator, FromM: body.FromM, ToM: body.ToM,
		SourceMs: body.TimestampMs, StartedMs: body.StartedMs, ReceivedMs: arrivalMs, Lots: body.Lots, Note: body.Note, Values: map[string]any{},
	}
	for name, value := range body.Values {
		v.Values[name] = value
	}
	return v
}
