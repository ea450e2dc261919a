package plugin

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// mayEnter are those who may enter values, of all writersOf.
var mayEnter = []string{"an Editor", "an Admin", "a Viewer whom the settings name", "a service account", "a service account that is named"}

// weighed is a value that lacks nothing.
func weighed(cell string, more ...object) object {
	said := object{
		"site": "de1", "station": "filling", "equipment": "filler-01", "position": "nozzle-1", "item_id": cell, "values": object{"fill_mass": 799.8},
		"units": object{"fill_mass": "suffix:g"}, "timestamp_ms": noon.Add(-time.Minute).UnixMilli(), "key": "weighed/" + cell,
	}
	for _, m := range more {
		maps.Copy(said, m)
	}
	return said
}

func enter(t *testing.T, d *Datasource, user *backend.User, said object) (status int, answer string) {
	t.Helper()
	body, err := json.Marshal(said)
	if err != nil {
		t.Fatal(err)
	}
	return sendTo(t, d, user, "measurements", body, "Content-Type", "application/json")
}

func measuredIn(t *testing.T, answer string) measuredAnswer {
	t.Helper()
	var got measuredAnswer
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatalf("%s: %v", answer, err)
	}
	return got
}

func TestWhoMayEnterValuesIsToldByRightsAndDoneByTheRoute(t *testing.T) {
	d := plant(t, writable)
	i := 0
	for name, user := range writersOf() {
		i++
		may := slices.Contains(mayEnter, name)
		if _, answer := callAs(t, d, user, http.MethodGet, "rights", ""); strings.Contains(answer, `"measurements":true`) != may {
			t.Errorf("%s is told %s", name, answer)
		}
		status, answer := enter(t, d, user, weighed(fmt.Sprintf("C-%d", i)))
		if !may {
			if status != http.StatusForbidden {
				t.Errorf("%s: %d %s", name, status, answer)
			}
			continue
		}
		if e := measuredIn(t, answer).Event; status != http.StatusCreated || e.Author != user.Login || e.Kind != "entry" || e.Text != "Electrolyte fill mass 799.8 g" || e.Characteristic != "fill_mass" {
			t.Errorf("%s: %d %s", name, status, answer)
		}
	}
}

func TestAnEnteredValueIsAVisitOfItsItemLikeAnyOther(t *testing.T) {
	d := plant(t, writable)
	status, answer := enter(t, d, editor, weighed("C-1", object{"values": object{"fill_mass": 850.0}, "run_type": "production", "note": "by hand"}))
	got := measuredIn(t, answer)
	if m := got.Measurement; status != http.StatusCreated || m.Visit != 1 || m.Line != "line-1" || m.Product != "lfp-202" || m.Values[0].Rule != "above-usl" || *m.Values[0].USL != 812 {
		t.Fatalf("%d %s", status, answer)
	}
	for query, wants := range map[string]string{
		`{"queryType":"visits","station":"filling","characteristics":["fill_mass"],"filters":[{"key":"cell_id","operator":"=","value":"C-1"}]}`: `850`,
		`{"queryType":"traveler","cellId":"C-1"}`:         `850`,
		`{"queryType":"events","targets":["C-1"]}`:        `by hand`,
		`{"queryType":"signals","kinds":["out-of-spec"]}`: `C-1`,
	} {
		if told := askedFor(t, d, query); !strings.Contains(told, wants) {
			t.Errorf("%s tells %s, want …%s…", query, told, wants)
		}
	}
	status, answer = enter(t, d, editor, weighed("C-1", object{"key": "again", "timestamp_ms": noon.UnixMilli()}))
	if status != http.StatusCreated || measuredIn(t, answer).Measurement.Visit != 2 {
		t.Errorf("the next one: %d %s", status, answer)
	}
}

