package plugin

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// mayStore is what askers may store, beside those who may nothing.
var mayStore = map[string][]string{
	"an Editor":                         allKinds,
	"an Admin":                          allKinds,
	"a Viewer whom the settings name":   allKinds,
	"a service account":                 {"note", "hold"},
	"a service account that is named":   {"note", "hold"},
	"a service account that only looks": {},
}

var allKinds = []string{"note", "hold", "release", "rework", "scrap", "use-as-is", "downgrade", "inspect", "acknowledge", "cause", "action", "void", "pause", "request-adjust"}

const writable = `,"writeUser":"writer","actionLogins":["shift.lead","sa-1-gate"]`

var editor, admin = &backend.User{Login: "editor", Role: "Editor"}, &backend.User{Login: "admin", Role: "Admin"}

// writersOf are all askers: those of the doors that read, and those whom the settings name.
func writersOf() map[string]*backend.User {
	all := map[string]*backend.User{
		"a Viewer whom the settings name":   {Login: "shift.lead", Role: "Viewer"},
		"a service account that is named":   {Login: "sa-1-gate", Role: "Viewer"},
		"a service account that only looks": {Login: "sa-1-eye", Role: "Viewer"},
	}
	for name, asker := range askers {
		all[name] = asker.user
	}
	return all
}

type object = map[string]any

// post sends an event as a user, under a key of its own unless it states one.
func post(t *testing.T, d *Datasource, user *backend.User, event object, headers ...string) (status int, answer string) {
	t.Helper()
	body, err := json.Marshal(event)
	if err != nil {
		t.Fatal(err)
	}
	return send(t, d, user, body, append([]string{"Content-Type", "application/json"}, headers...)...)
}

func send(t *testing.T, d *Datasource, user *backend.User, body []byte, headers ...string) (status int, answer string) {
	t.Helper()
	return sendTo(t, d, user, "events", body, headers...)
}

func sendTo(t *testing.T, d *Datasource, user *backend.User, path string, body []byte, headers ...string) (status int, answer string) {
	t.Helper()
	request := &backend.CallResourceRequest{
		PluginContext: backend.PluginContext{User: user}, Method: http.MethodPost, Path: path, URL: path, Body: body, Headers: map[string][]string{},
	}
	for pair := range slices.Chunk(headers, 2) {
		request.Headers[pair[0]] = []string{pair[1]}
	}
	sender := backend.CallResourceResponseSenderFunc(func(r *backend.CallResourceResponse) error {
		status, answer = max(status, r.Status), answer+string(r.Body)
		return nil
	})
	if err := d.CallResource(context.WithoutCancel(t.Context()), request, sender); err != nil {
		t.Fatal(err)
	}
	return status, strings.TrimSpace(answer)
}

// about is an event of a kind that lacks nothing.
func about(kind, cell string, more ...object) object {
	event := object{"kind": kind, "site": "de1", "target_type": "cell", "target_id": cell, "text": "why", "key": kind + "/" + cell}
	switch kind {
	case "void":
		event["station"] = "filling"
	case "request-adjust":
		event["characteristic"], event["amount"] = "fill_mass", 1.5
		fallthrough
	case "pause":
		event["target_type"], event["target_id"] = "equipment", "filler-01"
	}
	for _, m := range more {
		maps.Copy(event, m)
	}
	return event
}

// placed places a hold and gives its hold_id.
func placed(t *testing.T, d *Datasource, cell string, more ...object) string {
	t.Helper()
	status, answer := post(t, d, admin, about("hold", cell, more...))
	if status != http.StatusCreated {
		t.Fatalf("placing a hold: %d %s", status, answer)
	}
	return storedIn(t, answer).HoldID
}

func storedIn(t *testing.T, answer string) record.Event {
	t.Helper()
	var got storedAnswer
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatalf("%s: %v", answer, err)
	}
	return got.Event
}

