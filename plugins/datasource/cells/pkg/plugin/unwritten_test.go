package plugin

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// behind is the plant through a front that answers writes itself.
func behind(t *testing.T, jsonData string, write http.HandlerFunc) (d, through *Datasource) {
	t.Helper()
	d = plant(t, writable)
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/write" {
			write(w, r)
			return
		}
		passOn(w, r)
	}))
	t.Cleanup(front.Close)
	through = open(t, front.URL, fmt.Sprintf(`{"databasePrefix":%q%s}`, strings.TrimSuffix(d.source.Databases.Visits, "visits"), writable+jsonData))
	through.source.Now = func() time.Time { return noon }
	return d, through
}

func TestOfWhoMayNotWriteTheDatabaseNothingIsStoredAndItIsSaidWhoseLoginLacksRights(t *testing.T) {
	for _, of := range []int{http.StatusUnauthorized, http.StatusForbidden} {
		d, through := behind(t, "", func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(of)
			_, _ = io.WriteString(w, `{"error":"\"writer\" user is not authorized to write to database"}`)
		})
		status, answer := post(t, through, editor, about("hold", "C-1"))
		if status != http.StatusBadGateway || !strings.Contains(answer, "did not store in database") || !strings.Contains(answer, "Check writeUser and writePassword") || strings.Contains(answer, "not known") {
			t.Errorf("%d: %d %s", of, status, answer)
		}
		if events, err := d.ledger.About(t.Context(), "C-1"); err != nil || len(events) > 0 {
			t.Errorf("there are %v, %v", events, err)
		}
	}
}

func TestWhatTheDatabaseAcceptsAndNeverAnswersEndsInTimeAndIsToldAsNotKnown(t *testing.T) {
	done := make(chan struct{})
	_, through := behind(t, `,"queryTimeout":"1s"`, func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		select {
		case <-done:
		case <-r.Context().Done():
		}
	})
	defer close(done)
	began := time.Now()
	status, answer := post(t, through, editor, about("hold", "C-1"))
	if status < http.StatusInternalServerError || !strings.Contains(answer, "Whether the event is stored is not known") || time.Since(began) > 10*time.Second {
		t.Errorf("after %s: %d %s", time.Since(began), status, answer)
	}
}

func TestWhatWasStoredAndCannotBeReadBackIsNeverAnsweredAsRefused(t *testing.T) {
	var wrote atomic.Bool
	for name, answer := range map[string]string{
		"too many ask at once": `{"results":[{"statement_id":0,"error":"max-concurrent-queries limit exceeded(100, 100)"}]}`,
		"it is too much":       `{"results":[{"statement_id":0,"error":"max-select-series limit exceeded: (12/10)"}]}`,
	} {
		d, _ := behind(t, "", nil)
		wrote.Store(false)
		front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if wrote.Load() && r.URL.Path == "/query" {
				_, _ = io.WriteString(w, answer+"\n")
				return
			}
			passOn(w, r)
			wrote.Store(wrote.Load() || r.URL.Path == "/write")
		}))
		through := open(t, front.URL, fmt.Sprintf(`{"databasePrefix":%q%s}`, strings.TrimSuffix(d.source.Databases.Visits, "visits"), writable))
		through.source.Now = d.source.Now
		status, said := post(t, through, editor, about("hold", "C-1", object{"key": fmt.Sprint("key-", len(name))}))
		if status < http.StatusInternalServerError || !strings.Contains(said, "not known") {
			t.Errorf("%s: %d %s", name, status, said)
		}
		front.Close()
	}
}
