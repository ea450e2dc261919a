package plugin

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

func get(t *testing.T, d *Datasource, url string) (int, string) {
	t.Helper()
	return call(t, d, http.MethodGet, url, "")
}

func call(t *testing.T, d *Datasource, method, url, body string) (status int, answer string) {
	t.Helper()
	return callAs(t, d, nil, method, url, body)
}

func callAs(t *testing.T, d *Datasource, user *backend.User, method, url, body string) (status int, answer string) {
	t.Helper()
	path, _, _ := strings.Cut(url, "?")
	sender := backend.CallResourceResponseSenderFunc(func(r *backend.CallResourceResponse) error {
		if r.Status != 0 {
			status = r.Status
		}
		answer += string(r.Body)
		return nil
	})
	err := d.CallResource(context.WithoutCancel(t.Context()), &backend.CallResourceRequest{PluginContext: backend.PluginContext{User: user}, Method: method, Path: path, URL: url, Body: []byte(body)}, sender)
	if err != nil {
		t.Fatal(err)
	}
	return status, strings.TrimSpace(answer)
}

func TestListsHoldThePlanFirstAndThenWhatWasStoredBesideIt(t *testing.T) {
	d := plant(t, "")
	for url, want := range map[string]string{
		"sites":                              `[{"value":"de1","label":"Salzgitter","planned":true},{"value":"de2","label":"Emden","planned":true}]`,
		"lines":                              `[{"value":"line-1","label":"Line 1","planned":true},{"value":"line-2","label":"line-2","planned":true},{"value":"line-9","label":"line-9","planned":true}]`,
		"stations":                           `[{"value":"filling","label":"Electrolyte filling","planned":true,"item":"cell"},{"value":"eol","label":"End of line","planned":true,"item":"cell"}]`,
		"stations?line=line-2":               `[{"value":"filling","label":"Electrolyte filling","planned":true,"item":"cell"}]`,
		"equipment?station=filling&site=de1": `[{"value":"filler-01","label":"Filler 1","planned":true},{"value":"filler-02","label":"filler-02","planned":true},{"value":"filler-03","label":"filler-03","planned":false}]`,
		"positions?station=filling&equipment=filler-01":         `[{"value":"nozzle-1","label":"nozzle-1","planned":true},{"value":"nozzle-2","label":"nozzle-2","planned":true}]`,
		"characteristics?station=filling":                       `[{"value":"fill_mass","label":"Electrolyte fill mass","planned":true,"station":"filling","unit":"suffix:g","decimals":1},{"value":"extra","label":"extra","planned":false,"station":"filling"}]`,
		"causes":                                                `[{"value":"nozzle","label":"Nozzle dirty","planned":true,"texts":{"de":"Düse verschmutzt","en":"Nozzle dirty"},"station":"filling"},{"value":"nozzle","label":"nozzle","planned":true,"texts":{"de":"Düse"},"station":"eol"}]`,
		"causes?station=eol":                                    `[{"value":"nozzle","label":"nozzle","planned":true,"texts":{"de":"Düse"},"station":"eol"}]`,
		"actions?station=eol":                                   `[]`,
		"actions?station=filling":                               `[{"value":"nozzle-cleaned","label":"Nozzle cleaned","planned":true,"texts":{"en":"Nozzle cleaned"},"station":"filling"}]`,
		"products":                                              `[{"value":"lfp-202","label":"LFP 202 Ah","planned":true}]`,
		"lots?station=filling&line=line-1":                      `[{"value":"EL-2292","label":"EL-2292","planned":true,"type":"lot_electrolyte"},{"value":"EL-2291","label":"EL-2291","planned":true,"type":"lot_electrolyte"}]`,
		"filter-values?key=verdict&station=filling":             `[{"value":"nok","label":"nok","planned":true},{"value":"ok","label":"ok","planned":true}]`,
		"filter-values?key=equipment&station=filling&site=de2":  `[{"value":"filler-51","label":"filler-51","planned":true}]`,
		"filter-values?key=line&station=filling&site=de1":       `[{"value":"line-1","label":"Line 1","planned":true}]`,
		"filter-values?key=verdict&station=filling&from=1&to=2": `[]`,
		"filter-keys?station=eol":                               `[{"value":"site","label":"site","planned":true,"type":"text"},{"value":"line","label":"line","planned":true,"type":"text"},{"value":"equipment","label":"equipment","planned":true,"type":"text"},{"value":"product","label":"product","planned":true,"type":"text"}]`,
		"cells?prefix=0EPCB1LFP0202AGB50000017":                 `{"valid":true,"cells":[{"value":"0EPCB1LFP0202AGB50000017","label":"0EPCB1LFP0202AGB50000017","planned":true}]}`,
		"cells?prefix=0EPCB1LFP0202AGB5000009":                  `{"valid":true,"cells":[{"value":"0EPCB1LFP0202AGB50000099","label":"0EPCB1LFP0202AGB50000099","planned":true,"item":"filling"}]}`,
	} {
		if status, got := get(t, d, url); status != http.StatusOK || got != want {
			t.Errorf("%s:\n got %d %s\nwant %s", url, status, got, want)
		}
	}
}