func TestWhoMayStoreWhatIsToldByRightsAndDoneByEveryRoute(t *testing.T) {
	d := plant(t, writable)
	i := 0
	for name, user := range writersOf() {
		want := mayStore[name]
		_, answer := callAs(t, d, user, http.MethodGet, "rights", "")
		var told rights
		if err := json.Unmarshal([]byte(answer), &told); err != nil || !slices.Equal(told.Kinds, want) && len(told.Kinds)+len(want) > 0 {
			t.Errorf("%s is told %s, want %v", name, answer, want)
		}
		if (told.Why == "") != (len(want) > 0) {
			t.Errorf("%s is told why: %q", name, told.Why)
		}
		for _, kind := range allKinds {
			i++
			cell := fmt.Sprintf("C-%d", i)
			event := about(kind, cell)
			if kind == "release" {
				event["answers"] = []string{placed(t, d, cell)}
			}
			status, answer := post(t, d, user, event)
			if slices.Contains(want, kind) {
				if e := storedIn(t, answer); status != http.StatusCreated || e.Author != user.Login || e.Source != "person" || e.AtMs != noon.UnixMilli() || e.ReceivedMs != noon.UnixMilli() || e.Text != "why" || e.ItemID != cell && e.Equipment != "filler-01" {
					t.Errorf("%s, %s: %d %s", name, kind, status, answer)
				}
			} else if status != http.StatusForbidden || !strings.Contains(answer, `"message"`) {
				t.Errorf("%s, %s: %d %s, want a refusal", name, kind, status, answer)
			}
		}
	}
	if event := askAs(t, d, `{"queryType":"events","targets":["C-1"]}`, editor); event.Error != nil {
		t.Error(event.Error)
	}
}

func TestWhatIsSentAgainUnderItsKeyIsStoredOnce(t *testing.T) {
	d := plant(t, writable)
	event := about("note", "C-1")
	status, first := post(t, d, editor, event)
	if status != http.StatusCreated {
		t.Fatalf("%d %s", status, first)
	}
	d.source.Now = func() time.Time { return noon.Add(time.Minute) }
	for name, headers := range map[string][]string{"by the body": nil, "by the header as well": {"Idempotency-Key", "note/C-1"}} {
		if status, again := post(t, d, editor, event, headers...); status != http.StatusOK || again != first {
			t.Errorf("%s: %d %s, want %s", name, status, again, first)
		}
	}
	for name, more := range map[string]object{"another text": {"text": "for another reason"}, "another cell": {"target_id": "C-2"}, "another kind": {"kind": "hold"}} {
		if status, answer := post(t, d, editor, about("note", "C-1", more)); status != http.StatusConflict {
			t.Errorf("%s under the same key: %d %s", name, status, answer)
		}
	}
	if status, answer := post(t, d, admin, event); status != http.StatusCreated || storedIn(t, answer).Author != "admin" {
		t.Errorf("the same key of another login: %d %s", status, answer)
	}
}

