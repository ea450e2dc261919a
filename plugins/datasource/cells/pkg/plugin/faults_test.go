package plugin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

const fieldKeys = `{"results":[{"statement_id":0,"series":[{"name":"filling","columns":["fieldKey","fieldType"],"values":[["cell_id","string"],["visit","integer"],["source_ms","integer"],["fill_mass","float"]]}]}]}` + "\n"

// faulty answers every SHOW statement as a healthy server would and leaves the reading of visits to the fault.
func faulty(t *testing.T, fault http.HandlerFunc) *Datasource {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.PostFormValue("q"), "SHOW") {
			_, _ = io.WriteString(w, fieldKeys)
			return
		}
		fault(w, r)
	}))
	t.Cleanup(server.Close)
	return open(t, server.URL, `{"queryTimeout":"2s"}`)
}

func open(t *testing.T, url, jsonData string) *Datasource {
	t.Helper()
	instance, err := New(t.Context(), backend.DataSourceInstanceSettings{UID: "cellthread", Type: "cellthread-cells-datasource", JSONData: []byte(withAddress(url, jsonData))})
	if err != nil {
		t.Fatal(err)
	}
	d := instance.(*Datasource)
	t.Cleanup(d.Dispose)
	return d
}

// withAddress lays the address of the one server over other settings.
func withAddress(url, jsonData string) string {
	return strings.Replace(fmt.Sprintf(`{"servers":[{"url":%q}],`, url)+jsonData[1:], ",}", "}", 1)
}

func ask(ctx context.Context, t *testing.T, d *Datasource, queryType, query string) backend.DataResponse {
	t.Helper()
	var body map[string]any
	if err := json.Unmarshal([]byte(query), &body); err != nil {
		t.Fatal(err)
	}
	answer, err := d.QueryData(ctx, &backend.QueryDataRequest{Queries: []backend.DataQuery{{
		RefID: "A", QueryType: queryType, JSON: []byte(query),
		TimeRange: someTime,
	}}})
	if errors.Is(err, context.Canceled) {
		return backend.DataResponse{Error: err, Status: statusCancelled}
	}
	if err != nil {
		t.Fatal(err)
	}
	return answer.Responses["A"]
}

var someTime = backend.TimeRange{From: time.UnixMilli(1_700_000_000_000), To: time.UnixMilli(1_700_000_100_000)}

const visitsOfFilling = `{"queryType":"visits","station":"filling","characteristics":["fill_mass"]}`

func TestAFaultOfInfluxDBIsASentence(t *testing.T) {
	for name, c := range map[string]struct {
		fault  http.HandlerFunc
		status backend.Status
		says   string
	}{
		"HTTP 500": {func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusInternalServerError)
			_, _ = io.WriteString(w, `{"error":"engine: cache maximum memory size exceeded"}`)
		}, 502, "HTTP 500: engine: cache maximum memory size exceeded"},
		"HTTP 401": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) }, 502, "Check the user and password"},
		"an error inside HTTP 200": {func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"results":[{"statement_id":0,"error":"shard 7 is offline"}]}`)
		}, 502, "InfluxDB: shard 7 is offline"},
		"an error after good rows": {func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"results":[{"statement_id":0,"series":[{"name":"filling","columns":["time","cell_id"],"values":[[1700000000000000000,"A"]]}],"partial":true}]}`+"\n"+
				`{"results":[{"statement_id":0,"error":"query interrupted"}]}`)
		}, 502, "InfluxDB: query interrupted"},
		"an error of the whole request": {func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"error":"timeout"}`)
		}, 502, "InfluxDB: timeout"},
		"truncated JSON": {func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"results":[{"statement_id":0,"series":[{"name":"filling","columns":["time","cell_id"],"values":[[1700000000000000000,"A"],[17000`)
		}, 502, "ended early"},
		"a missing statement": {func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, `{"results":[]}`) }, 502, "did not answer"},
		"a page of HTML":      {func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, `<html>login</html>`) }, 502, "a page of HTML"},
		"a broken connection": {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, 502, "cannot be read"},
	} {
		t.Run(name, func(t *testing.T) {
			response := ask(t.Context(), t, faulty(t, c.fault), "visits", visitsOfFilling)
			if response.Error == nil || response.Status != c.status || !strings.Contains(response.Error.Error(), c.says) {
				t.Errorf("got %d %v, want %d …%s…", response.Status, response.Error, c.status, c.says)
			}
			if response.ErrorSource != backend.ErrorSourceDownstream {
				t.Errorf("the source is %s, want downstream", response.ErrorSource)
			}
		})
	}
}

