package record_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// cases is the folder of a case of Telegraf's, whose messages this package makes the same rows of.
const cases = "../../../../../telegraf/testcases/what-the-backend-stores-is-what-is-made-of-the-same-message"

const (
	arrivalMs = 1768478400000 // when the first message of every case arrives
	buckets   = 4096
)

func TestAnEventBecomesTheRowsThatIngestMakesOfIt(t *testing.T) {
	var got []string
	for _, line := range lines(t, cases+"/input") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		topic, payload, _ := strings.Cut(line, " ")
		event, is := eventOf(t, strings.Split(topic, "/"), payload)
		if !is {
			continue
		}
		if problem := event.Problem(); problem != "" {
			t.Errorf("%s: %s", line, problem)
		}
		event.ReceivedMs = arrivalMs
		people := record.People{Mode: plan.PersonalDataPseudonym}
		row, pointers := record.Rows(people.Keep(event), buckets)
		row.Tags["database"] = "cellthread_record"
		got = append(got, written(row))
		for _, pointer := range pointers {
			pointer.Tags["database"] = "cellthread_index"
			got = append(got, written(pointer))
		}
	}
	want := lines(t, cases+"/expected")
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("row %d: the backend makes\n%s\nand ingest\n%s", i, at(got, i), at(want, i))
		}
	}
}

// eventOf reads a message as ingest does: an alert is labels, an event is of whose topic it came at, and of the machine of that topic
// where it names none.
func eventOf(t *testing.T, topic []string, payload string) (record.Event, bool) {
	t.Helper()
	if topic[len(topic)-2] == "_alert" {
		var alert map[string]any
		unmarshal(t, payload, &alert)
		labels := map[string]string{}
		for name, v := range alert {
			if text, is := v.(string); is {
				labels[name] = text
			}
		}
		ms, _ := alert["at"].(float64)
		if moment, err := time.Parse(time.RFC3339, labels["at"]); err == nil {
			ms = float64(moment.UnixMilli())
		}
		return record.HoldOf(labels, labels["text"], int64(ms))
	}
	event := record.Event{Kind: topic[len(topic)-1], Site: topic[3]}
	unmarshal(t, payload, &event)
	event = event.Whole()
	if topic[6] == vocabulary.SourceMES {
		event.Source = vocabulary.SourceMES
		return event, true
	}
	event.Source = vocabulary.SourceMachine
	if event.Equipment == "" && event.TargetType != "station" {
		event.Equipment = topic[6]
	}
	return event, true
}

func TestWhatIsStoredIsReadAsTheTypeThatItIsStoredAs(t *testing.T) {
	metres := 12.5
	event := record.Event{
		ID: "E-1", Kind: "hold", Site: "de1", AtMs: 1768478399000, ItemID: "C-1", TargetType: "cell", TargetID: "C-1", Text: "a\n\"b\"\\",
		Author: "a", Approver: "b", Answers: []string{"H-1", "H-2"}, FromMs: 1, ToMs: 2, FromM: &metres, PassMs: 3, FormerID: "F", ReceivedMs: 4,
	}
	row, _ := record.Rows(event, buckets)
	for name, kind := range record.Fields() {
		if v, is := row.Fields[name]; is && fmt.Sprintf("%T", v) != map[string]string{"text": "string", "int": "int64", "float": "float64"}[kind.String()] {
			t.Errorf("%s is stored as %T and read as %v", name, v, kind)
		}
	}
	for name := range row.Fields {
		if _, is := record.Fields()[name]; !is {
			t.Errorf("%s is stored and not read", name)
		}
	}
}