func TestADecisionAnswersOpenHoldsOfItsTargetOnly(t *testing.T) {
	d := plant(t, writable)
	hold, other := placed(t, d, "C-1"), placed(t, d, "C-2")
	const expiring = "hold-by-plan"
	byPlan := record.Event{ID: expiring, Kind: "hold", HoldID: expiring, Site: "de1", AtMs: noon.UnixMilli(), ReceivedMs: noon.UnixMilli(), ExpiresMs: noon.Add(time.Hour).UnixMilli(), TargetType: "cell", TargetID: "C-3", Source: "cellthread", Text: "out of spec"}
	if err := d.ledger.StoreMany(t.Context(), []record.Event{byPlan.Whole()}); err != nil {
		t.Fatal(err)
	}
	release := func(cell, key string, answers ...string) (int, string) {
		return post(t, d, editor, about("release", cell, object{"key": key, "answers": answers}))
	}
	for name, c := range map[string]struct {
		cell    string
		answers []string
		status  int
		says    string
	}{
		"of no hold":              {"C-1", nil, http.StatusBadRequest, "answers is empty"},
		"of a hold that is not":   {"C-1", []string{"hold-x"}, http.StatusNotFound, "no hold hold-x is placed on C-1"},
		"of another cell's hold":  {"C-1", []string{hold, other}, http.StatusNotFound, "no hold " + other},
		"of something impossible": {"C-1", []string{"a b"}, http.StatusBadRequest, `answers holds \"a b\"`},
	} {
		if status, answer := release(c.cell, strings.ReplaceAll(name, " ", "-"), c.answers...); status != c.status || !strings.Contains(answer, c.says) {
			t.Errorf("a release %s: %d %s", name, status, answer)
		}
	}
	lot := placed(t, d, "EL-1", object{"target_type": "lot"})
	freed := about("release", "C-9", object{"answers": []string{lot}, "answers_of": "EL-1"})
	if status, answer := post(t, d, editor, freed); status != http.StatusCreated || storedIn(t, answer).TargetID != "C-9" {
		t.Errorf("a release of a cell of a held lot: %d %s", status, answer)
	}
	if status, answer := post(t, d, editor, about("release", "EL-1", object{"target_type": "lot", "answers": []string{lot}})); status != http.StatusCreated {
		t.Errorf("a release of the lot afterwards: %d %s", status, answer)
	}
	freed["key"], freed["target_id"] = "late", "C-8"
	if status, answer := post(t, d, editor, freed); status != http.StatusConflict {
		t.Errorf("a release of a cell of a released lot: %d %s", status, answer)
	}
	roll := placed(t, d, "SR-1", object{"target_type": "roll", "from_m": 10, "to_m": 50})
	part := about("release", "SR-1", object{"target_type": "roll", "from_m": 10, "to_m": 20, "answers": []string{roll}})
	if status, answer := post(t, d, editor, part); status != http.StatusBadRequest || !strings.Contains(answer, "about less than hold") {
		t.Errorf("a release of a part: %d %s", status, answer)
	}
	if status, answer := release("C-1", "r1", hold); status != http.StatusCreated {
		t.Fatalf("%d %s", status, answer)
	}
	if status, answer := release("C-1", "r2", hold); status != http.StatusConflict || !strings.Contains(answer, "release by editor at 2026-03-10T12:00:00Z") {
		t.Errorf("a second release: %d %s", status, answer)
	}
	if status, answer := release("C-1", "r1", hold); status != http.StatusOK {
		t.Errorf("the first release sent again: %d %s", status, answer)
	}
	d.source.Now = func() time.Time { return noon.Add(2 * time.Hour) }
	if status, answer := release("C-3", "r3", expiring); status != http.StatusConflict || !strings.Contains(answer, "it expired at 2026-03-10T13:00:00Z") {
		t.Errorf("a release of an expired hold: %d %s", status, answer)
	}
}

func TestWhatIsNoEventOfOursIsRefusedWithASentence(t *testing.T) {
	d := plant(t, writable)
	good, err := json.Marshal(about("note", "C-1"))
	if err != nil {
		t.Fatal(err)
	}
	asJSON := []string{"Content-Type", "application/json; charset=utf-8"}
	for name, c := range map[string]struct {
		body    []byte
		headers []string
		status  int
		says    string
	}{
		"text":             {good, []string{"Content-Type", "text/plain"}, 415, "send it as application/json"},
		"a form":           {good, []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, "application/json"},
		"without a type":   {good, nil, 415, "application/json"},
		"from elsewhere":   {good, append(asJSON, "Sec-Fetch-Site", "cross-site"), 403, "not this Grafana's"},
		"from a neighbour": {good, append(asJSON, "Sec-Fetch-Site", "same-site"), 403, "not this Grafana's"},
		"in small letters": {good, []string{"content-type", "application/json", "sec-fetch-site", "cross-site"}, 403, "not this Grafana's"},
		"nothing":          {nil, asJSON, 400, "the body is empty"},
		"a list":           {[]byte("[]"), asJSON, 400, "not a JSON object"},
		"two":              {slices.Concat(good, good), asJSON, 400, "more than one"},
		"very large":       {bytes.Repeat([]byte(" "), 70_000), asJSON, 413, "65536 bytes"},
		"two keys":         {good, append(asJSON, "Idempotency-Key", "other"), 400, "differ"},
	} {
		if status, answer := send(t, d, editor, c.body, c.headers...); status != c.status || !strings.Contains(answer, c.says) {
			t.Errorf("%s: %d %s", name, status, answer)
		}
	}
	for says, event := range map[string]object{
		`\"author\", which is not taken`:              {"author": "mes"},
		`\"timestamp_ms\", which is not taken`:        {"timestamp_ms": 1},
		"none that can be said here":                  {"kind": "maintenance"},
		"text is empty":                               {"text": " "},
		"target_id is empty":                          {"kind": "hold", "target_id": ""},
		"target_type":                                 {"target_type": "planet"},
		"site is empty":                               {"site": ""},
		"not in the control plan, which has de1, de2": {"site": "de9"},
		`target_id \"a b\"`:                           {"target_id": "a b"},
		"only where the plan says so":                 {"kind": "hold", "expires_ms": noon.Add(time.Hour).UnixMilli()},
		"from_ms lies after":                          {"from_ms": 2, "to_ms": 1},
		`disposition \"scrap\"`:                       {"kind": "hold", "disposition": "scrap"},
		"from when to when":                           {"kind": "void"},
		"no key is stated":                            {"key": ""},
	} {
		if status, answer := post(t, d, editor, about("note", "C-1", event)); status != http.StatusBadRequest || !strings.Contains(answer, says) {
			t.Errorf("%v: %d %s, want …%s…", event, status, answer, says)
		}
	}
}

