package plugin

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
)

// whole are queries that work, one of each type, with everything a query can say.
var whole = map[string]string{
	"visits":   `{"queryType":"visits","station":"filling","characteristics":["fill_mass"],"visits":"first","runTypes":["production"],"strata":["equipment"],"include":["limits","signals"],"filters":[{"key":"equipment","operator":"=","value":"filler-01"}]}`,
	"cells":    `{"queryType":"cells","anchor":"filling","join":"left","visits":"last","runTypes":["production"],"columns":[{"station":"filling","field":"fill_mass"},{"station":"filling","environment":"dew_point","maxAge":"10m"},{"station":"filling","state":"program"}],"filters":[{"key":"equipment","operator":"=|","values":["filler-01"],"station":"filling"}]}`,
	"traveler": `{"queryType":"traveler","cellId":"0EPCB1LFP0202AGB50000017","parts":["header","operations"]}`,
	"signals":  `{"queryType":"signals","kinds":["out-of-spec"],"state":"fresh","stations":["filling"],"characteristics":["fill_mass"],"include":["reaction"],"language":"en","filters":[{"key":"equipment","operator":"=~","value":"filler.*"}]}`,
	"events":   `{"queryType":"events","kinds":["hold"],"stations":["filling"],"targets":["C1"],"filters":[{"key":"kind","operator":"!=","value":"note"}]}`,
	"yield":    `{"queryType":"yield","stations":["filling"],"by":["line"],"bucket":"","rolled":false,"failures":false,"values":["first_pass"],"filters":[{"key":"line","operator":"=","value":"line-1"}]}`,
}

// odd are values that no key of a query takes, or takes with care.
var odd = []string{
	`null`, `true`, `7`, `-1e308`, `1e999`, `""`, `"$station"`, `"time"`, `"cell_id"`, `"visit"`, `"equipment"`, `"source_ms"`, `"superseded"`, `"__proto__"`,
	`"'; DROP DATABASE x"`, `"a\u0000b"`, `"\ud800"`, `{}`, `{"a":1}`, `[]`, `[null]`, `[[]]`, `[{}]`, `[7]`, `["time"]`, `["cell_id"]`, `["visit","visit"]`, `["fill_mass","fill_mass"]`,
	`["verdict"]`, `["superseded"]`, `["lot_electrolyte"]`, `["equipment","equipment"]`, `["all"]`, `["all","all"]`, `[""]`, `["$x"]`, `"` + strings.Repeat("x", 1<<16) + `"`,
	`[` + strings.Repeat(`"x",`, 50_000) + `"x"]`, strings.Repeat(`[`, 20_000) + strings.Repeat(`]`, 20_000), `{"queryType":{"queryType":1}}`, `[1`,
}

func TestNoQueryOfAUserIsAFaultOfOurs(t *testing.T) {
	slowtest.ManyQueries(t)
	d := plant(t, "")
	for name, text := range whole {
		if response := askOver(t, d, text); response.Error != nil {
			t.Fatalf("%s: %v", name, response.Error)
		}
		for key := range keysOf(t, text) {
			for _, value := range odd {
				answered(t, askOver(t, d, with(text, key, value)), name+" "+key, value)
			}
		}
		for _, value := range odd {
			answered(t, askOver(t, d, value), name, value)
			for _, part := range []string{"key", "operator", "value", "values", "station"} {
				filter := with(`{"key":"equipment","operator":"=","value":"a"}`, part, value)
				answered(t, askOver(t, d, with(text, "filters", "["+filter+"]")), name+" filter "+part, value)
			}
			for _, part := range []string{"station", "field", "environment", "state", "maxAge"} {
				column := with(`{"station":"filling","field":"fill_mass"}`, part, value)
				answered(t, askOver(t, d, with(whole["cells"], "columns", "["+column+"]")), "column "+part, value)
			}
		}
	}
}

// keysOf are the keys of an object, and one that no query has.
func keysOf(t *testing.T, object string) map[string]any {
	t.Helper()
	keys := map[string]any{"unknown": nil}
	if err := json.Unmarshal([]byte(object), &keys); err != nil {
		t.Fatal(err)
	}
	return keys
}

// with writes a key into an object in place of what it had.
func with(object, key, value string) string {
	return fmt.Sprintf(`%s,%q:%s}`, strings.TrimSuffix(object, "}"), key, value)
}

func answered(t *testing.T, response backend.DataResponse, what, value string) {
	t.Helper()
	if len(value) > 100 {
		value = value[:100]
	}
	if response.Error == nil {
		return
	}
	if response.Status != backend.StatusBadRequest || response.ErrorSource != backend.ErrorSourceDownstream || strings.Contains(response.Error.Error(), "table:") {
		t.Errorf("%s %s: %d %s %v", what, value, response.Status, response.ErrorSource, response.Error)
	}
	if n := len(response.Error.Error()); n > 1000 {
		t.Errorf("%s %s: the sentence has %d characters", what, value, n)
	}
}

func TestARangeOfAnyKindIsAnsweredOrRefused(t *testing.T) {
	d := plant(t, "")
	moments := []time.Time{
		{}, time.UnixMilli(0), time.UnixMilli(-1), time.UnixMilli(-1 << 62), time.UnixMilli(1 << 62), noon, noon.Add(time.Hour), noon.AddDate(100, 0, 0), noon.AddDate(-100, 0, 0),
	}
	for name, text := range whole {
		for _, from := range moments {
			for _, to := range moments {
				answer, err := d.QueryData(t.Context(), &backend.QueryDataRequest{Queries: []backend.DataQuery{{
					RefID: "A", JSON: []byte(text), TimeRange: backend.TimeRange{From: from, To: to},
				}}})
				if err != nil {
					t.Fatal(err)
				}
				response := answer.Responses["A"]
				answered(t, response, name, fmt.Sprint(from, to))
				if !from.Before(to) && name != "traveler" && response.Error == nil {
					t.Errorf("%s: %s to %s is no range and was answered", name, from, to)
				}
			}
		}
	}
}