func TestWrongRequestsAreToldInASentence(t *testing.T) {
	d := plant(t, "")
	for url, want := range map[string]string{
		"equipment?station=fill'ing":                    "is not a name",
		"filter-values?key=&station=filling":            "key is empty",
		"filter-values?key=$key&station=filling":        "still holds a variable",
		"characteristics?station=filling%3BDROP":        "is not a name",
		"filter-values?key=position&station=DROP+TABLE": "is not a name",
		"lots?station=filling&from=soon":                "milliseconds since 1970",
		"lots?station=filling&to=9223372036854775807":   "milliseconds since 1970",
		"lots?station=filling&from=-1":                  "milliseconds since 1970",
		"lots?station=" + strings.Repeat("s,", 101):     "101 values of station, at most 100",
		"sites?line=" + strings.Repeat("l,", 501):       "501 values of line, at most 500",
	} {
		if status, got := get(t, d, url); status != http.StatusBadRequest || !strings.Contains(got, want) {
			t.Errorf("%s: %d %s, want …%s…", url, status, got, want)
		}
	}
	if status, got := get(t, d, "cells?prefix=%27%3B+DROP"); status != http.StatusOK || !strings.Contains(got, `"valid":false`) {
		t.Errorf("an ID that cannot be one: %d %s", status, got)
	}
	if status, got := get(t, d, "cells?prefix=ZZZ"); status != http.StatusOK || !strings.Contains(got, `"cells":[]`) {
		t.Errorf("no such cell: %d %s", status, got)
	}
	if status, got := get(t, open(t, "http://127.0.0.1:1", `{}`), "sites"); status != http.StatusBadGateway || !strings.Contains(got, "Check that it runs") {
		t.Errorf("nobody there: %d %s", status, got)
	}
}

func TestADatasourceOfOneSiteNeverShowsAnother(t *testing.T) {
	d := plant(t, `,"sites":["de1"]`)
	for _, url := range []string{
		"sites?station=filling", "lines?station=filling", "equipment?station=filling", "filter-values?key=equipment&station=filling",
		"filter-values?key=cell_id&station=filling", "cells?prefix=0EPCB1LFP0202AGB5000009", "lots?station=filling",
	} {
		status, got := get(t, d, url)
		if status != http.StatusOK || strings.Contains(got, "de2") || strings.Contains(got, "filler-51") || strings.Contains(got, `"0EPCB1LFP0202AGB50000099"`) ||
			strings.Contains(got, "line-9") || strings.Contains(got, "EL-2293") {
			t.Errorf("%s: %d %s", url, status, got)
		}
	}
	response := ask(t.Context(), t, d, "visits", visitsOfFilling)
	if response.Error != nil || response.Frames[0].Rows() != 0 {
		t.Fatalf("%v", response.Error)
	}
	all := askOver(t, d, visitsOfFilling)
	site, _ := all.Frames[0].FieldByName("site")
	if site.Len() != 2 {
		t.Errorf("%d visits, want the 2 of de1", site.Len())
	}
	for i := range site.Len() {
		if v, _ := site.ConcreteAt(i); v != "de1" {
			t.Errorf("row %d is of site %v", i, v)
		}
	}
}
