package plugin

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// askOver asks over the two hours before noon.
func askOver(t *testing.T, d *Datasource, query string) backend.DataResponse {
	t.Helper()
	return askAs(t, d, query, nil)
}

func askAs(t *testing.T, d *Datasource, query string, user *backend.User) backend.DataResponse {
	t.Helper()
	answer, err := d.QueryData(t.Context(), &backend.QueryDataRequest{PluginContext: backend.PluginContext{User: user}, Queries: []backend.DataQuery{{
		RefID: "A", JSON: []byte(query), TimeRange: backend.TimeRange{From: noon.Add(-3 * time.Hour), To: noon},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	return answer.Responses["A"]
}

func TestTheInspectorShowsWhatRan(t *testing.T) {
	response := askOver(t, plant(t, ""), `{"queryType":"visits","station":"filling","characteristics":["fill_mass"],"filters":[{"key":"cell_id","operator":"=","value":"0EPCB1LFP0202AGB50000017"}]}`)
	if response.Error != nil {
		t.Fatal(response.Error)
	}
	text := response.Frames[0].Meta.ExecutedQueryString
	for _, want := range []string{`FROM "filling" WHERE time >= `, `"fill_mass"::field`, `"cell_id"::field = '0EPCB1LFP0202AGB50000017'`} {
		if !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
	if response.Frames[0].RefID != "A" {
		t.Errorf("refId is %q", response.Frames[0].RefID)
	}
}

func TestTheRowBudgetCutsAndSaysHowToNarrow(t *testing.T) {
	d := plant(t, `,"maxRows":2`)
	response := askOver(t, d, visitsOfFilling)
	if response.Error != nil || response.Frames[0].Rows() != 2 {
		t.Fatalf("%v, %d rows", response.Error, response.Frames[0].Rows())
	}
	notices := response.Frames[0].Meta.Notices
	if len(notices) != 1 || !strings.Contains(notices[0].Text, "first 2 rows") || !strings.Contains(notices[0].Text, "Narrow the time range") {
		t.Errorf("notices are %+v", notices)
	}
}

func TestOperatorsAreLeftOutWhenThePlantSaysSo(t *testing.T) {
	for jsonData, want := range map[string]any{"": "op-07", `,"personalData":"off"`: nil} {
		response := askOver(t, plant(t, jsonData), visitsOfFilling)
		if response.Error != nil {
			t.Fatal(response.Error)
		}
		operator, _ := response.Frames[0].FieldByName("operator")
		if got, ok := operator.ConcreteAt(0); (want == nil) == ok || (ok && got != want) {
			t.Errorf("%s: operator is %v", jsonData, got)
		}
	}
}

func TestOneBadQueryDoesNotHarmItsNeighbours(t *testing.T) {
	d := plant(t, "")
	over := backend.TimeRange{From: noon.Add(-3 * time.Hour), To: noon}
	answer, err := d.QueryData(t.Context(), &backend.QueryDataRequest{Queries: []backend.DataQuery{
		{RefID: "A", JSON: []byte(visitsOfFilling), TimeRange: over},
		{RefID: "B", JSON: []byte(`{"queryType":"visits","station":"$station"}`), TimeRange: over},
		{RefID: "C", JSON: []byte(`{"queryType":"signals"}`), TimeRange: over},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if answer.Responses["A"].Error != nil || answer.Responses["C"].Error != nil {
		t.Errorf("A: %v, C: %v", answer.Responses["A"].Error, answer.Responses["C"].Error)
	}
	if b := answer.Responses["B"]; b.Status != backend.StatusBadRequest || !strings.Contains(b.Error.Error(), "still holds a variable") {
		t.Errorf("B: %d %v", b.Status, b.Error)
	}
	if n := len(answer.Responses["C"].Frames); n != 1 {
		t.Errorf("signals gave %d frames, alert rules need exactly one", n)
	}
}

func TestOnlyAlertRulesAreRememberedAsEvaluations(t *testing.T) {
	d := plant(t, "")
	ask := func(user *backend.User, headers map[string]string, query string) backend.DataResponse {
		answer, err := d.QueryData(t.Context(), &backend.QueryDataRequest{
			PluginContext: backend.PluginContext{User: user}, Headers: headers,
			Queries: []backend.DataQuery{{RefID: "A", JSON: []byte(query), TimeRange: backend.TimeRange{From: noon.Add(-time.Hour), To: noon}}},
		})
		if err != nil {
			t.Fatal(err)
		}
		return answer.Responses["A"]
	}
	fromRule := map[string]string{fromAlert: "true"}
	for _, c := range []struct {
		user    *backend.User
		headers map[string]string
		known   bool
	}{
		{&backend.User{Login: "viewer", Role: "Viewer"}, fromRule, false}, {&backend.User{Login: scheduler, Role: "Admin"}, nil, false},
		{&backend.User{Login: scheduler, Role: "Admin"}, fromRule, true},
	} {
		ask(c.user, c.headers, `{"queryType":"signals","stations":["filling"]}`)
		answer := ask(nil, nil, `{"queryType":"signals","kinds":["unread"],"watch":[{"kinds":["out-of-spec"],"stations":["filling"],"everyS":600}]}`)
		if answer.Error != nil {
			t.Fatal(answer.Error)
		}
		unknown := false
		for _, n := range answer.Frames[0].Meta.Notices {
			unknown = unknown || strings.Contains(n.Text, "1 are unknown")
		}
		if unknown == c.known {
			t.Errorf("%+v with %v: unknown is %v", c.user, c.headers, unknown)
		}
	}
}

func TestAnExpressionIsGivenOneFrameOrToldWhyNot(t *testing.T) {
	d := plant(t, "")
	ask := func(query string, headers map[string]string) backend.DataResponse {
		answer, err := d.QueryData(t.Context(), &backend.QueryDataRequest{Headers: headers, Queries: []backend.DataQuery{{
			RefID: "A", JSON: []byte(query), TimeRange: backend.TimeRange{From: noon.Add(-3 * time.Hour), To: noon},
		}}})
		if err != nil {
			t.Fatal(err)
		}
		return answer.Responses["A"]
	}
	expression := map[string]string{"http_X-Grafana-From-Expr": "true"}
	visits, traveler := whole["visits"], with(whole["traveler"], "parts", `["header","operations"]`)
	if n := len(ask(visits, nil).Frames); n != 3 {
		t.Errorf("a panel is given %d frames, want the visits, their limits and signals", n)
	}
	one := ask(visits, expression)
	if len(one.Frames) != 1 || one.Frames[0].Name != "visits" || !strings.Contains(fmt.Sprint(one.Frames[0].Meta.Notices), "limits, point-signals are left out") {
		t.Errorf("%v: %d frames", one.Error, len(one.Frames))
	}
	if refused := ask(traveler, expression); refused.Status != backend.StatusBadRequest || !strings.Contains(refused.Error.Error(), "2: header, operations; name one of them in parts") {
		t.Errorf("%d %v", refused.Status, refused.Error)
	}
	if part := ask(with(whole["traveler"], "parts", `["operations"]`), expression); part.Error != nil {
		t.Error(part.Error)
	}
}
