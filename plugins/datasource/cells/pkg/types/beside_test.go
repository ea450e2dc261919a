package types_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// severalHeld is a datasource at whose filling one nozzle has several cells out of spec, of which three are held.
func severalHeld(t *testing.T) *rules {
	p := kOfNLine(t)
	p.fill("filler-02", "nozzle-1", 30, 1, 2, 3, 4)
	for ago := 1; ago <= 3; ago++ {
		p.event("hold", "cell", fmt.Sprint("filler-02-nozzle-1-", ago), "03-10 11:59", fields{"station": "filling", "equipment": "filler-02", "position": "nozzle-1"})
	}
	return rulesOn(t, p)
}

// number is what an alert rule gets as of noon when it asks for a number of these signals, and what is told beside it.
func (r *rules) number(value string) (got, told string) {
	r.t.Helper()
	run := &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}, Alerting: true}
	frames, err := r.env.Execute(r.t.Context(), run, "signals", []byte(`{"kinds":["k-of-n"],"stations":["filling"],"value":"`+value+`"}`))
	if err != nil {
		return "it fails", err.Error()
	}
	f, _ := frames[0].FieldByName("value")
	for row := range f.Len() {
		if v, ok := f.ConcreteAt(row); ok {
			got += fmt.Sprint(v, ";")
		} else {
			got += "missing;"
		}
	}
	for _, n := range frames[0].Meta.Notices {
		told += n.Text
	}
	return got, told
}

// failingOn is InfluxDB, but for queries that hold a word.
func failingOn(t *testing.T, word string) string {
	to, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	through := httputil.NewSingleHostReverseProxy(to)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		body, _ := io.ReadAll(req.Body)
		if strings.Contains(string(body), word) {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
		req.Body = io.NopCloser(bytes.NewReader(body))
		through.ServeHTTP(w, req)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

func TestANumberThatCannotBeHadIsMissingAndItsSignalIsNot(t *testing.T) {
	everything := func(r *rules) {
		r.env.Connect(failingOn(t, ""), http.DefaultClient, source.Auth{}, false)
		r.now = r.now.Add(10 * time.Second) // the plan is read anew
	}
	for name, harm := range map[string]func(r *rules){
		"the holds cannot be read":     func(r *rules) { r.env.Connect(failingOn(t, "hold"), http.DefaultClient, source.Auth{}, false) },
		"there are more than are read": func(r *rules) { r.env.Budget.Rows = 2 },
		"the database is gone by then": everything,
	} {
		t.Run(name, func(t *testing.T) {
			r := severalHeld(t)
			if got, told := r.number(""); got != "4;" {
				t.Fatalf("%s %s, want one signal of four cells", got, told)
			}
			if got, told := r.number("held"); got != "3;" {
				t.Errorf("%s %s, want three held", got, told)
			}
			harm(r)
			if got, told := r.number("held"); got != "missing;" || !strings.Contains(told, "A number of these signals is missing") {
				t.Errorf("held is %s, told %q", got, told)
			}
			if got, _ := r.number("since"); strings.Contains(got, "fails") {
				t.Errorf("since when: %s", got)
			}
			r.env.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
			r.unread(`{"kinds":["unread"]}`, "k-of-n/failed filling")
		})
	}
}

func TestANumberOfSignalsThatWereNotFoundFails(t *testing.T) {
	r := severalHeld(t)
	r.env.Connect(failingOn(t, ""), http.DefaultClient, source.Auth{}, false)
	for _, value := range []string{"", "held", "since"} {
		if got, _ := r.number(value); got != "it fails" {
			t.Errorf("%q is %s though nothing can be read", value, got)
		}
	}
}

func TestAListOfWhatIsWrongIsWholeWithoutTheNumberOfTheHeld(t *testing.T) {
	r := severalHeld(t)
	r.env.Connect(failingOn(t, "hold"), http.DefaultClient, source.Auth{}, false)
	run := &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}}
	frames, err := r.env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["k-of-n"],"include":["evidence"]}`))
	if err != nil || frames[0].Rows() != 1 {
		t.Fatalf("%v, %v; want one row", frames, err)
	}
	held, _ := frames[0].FieldByName("held")
	if _, known := held.ConcreteAt(0); known || !strings.Contains(fmt.Sprint(frames[0].Meta.Notices), "missing") {
		t.Errorf("held is %v, told %v", held.At(0), frames[0].Meta.Notices)
	}
}