func askedFor(t *testing.T, d *Datasource, query string) string {
	t.Helper()
	response := askAs(t, d, query, editor)
	if response.Error != nil {
		t.Fatalf("%s: %v", query, response.Error)
	}
	out, err := json.Marshal(response.Frames)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestAnEnteredValueThatIsSentAgainIsOneRow(t *testing.T) {
	d := plant(t, writable)
	status, first := enter(t, d, editor, weighed("C-1"))
	if status != http.StatusCreated {
		t.Fatalf("%d %s", status, first)
	}
	d.source.Now = func() time.Time { return noon.Add(time.Minute) }
	again, answer := enter(t, d, editor, weighed("C-1"))
	if again != http.StatusOK || measuredIn(t, answer).Event.ReceivedMs != measuredIn(t, first).Event.ReceivedMs {
		t.Errorf("sent again: %d %s, want %s", again, answer, first)
	}
	for name, more := range map[string]object{"another value": {"values": object{"fill_mass": 799.9}}, "another cell": {"item_id": "C-2"}, "another machine": {"equipment": "filler-02"}, "another note": {"note": "by the other scale"}} {
		if status, answer := enter(t, d, editor, weighed("C-1", more)); status != http.StatusConflict {
			t.Errorf("%s under the same key: %d %s", name, status, answer)
		}
	}
	if status, answer := enter(t, d, editor, weighed("C-1", object{"key": "other"})); status != http.StatusCreated || measuredIn(t, answer).Measurement.Visit != 1 {
		t.Errorf("the same under another key: %d %s", status, answer)
	}
	var group sync.WaitGroup
	statuses := make([]int, 6)
	for i := range statuses {
		group.Go(func() { statuses[i], _ = enter(t, d, editor, weighed("C-9")) })
	}
	group.Wait()
	if slices.Sort(statuses); !slices.Equal(statuses, []int{200, 200, 200, 200, 200, 201}) {
		t.Errorf("six at once: %v", statuses)
	}
	for _, cell := range []string{"C-1", "C-9"} {
		rows := askedFor(t, d, `{"queryType":"visits","station":"filling","characteristics":["fill_mass"],"visits":"all","filters":[{"key":"cell_id","operator":"=","value":"`+cell+`"}]}`)
		if n := strings.Count(rows, `"`+cell+`"`); n != 1 {
			t.Errorf("%s has %d rows: %s", cell, n, rows)
		}
	}
}

func TestWhatThePlanDoesNotTakeIsRefusedWithASentence(t *testing.T) {
	d := plant(t, writable)
	for says, more := range map[string]object{
		"is not in the control plan, which has filling, eol":          {"station": "brewing"},
		"does not stand at station filling":                           {"equipment": "eol-01"},
		"equipment is empty; at station filling and site de1":         {"equipment": ""},
		"position nozzle-9 is none of filler-01":                      {"position": "nozzle-9"},
		"product nmc-1 is not in the control plan, which has lfp-202": {"product": "nmc-1"},
		"characteristic colour is not in the control plan of station": {"values": object{"colour": 1}, "units": nil},
		"was read in kg, the plan has it in g":                        {"units": object{"fill_mass": "kg"}},
		"units names \\\"weight\\\"":                                  {"units": object{"weight": "g"}},
		"written with a point":                                        {"values": object{"fill_mass": "799,8"}},
		"values is empty":                                             {"values": object{}, "units": nil},
		"verdict \\\"good\\\" is none of":                             {"verdict": "good"},
		"run_type \\\"fun\\\" is none of":                             {"run_type": "fun"},
		"timestamp_ms is missing":                                     {"timestamp_ms": 0},
		"s ahead":                                                     {"timestamp_ms": noon.Add(time.Hour).UnixMilli()},
		"older than the 400 days":                                     {"timestamp_ms": 1},
		"visit 10000 is none":                                         {"visit": 10000},
		"item_id is empty":                                            {"item_id": ""},
		"is not an identifier":                                        {"item_id": "C 1"},
		"places on a roll":                                            {"lane": "lane-1"},
		"badge has 65 bytes":                                          {"badge": strings.Repeat("1", 65)},
		"note has 16385 bytes":                                        {"note": strings.Repeat("x", 16385)},
		"carrier":                                                     {"carrier": "a b"},
		"no key is stated":                                            {"key": ""},
		"\\\"author\\\", which is not taken":                          {"author": "mes"},
		"site de9 is not in the control plan":                         {"site": "de9"},
	} {
		if status, answer := enter(t, d, editor, weighed("C-1", more)); status != http.StatusBadRequest || !strings.Contains(answer, says) {
			t.Errorf("%v: %d %s, want …%s…", more, status, answer, says)
		}
	}
	body, _ := json.Marshal(weighed("C-1"))
	for name, c := range map[string]struct {
		headers []string
		status  int
	}{
		"text":           {[]string{"Content-Type", "text/plain"}, 415},
		"from elsewhere": {[]string{"Content-Type", "application/json", "Sec-Fetch-Site", "cross-site"}, 403},
	} {
		if status, answer := sendTo(t, d, editor, "measurements", body, c.headers...); status != c.status {
			t.Errorf("%s: %d %s", name, status, answer)
		}
	}
}

func TestABadgeIsStoredBesideTheLoginAndANameOnlyAsThePlanSays(t *testing.T) {
	d := plant(t, writable)
	for badge, stored := range map[string]string{"op-07": "op-07", "4711": "4711", "Zebulon": "unlisted"} {
		if _, answer := enter(t, d, editor, weighed("C-"+badge, object{"badge": badge})); measuredIn(t, answer).Event.Badge != stored || measuredIn(t, answer).Event.Author != "editor" {
			t.Errorf("%s: %s", badge, answer)
		}
		if _, answer := post(t, d, editor, about("note", "C-"+badge, object{"badge": badge})); storedIn(t, answer).Badge != stored {
			t.Errorf("%s: %s", badge, answer)
		}
	}
	if status, answer := enter(t, d, askers["a Viewer"].user, weighed("C-1", object{"badge": "4711"})); status != http.StatusForbidden {
		t.Errorf("a badge allows: %d %s", status, answer)
	}
}

func TestTheFormListsWhatMayBeEnteredWithTheLimitsOfTheItemsProduct(t *testing.T) {
	d := plant(t, writable)
	status, answer := call(t, d, http.MethodGet, "measurements?item_id=0EPCB1LFP0202AGB50000017", "")
	var form entryForm
	if err := json.Unmarshal([]byte(answer), &form); err != nil || status != http.StatusOK {
		t.Fatalf("%d %s", status, answer)
	}
	filling := form.Stations[0]
	if !form.Item.Known || form.Item.Product != "lfp-202" || form.Item.Stations[0] != "filling" || filling.Machines["de1"][0].Positions[1] != "nozzle-2" || *filling.Characteristics[0].USL != 812 {
		t.Errorf("%s", answer)
	}
	if _, answer := call(t, d, http.MethodGet, "measurements?item_id=C-NEVER", ""); !strings.Contains(answer, `"known":false`) {
		t.Errorf("%s", answer)
	}
}
