package types_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// failOnce lets a datasource's next request fail that asks for something.
func failOnce(t *testing.T, env *query.Engine, asks string) {
	t.Helper()
	to, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	var failed atomic.Bool
	proxy := httputil.NewSingleHostReverseProxy(to)
	between := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		form, _ := url.ParseQuery(string(body))
		if strings.Contains(form.Get("q"), asks) && !failed.Swap(true) {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(between.Close)
	t.Cleanup(func() {
		if !failed.Load() {
			t.Errorf("nothing asked for %q", asks)
		}
	})
	env.Connect(between.URL, http.DefaultClient, source.Auth{}, false)
}

func TestWhereAnswersCannotBeReadNothingIsToldAsUnanswered(t *testing.T) {
	p := passLine(t, false)
	p.filled("filler-01", "X", "03-10 11:55", "ok", 810, fields{})
	p.event("use-as-is", "cell", "X", "03-10 11:56", fields{"station": "filling"})
	env := p.env()
	failOnce(t, env, `SHOW FIELD KEYS FROM "event"`)
	const open = `{"kinds":["out-of-spec"],"state":"open"}`
	if rows, _, err := askSignals(t, env, 15*time.Minute, open); err == nil {
		t.Errorf("answered cells are told: %q", rows)
	}
	if rows, _, err := askSignals(t, env, 15*time.Minute, open); err != nil || len(rows) > 0 {
		t.Errorf("%q, %v", rows, err)
	}
}