func TestWhatOutgrowsItsPatternIsNamed(t *testing.T) {
	good := record.Event{ID: "E-1", Kind: "note", Site: "de1", AtMs: 1}
	if problem := good.Problem(); problem != "" {
		t.Fatal(problem)
	}
	for want, change := range map[string]func(*record.Event){
		"event_id is missing":    func(e *record.Event) { e.ID = "" },
		`kind "gossip"`:          func(e *record.Event) { e.Kind = "gossip" },
		`target_id "a b"`:        func(e *record.Event) { e.TargetID = "a b" },
		`station "constructor"`:  func(e *record.Event) { e.Station = "constructor" },
		`answers holds "a,b"`:    func(e *record.Event) { e.Answers = []string{"a,b"} },
		"answers names 65 holds": func(e *record.Event) { e.Answers = make([]string, 65) },
		"text has 16385 bytes":   func(e *record.Event) { e.Text = strings.Repeat("x", 16385) },
		"from_ms lies after":     func(e *record.Event) { e.FromMs, e.ToMs = 2, 1 },
		"expires_ms -1":          func(e *record.Event) { e.ExpiresMs = -1 },
	} {
		e := good
		change(&e)
		if got := e.Problem(); !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestNamesThatEveryObjectOfAReaderHasAreRefusedAsIngestRefusesThem(t *testing.T) {
	constants, err := os.ReadFile("../../../../../telegraf/processors/constants.gen.star")
	if err != nil {
		t.Fatal(err)
	}
	_, list, found := strings.Cut(string(constants), "PROTOTYPE_NAMES = ")
	if !found {
		t.Fatal("the constants of ingest list no such names")
	}
	list, _, _ = strings.Cut(list, "\n")
	var names []string
	unmarshal(t, list, &names)
	for _, name := range names {
		if record.IsIdentifier(name) {
			t.Errorf("%s names an item", name)
		}
	}
}

func TestANameOfAPersonIsStoredOnlyAsALoginAndTextOnlyWhereThePlanKeepsIt(t *testing.T) {
	said := record.Event{Text: "Zebulon was here", Author: "Zebulon Quirk", Approver: "q.lead"}
	for _, c := range []struct {
		people record.People
		want   record.Event
	}{
		{record.People{Mode: plan.PersonalDataClear}, said},
		{record.People{Mode: plan.PersonalDataPseudonym}, record.Event{Author: "unlisted", Approver: "q.lead"}},
		{record.People{Mode: plan.PersonalDataOff, FreeText: true}, record.Event{Text: said.Text, Approver: "q.lead"}},
	} {
		if got := c.people.Keep(said); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%v keeps %v, want %v", c.people, got, c.want)
		}
	}
}

func TestASealKeepsItsTextWhereWhatPeopleWriteIsNotKept(t *testing.T) {
	seal := record.Event{Kind: "seal", Text: `{"count":1}`}
	if got := (record.People{Mode: plan.PersonalDataOff}).Keep(seal); got.Text != seal.Text {
		t.Errorf("it says %q", got.Text)
	}
}

func lines(t *testing.T, of string) []string {
	t.Helper()
	text, err := os.ReadFile(of)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

func at(all []string, i int) string {
	if i < len(all) {
		return all[i]
	}
	return "nothing"
}

func unmarshal(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
}

// written is a row as the cases write it.
func written(row record.Row) string {
	tags, fields := row.Measurement, []string{}
	for _, tag := range slices.Sorted(maps.Keys(row.Tags)) {
		tags += "," + tag + "=" + row.Tags[tag]
	}
	for _, field := range slices.Sorted(maps.Keys(row.Fields)) {
		switch v := row.Fields[field].(type) {
		case string:
			fields = append(fields, fmt.Sprintf("%s=%q", field, v))
		case int64:
			fields = append(fields, fmt.Sprintf("%s=%di", field, v))
		case float64:
			fields = append(fields, field+"="+strconv.FormatFloat(v, 'f', -1, 64))
		default:
			fields = append(fields, fmt.Sprintf("%s=%v", field, v))
		}
	}
	return fmt.Sprintf("%s %s %d", tags, strings.Join(fields, ","), row.NS)
}

func TestWhatIsStoredAgainLaterOverwritesNothing(t *testing.T) {
	first := record.Event{ID: "E-1", Kind: "hold", Site: "de1", AtMs: arrivalMs, TargetType: "cell", TargetID: "C-1", ReceivedMs: arrivalMs + 1}
	later := first
	later.ReceivedMs += 4 * time.Hour.Milliseconds()
	row, pointers := record.Rows(first, buckets)
	same, _ := record.Rows(first, buckets)
	again, others := record.Rows(later, buckets)
	if row.NS != same.NS || row.NS == again.NS || row.NS/1e9 != again.NS/1e9 {
		t.Errorf("stored at %d, the same at %d, again later at %d", row.NS, same.NS, again.NS)
	}
	if pointers[0].Fields["at"] != row.NS || others[0].Fields["at"] != again.NS {
		t.Errorf("the pointers say %v and %v", pointers[0].Fields["at"], others[0].Fields["at"])
	}
}