// waiting is a server that answers nothing until its client leaves, and says when it did.
func waiting(t *testing.T) (d *Datasource, asked, left chan struct{}) {
	asked, left = make(chan struct{}, 10), make(chan struct{}, 10)
	d = faulty(t, func(w http.ResponseWriter, r *http.Request) {
		w.(http.Flusher).Flush()
		asked <- struct{}{}
		<-r.Context().Done()
		left <- struct{}{}
	})
	return d, asked, left
}

func TestASlowServerEndsWithTheQuerysTime(t *testing.T) {
	d, _, left := waiting(t)
	response := ask(t.Context(), t, d, "visits", visitsOfFilling)
	if response.Status != backend.StatusTimeout || !strings.Contains(fmt.Sprint(response.Error), "longer than 2s") {
		t.Errorf("got %d %v", response.Status, response.Error)
	}
	<-left
}

func TestAUserWhoLeavesClosesTheConnection(t *testing.T) {
	d, asked, left := waiting(t)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		answer, err := d.QueryData(ctx, &backend.QueryDataRequest{Queries: []backend.DataQuery{{RefID: "A", QueryType: "visits", JSON: []byte(visitsOfFilling), TimeRange: someTime}}})
		if answer != nil {
			err = fmt.Errorf("an answer, which would be logged as an error: %v", answer.Responses["A"].Error)
		}
		done <- err
	}()
	<-asked
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	<-left
}

// visitsOfFillingToo is another question that reads the same.
var visitsOfFillingToo = strings.Replace(visitsOfFilling, `{`, `{"filters":[],`, 1)

func TestQueriesInFlightThatReadTheSameShareOneReadThatOutlivesTheFirstToLeave(t *testing.T) {
	asked, release := make(chan struct{}, 10), make(chan struct{})
	d := faulty(t, func(w http.ResponseWriter, r *http.Request) {
		w.(http.Flusher).Flush()
		asked <- struct{}{}
		select {
		case <-release:
			_, _ = io.WriteString(w, `{"results":[{"statement_id":0,"error":"shard 7 is offline"}]}`)
		case <-r.Context().Done():
		}
	})
	first, leaveFirst := context.WithCancel(t.Context())
	left, done := make(chan backend.DataResponse), make(chan backend.DataResponse)
	go func() { left <- ask(first, t, d, "visits", visitsOfFilling) }()
	<-asked
	go func() { done <- ask(t.Context(), t, d, "visits", visitsOfFillingToo) }()
	for d.source.Readers() < 2 {
		time.Sleep(time.Millisecond)
	}
	leaveFirst()
	<-left
	close(release)
	if second := <-done; !strings.Contains(fmt.Sprint(second.Error), "shard 7 is offline") {
		t.Errorf("the second query got %v, not what the shared read brought", second.Error)
	}
	if again := len(asked); again > 0 {
		t.Errorf("the second query read for itself: %d reads more", again)
	}
}

func TestTheLastQueryToLeaveStopsTheSharedRead(t *testing.T) {
	d, asked, left := waiting(t)
	done := make(chan backend.DataResponse, 2)
	leave := make([]context.CancelFunc, 2)
	for i := range leave {
		ctx, cancel := context.WithCancel(t.Context())
		leave[i] = cancel
		go func() { done <- ask(ctx, t, d, "visits", []string{visitsOfFilling, visitsOfFillingToo}[i]) }()
	}
	<-asked
	for d.source.Readers() < 2 {
		time.Sleep(time.Millisecond)
	}
	for _, cancel := range leave {
		cancel()
		<-done
	}
	<-left
}

func TestTooLargeAnAnswerIsRefused(t *testing.T) {
	d := faulty(t, func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"results":[{"statement_id":0,"series":[{"name":"filling","columns":["time","cell_id"],"values":[[1,"`)
		_, _ = io.WriteString(w, strings.Repeat("x", 2<<20))
	})
	d.source.Budget.Bytes = 1 << 20
	response := ask(t.Context(), t, d, "visits", visitsOfFilling)
	if response.Status != backend.StatusBadRequest || !strings.Contains(fmt.Sprint(response.Error), "larger than 1048576 bytes") {
		t.Errorf("got %d %v", response.Status, response.Error)
	}
}

func TestAMissingDatabaseIsNotMistakenForAnEmptyOne(t *testing.T) {
	response := ask(t.Context(), t, open(t, server.URL, `{"databasePrefix":"nowhere_"}`), "visits", visitsOfFilling)
	if response.Status != backend.StatusBadGateway || !strings.Contains(fmt.Sprint(response.Error), "database not found: nowhere_visits. Create it") {
		t.Errorf("got %d %v", response.Status, response.Error)
	}
}
