package plugin

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/commands"
)

func TestAMachineIsAskedOnlyForWhatThePlanAllowsAndForSeconds(t *testing.T) {
	d := plant(t, writable)
	in := func(seconds int) int64 { return noon.Add(time.Duration(seconds) * time.Second).UnixMilli() }
	for says, c := range map[string]struct {
		kind string
		more object
	}{
		"does not let anybody ask filler-02 to pause":                              {"pause", object{"target_id": "filler-02"}},
		"is none at site de1":                                                      {"pause", object{"target_id": "filler-51"}},
		"is none at site de1 ":                                                     {"pause", object{"target_type": "cell", "target_id": "C-1"}},
		"has no position nozzle-9":                                                 {"pause", object{"position": "nozzle-9"}},
		"amount is taken of a request-adjust only":                                 {"pause", object{"amount": 1}},
		"does not let anybody ask filler-01 to adjust \\\"fill_vacuum":             {"request-adjust", object{"characteristic": "fill_vacuum"}},
		"amount is missing":                                                        {"request-adjust", object{"amount": nil}},
		"amount is missing ":                                                       {"request-adjust", object{"amount": 0}},
		"outside what the control plan allows":                                     {"request-adjust", object{"amount": 2.5}},
		"outside what the control plan allows for fill_mass at filler-01: -3 to 2": {"request-adjust", object{"amount": -3.1}},
		"more than 30s ahead":                                                      {"pause", object{"expires_ms": in(31)}},
		"expires_ms lies in the past":                                              {"pause", object{"expires_ms": in(-1)}},
		"text is empty; say why":                                                   {"pause", object{"text": ""}},
	} {
		if status, answer := post(t, d, admin, about(c.kind, "", c.more)); status != http.StatusBadRequest || !strings.Contains(answer, strings.TrimSpace(says)) {
			t.Errorf("%s: %d %s", says, status, answer)
		}
	}
	status, answer := post(t, d, editor, about("pause", "", object{"expires_ms": in(30)}))
	if e := storedIn(t, answer); status != http.StatusCreated || e.ExpiresMs != in(30) || e.Station != "filling" || e.Equipment != "filler-01" {
		t.Errorf("%d %s", status, answer)
	}
}

func TestWhatWasAskedIsAskedOnceAndItsAnswerIsTold(t *testing.T) {
	d := plant(t, writable)
	request := about("request-adjust", "", object{"amount": -2, "position": "nozzle-2"})
	status, answer := post(t, d, editor, request)
	e := storedIn(t, answer)
	if status != http.StatusCreated || e.ExpiresMs != noon.Add(commands.RequestFor).UnixMilli() || e.Amount == nil || *e.Amount != -2 {
		t.Fatalf("%d %s", status, answer)
	}
	d.source.Now = func() time.Time { return noon.Add(3 * time.Second) }
	if status, again := post(t, d, editor, request); status != http.StatusOK || again != answer {
		t.Errorf("sent again: %d %s", status, again)
	}
	state := func(want commands.RequestState) {
		t.Helper()
		var got commands.RequestAnswer
		status, answer := callAs(t, d, editor, http.MethodGet, "requests/"+e.ID+"?target=filler-01", "")
		if err := json.Unmarshal([]byte(answer), &got); err != nil || status != http.StatusOK || got.State != want {
			t.Errorf("%d %s, want %s", status, answer, want)
		}
	}
	state(commands.Waiting)
	if _, err := d.ledger.Store(t.Context(), commands.Requested(e, noon.UnixMilli()), nil); err != nil {
		t.Fatal(err)
	}
	state(commands.Asked)
	d.source.Now = func() time.Time { return noon.Add(time.Minute) }
	state(commands.Unanswered)
	if status, answer := callAs(t, d, editor, http.MethodGet, "requests/event-0?target=filler-01", ""); status != http.StatusNotFound {
		t.Errorf("%d %s", status, answer)
	}
	if _, answer := callAs(t, d, nil, http.MethodGet, "requests", ""); answer != `[{"site":"de1","equipment":"filler-01","station":"filling","pause":true,"adjust":[{"characteristic":"fill_mass","by":[-3,2]}]}]` {
		t.Error(answer)
	}
}
