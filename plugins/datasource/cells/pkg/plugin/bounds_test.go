package plugin

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// list is a JSON list of n different entries.
func list(n int, entry func(i int) string) string {
	entries := make([]string, n)
	for i := range entries {
		entries[i] = entry(i)
	}
	return "[" + strings.Join(entries, ",") + "]"
}

func name(i int) string { return fmt.Sprintf(`"n%d"`, i) }

// TestWhatIsBeyondABoundIsRefusedWithIt: each bound of docs/datasource.md, just within and just beyond.
func TestWhatIsBeyondABoundIsRefusedWithIt(t *testing.T) {
	d := plant(t, "")
	filter := func(values string) string {
		return with(whole["visits"], "filters", `[{"key":"equipment","operator":"=|","values":`+values+`}]`)
	}
	one := func(operator, value string) string {
		return with(whole["visits"], "filters", fmt.Sprintf(`[{"key":"equipment","operator":%q,"value":%q}]`, operator, value))
	}
	column := func(i int) string { return fmt.Sprintf(`{"station":"filling","field":"n%d"}`, i) }
	few := func(i int) string { return fmt.Sprintf(`{"key":"n%d","operator":"=","value":"a"}`, i) }
	for what, c := range map[string]struct{ within, beyond, says string }{
		"bytes of a query": {
			with(whole["events"], "unknown", `"`+strings.Repeat("x", 2<<20-1_000)+`"`), with(whole["events"], "unknown", `"`+strings.Repeat("x", 2<<20)+`"`), "at most 2097152",
		},
		"entries of a list":   {with(whole["events"], "targets", list(500, name)), with(whole["events"], "targets", list(501, name)), "501 entries of targets, at most 500"},
		"columns of a join":   {with(`{"queryType":"cells"}`, "columns", list(200, column)), with(`{"queryType":"cells"}`, "columns", list(201, column)), "201 entries of columns, at most 200"},
		"filters":             {with(whole["visits"], "filters", list(50, few)), with(whole["visits"], "filters", list(51, few)), "51 entries of filters, at most 50"},
		"values of filters":   {filter(list(20_000, name)), filter(list(20_001, name)), "20001 entries of the values of filters, at most 20000"},
		"a value of a filter": {one("=", strings.Repeat("x", 256)), one("=", strings.Repeat("x", 257)), "257 characters, at most 256"},
		"a pattern":           {one("=~", strings.Repeat("x", 1_024)), one("=~", strings.Repeat("x", 1_025)), "1025 characters, at most 1024"},
		"an identifier":       {with(whole["traveler"], "cellId", `"`+strings.Repeat("x", 64)+`"`), with(whole["traveler"], "cellId", `"`+strings.Repeat("x", 65)+`"`), "at most 64"},
		"a name":              {with(whole["visits"], "station", `"`+strings.Repeat("x", 63)+`"`), with(whole["visits"], "station", `"`+strings.Repeat("x", 64)+`"`), "at most 63"},
	} {
		if response := askOver(t, d, c.within); response.Error != nil {
			t.Errorf("%s, just within: %v", what, response.Error)
		}
		if response := askOver(t, d, c.beyond); response.Status != backend.StatusBadRequest || !strings.Contains(fmt.Sprint(response.Error), c.says) {
			t.Errorf("%s, just beyond: %d %v, want …%s…", what, response.Status, response.Error, c.says)
		}
	}
}

func TestAWholeRequestIsBoundedToo(t *testing.T) {
	d := plant(t, "")
	request := func(n int) *backend.QueryDataRequest {
		req := &backend.QueryDataRequest{}
		for i := range n {
			req.Queries = append(req.Queries, backend.DataQuery{RefID: fmt.Sprint(i), JSON: []byte(visitsOfFilling), TimeRange: backend.TimeRange{From: noon.Add(-time.Hour), To: noon}})
		}
		return req
	}
	for n, refused := range map[int]bool{100: false, 101: true} {
		answer, err := d.QueryData(t.Context(), request(n))
		if err != nil || len(answer.Responses) != n {
			t.Fatalf("%d queries: %v", n, err)
		}
		if response := answer.Responses["0"]; (response.Status == backend.StatusBadRequest) != refused {
			t.Errorf("%d queries: %d %v", n, response.Status, response.Error)
		}
	}
}

func TestARangeEndsAfterItBeginsAndLiesWithinWhatCanBeStored(t *testing.T) {
	d := plant(t, "")
	year := func(y int) time.Time { return time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC) }
	for says, over := range map[string][2]time.Time{
		"":                              {year(1970), year(2200)},
		"the time range is empty":       {noon, noon},
		"let it end later":              {noon, noon.Add(-time.Hour)},
		"1969-12-31T23:59:59Z":          {time.Unix(-1, 0), noon},
		"beyond 1970 to 2200":           {noon, year(2200).Add(time.Second)},
		"from 0001-01-01T00:00:00Z to ": {{}, {}},
	} {
		answer, err := d.QueryData(t.Context(), &backend.QueryDataRequest{Queries: []backend.DataQuery{{
			RefID: "A", JSON: []byte(visitsOfFilling), TimeRange: backend.TimeRange{From: over[0], To: over[1]},
		}}})
		if err != nil {
			t.Fatal(err)
		}
		response := answer.Responses["A"]
		if says == "" && response.Error != nil || says != "" && !strings.Contains(fmt.Sprint(response.Error), says) {
			t.Errorf("%s to %s: %v, want …%s…", over[0], over[1], response.Error, says)
		}
	}
}
