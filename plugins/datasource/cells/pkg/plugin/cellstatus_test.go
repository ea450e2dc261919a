package plugin

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/gate"
)

const gateCell = "cell-status/0EPCB1LFP0202AGB50000017"

// gateAnswer is what a gate is answered, with its headers.
func gateAnswer(t *testing.T, d *Datasource, user *backend.User, method, url string) (response backend.CallResourceResponse) {
	t.Helper()
	path, _, _ := strings.Cut(url, "?")
	sender := backend.CallResourceResponseSenderFunc(func(r *backend.CallResourceResponse) error {
		if r.Status != 0 {
			response.Status, response.Headers = r.Status, r.Headers
		}
		response.Body = append(response.Body, r.Body...)
		return nil
	})
	request := &backend.CallResourceRequest{PluginContext: backend.PluginContext{User: user}, Method: method, Path: path, URL: url}
	if err := d.CallResource(context.WithoutCancel(t.Context()), request, sender); err != nil {
		t.Fatal(err)
	}
	return response
}

func statusOf(t *testing.T, body []byte) gate.Status {
	t.Helper()
	var status gate.Status
	if err := json.Unmarshal(body, &status); err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return status
}

func TestEveryAskerIsToldWhetherACellMayPass(t *testing.T) {
	d := plant(t, writable)
	for name, asker := range askers {
		got := gateAnswer(t, d, asker.user, http.MethodGet, gateCell)
		if want := `{"status":"allow","reasons":[],"holds":[],"disposition":"","asOf":1773144000000}`; got.Status != http.StatusOK || strings.TrimSpace(string(got.Body)) != want {
			t.Errorf("%s: %d %s, want %s", name, got.Status, got.Body, want)
		}
		if got.Headers["Cache-Control"][0] != "no-store" {
			t.Errorf("%s: headers %v", name, got.Headers)
		}
	}
	hold := placed(t, d, "0EPCB1LFP0202AGB50000017")
	got := gateAnswer(t, d, nil, http.MethodGet, gateCell)
	if status := statusOf(t, got.Body); got.Status != http.StatusOK || status.Status != gate.Deny || status.Disposition != "hold" || len(status.Holds) != 1 || status.Holds[0] != hold {
		t.Errorf("%d %+v, want hold %s", got.Status, status, hold)
	}
}

func TestWhatIsNoQuestionOfAGateIsRefused(t *testing.T) {
	d := plant(t, "")
	for url, says := range map[string]string{
		"cell-status/":                         "cell is empty",
		"cell-status/a%20b":                    "is not an identifier",
		"cell-status/$cell":                    "still holds a variable",
		gateCell + "?station=":                 "station is empty",
		gateCell + "?station=fill'ing":         "is not a name",
		gateCell + "?station=eol&station=eol":  "name the gate's station once",
		gateCell + "?stations=eol":             "stations=eol is not understood",
		gateCell + "?station=eol&equipment=e1": "equipment=e1 is not understood",
	} {
		if got := gateAnswer(t, d, nil, http.MethodGet, url); got.Status != http.StatusBadRequest || !strings.Contains(string(got.Body), says) {
			t.Errorf("%s: %d %s, want …%s…", url, got.Status, got.Body, says)
		}
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete} {
		if got := gateAnswer(t, d, admin, method, gateCell); got.Status != http.StatusMethodNotAllowed {
			t.Errorf("%s: %d %s", method, got.Status, got.Body)
		}
	}
}

func TestAGateIsToldUnknownWhereInfluxDBDoesNotAnswer(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	for url, says := range map[string]string{
		"http://127.0.0.1:1":               "Check that it runs",
		"http://" + silent.Addr().String(): "InfluxDB has not answered within 2s.",
	} {
		got := gateAnswer(t, open(t, url, `{}`), nil, http.MethodGet, gateCell)
		if status := statusOf(t, got.Body); got.Status != http.StatusOK || status.Status != gate.Unknown || status.AsOf == 0 || !strings.Contains(status.Reasons[0], says) {
			t.Errorf("%s: %d %s", url, got.Status, got.Body)
		}
	}
}