func TestADatasourceOfOneSiteStoresNothingOfAnother(t *testing.T) {
	d := plant(t, writable+`,"sites":["de2"]`)
	if status, answer := post(t, d, admin, about("note", "C-1")); status != http.StatusForbidden || !strings.Contains(answer, "of the sites de2 alone") {
		t.Errorf("another site: %d %s", status, answer)
	}
	if status, answer := post(t, d, admin, about("note", "C-1", object{"site": ""})); status != http.StatusCreated || storedIn(t, answer).Site != "de2" {
		t.Errorf("no site: %d %s", status, answer)
	}
}

func TestWherePersonalDataAreOffTheTextIsNotStoredAndItIsSaid(t *testing.T) {
	d := plant(t, writable+`,"personalData":"off"`)
	status, answer := post(t, d, admin, about("hold", "C-1"))
	if e := storedIn(t, answer); status != http.StatusCreated || e.Text != "" || e.Author != "admin" || !strings.Contains(answer, "keep_free_text") {
		t.Errorf("%d %s", status, answer)
	}
	if status, answer := post(t, d, admin, about("hold", "C-1")); status != http.StatusOK {
		t.Errorf("the same again: %d %s", status, answer)
	}
}

func TestWithoutALoginToWriteNothingIsStoredAndItIsSaidWhatLacks(t *testing.T) {
	for jsonData, lacks := range map[string]string{"": "writeUser", `,"authentication":"basic","user":"reader","writeUser":"writer"`: "writePassword", `,"authentication":"token"`: "writePassword"} {
		d := open(t, server.URL, `{"databasePrefix":"nowhere_"`+jsonData+`}`)
		if status, answer := post(t, d, admin, about("note", "C-1")); status != http.StatusNotImplemented || !strings.Contains(answer, "its settings lack "+lacks) || !strings.Contains(answer, "nowhere_record and nowhere_index") {
			t.Errorf("%s: %d %s", jsonData, status, answer)
		}
		if _, answer := callAs(t, d, admin, http.MethodGet, "rights", ""); !strings.Contains(answer, `"kinds":[]`) || !strings.Contains(answer, lacks) {
			t.Errorf("%s: rights %s", jsonData, answer)
		}
	}
}

func TestWhatTheDatabaseDoesNotTakeIsToldAsNotStored(t *testing.T) {
	d := plant(t, writable)
	d.source.Databases.Index = "nowhere"
	status, answer := post(t, d, admin, about("note", "C-1"))
	if status != http.StatusBadGateway || !strings.Contains(answer, "did not store in database nowhere") || !strings.Contains(answer, "Create it") || !strings.Contains(answer, "with the same key") {
		t.Errorf("%d %s", status, answer)
	}
}
