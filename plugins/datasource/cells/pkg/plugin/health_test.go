package plugin

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

func health(t *testing.T, d *Datasource) *backend.CheckHealthResult {
	t.Helper()
	result, err := d.CheckHealth(t.Context(), &backend.CheckHealthRequest{})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestHealthNamesThePlanWhenAllIsWell(t *testing.T) {
	result := health(t, plant(t, ""))
	if result.Status != backend.HealthStatusOk || !strings.Contains(result.Message, "CP-1, revision 7: 2 stations, 2 characteristics") {
		t.Errorf("got %s %q", result.Status, result.Message)
	}
}

func TestHealthSaysWhatIsWrong(t *testing.T) {
	refusing := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = w.Write([]byte(`{"error":"authorization failed"}`))
	}))
	defer refusing.Close()
	for name, c := range map[string]struct {
		open func(t *testing.T) *Datasource
		says string
	}{
		"no URL":      {func(t *testing.T) *Datasource { return open(t, "", `{}`) }, "No URL is set"},
		"unreachable": {func(t *testing.T) *Datasource { return open(t, "http://127.0.0.1:1", `{}`) }, "Check that it runs and that the URL is right"},
		"credentials": {func(t *testing.T) *Datasource { return open(t, refusing.URL, `{}`) }, "Check the user and password, or the token"},
		"no database": {func(t *testing.T) *Datasource { return open(t, server.URL, `{"databasePrefix":"nowhere_"}`) }, "database not found: nowhere_visits. Create it"},
		"no plan": {func(t *testing.T) *Datasource {
			d := plant(t, "")
			if err := server.Create(d.settings.Databases.Record); err != nil {
				t.Fatal(err)
			}
			return d
		}, "Push it with npm run plan:push"},
		"another number of buckets": {func(t *testing.T) *Datasource {
			d := plant(t, "")
			if err := server.Create(d.settings.Databases.Index); err != nil {
				t.Fatal(err)
			}
			for i := range 8 { // some items lie in the same bucket by chance
				index(t, strings.TrimSuffix(d.settings.Databases.Index, "index"), fmt.Sprintf("CELL%d", i), 1024)
			}
			return d
		}, "another number of buckets than the control plan's 4096"},
	} {
		t.Run(name, func(t *testing.T) {
			result := health(t, c.open(t))
			if result.Status != backend.HealthStatusError || !strings.Contains(result.Message, c.says) {
				t.Errorf("got %s %q, want …%s…", result.Status, result.Message, c.says)
			}
		})
	}
}
