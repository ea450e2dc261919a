package types_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// readings counts how often a database is asked for values of a characteristic.
type readings struct {
	characteristic string
	n              int
}

func (r *readings) RoundTrip(request *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(request.Body)
	if err != nil {
		return nil, err
	}
	request.Body = io.NopCloser(bytes.NewReader(body))
	r.n += strings.Count(string(body), r.characteristic)
	return http.DefaultTransport.RoundTrip(request)
}

// A void may be of an item of which one was known, or be taken back: only what it strikes is read again.
func TestVoidsHaveTheStepsReadAgainThatTheyTouchAndNoOthers(t *testing.T) {
	p := waveringLine(t, all)
	const wavering = "C25384" // at nozzle-4 at 10:30
	p.event("void", "cell", wavering, "03-09 08:00", fields{"station": "stacking"})
	r, values := rulesOn(t, p), &readings{characteristic: "fill_mass"}
	r.env.Connect(server.URL, &http.Client{Transport: values}, source.Auth{}, false)
	cells := func() (text string, reads int) {
		before := values.n
		return fmt.Sprint(valuesOf(t, r.env, noon, `,"value":"cells"`)), values.n - before
	}
	if got, reads := cells(); got != "[filler-02 nozzle-4 spread 60]" || reads < 2 {
		t.Errorf("at first %s in %d reads", got, reads)
	}
	for i, void := range []struct {
		target string
		of     fields
		cells  int
		reads  int
	}{
		{"NOBODY", fields{"item_id": "NOBODY", "station": "filling"}, 60, 0},
		{wavering, fields{"item_id": wavering, "station": "welding"}, 60, 0},
		{wavering, fields{"item_id": wavering, "station": "filling", "event_id": "struck"}, 59, 1},
		{"struck", fields{"target_type": "event"}, 60, 1},
	} {
		r.now = r.now.Add(20 * time.Second) // voids are kept for seconds
		f := fields{"event_id": fmt.Sprint("void", i), "target_type": "cell", "target_id": void.target, "author": "op-07", "source": "person"}
		for name, v := range void.of {
			f[name] = v
		}
		row := fmt.Sprintf("event,site=de1,kind=void,bucket=%d %s %d", hash(void.target)%4096, f.line(), at("03-10 11:00").UnixNano()+int64(i))
		if err := server.Write(r.env.Databases.Record, row); err != nil {
			t.Fatal(err)
		}
		if got, reads := cells(); got != fmt.Sprintf("[filler-02 nozzle-4 spread %d]", void.cells) || reads != void.reads {
			t.Errorf("after a void of %v: %s in %d reads, want %d cells in %d", void.of, got, reads, void.cells, void.reads)
		}
	}
}
