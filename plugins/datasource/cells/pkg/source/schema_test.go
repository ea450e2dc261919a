package source

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

func TestStationsThatNeverWereAreNotRememberedForEver(t *testing.T) {
	empty := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"results":[{"statement_id":0}]}`))
	}))
	defer empty.Close()
	env := &Source{Now: time.Now}
	env.Connect(empty.URL, http.DefaultClient, Auth{}, false)
	for i := range maxSchemas + 200 {
		if _, err := env.Fields(t.Context(), "visits", fmt.Sprintf("station_%d", i)); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(env.schemas.all); n > maxSchemas {
		t.Errorf("%d measurements are remembered, at most %d may be", n, maxSchemas)
	}
}
