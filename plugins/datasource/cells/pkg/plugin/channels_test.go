package plugin

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// longOf is a live query of some bytes, too long for a path.
func longOf(i, bytes int) string {
	return with(visitsOfFilling, "filters", fmt.Sprintf(`[{"key":"position","operator":"=|","values":["p%d"%s]}]`, i, strings.Repeat(`,"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"`, bytes/33)))
}

func TestOfLiveQueriesFewAreKeptAndTheLeastUsedGoFirst(t *testing.T) {
	var c channels
	path := func(i int, user string) string {
		t.Helper()
		path, err := c.path([]byte(longOf(i, 10_000)), user)
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	first := path(0, "greedy")
	mine := path(10_000, "modest")
	for i := range 1_000 {
		path(i, "greedy")
	}
	if _, err := c.query(first); err == nil {
		t.Error("the first of a thousand queries of one user is kept")
	}
	if _, err := c.query(mine); err != nil {
		t.Errorf("another user's query had to go: %v", err)
	}
	if n := len(c.kept); n != maxKeptOfUser+1 {
		t.Errorf("%d queries are kept, want %d of one user and one of another", n, maxKeptOfUser)
	}
	for i := range 1_000 {
		path(i, fmt.Sprintf("user-%d", i))
	}
	if n := len(c.kept); n != maxKept {
		t.Errorf("%d queries are kept in all, want %d", n, maxKept)
	}
	if again := path(0, "greedy"); again != first {
		t.Errorf("asked for again, the path is %s, not %s", again, first)
	}
}

func TestALiveQueryBeyondItsBoundIsRefusedWithIt(t *testing.T) {
	d := plant(t, "")
	if status, answer := call(t, d, http.MethodPost, "live", longOf(1, maxLiveQuery-1_000)); status != http.StatusOK {
		t.Errorf("just within: %d %s", status, answer)
	}
	for _, bytes := range []int{maxLiveQuery, 1 << 20} {
		if status, answer := call(t, d, http.MethodPost, "live", longOf(1, bytes)); status != http.StatusBadRequest || !strings.Contains(answer, "65536 bytes") {
			t.Errorf("%d bytes: %d %s", bytes, status, answer)
		}
	}
	for body, says := range map[string]string{"": "not a query", "[1": "not a query", "7": "not what it should be", `{"queryType":"visits","station":"$s"}`: "variable", `{"queryType":"traveler"}`: "station is empty"} {
		if status, answer := call(t, d, http.MethodPost, "live", body); status != http.StatusBadRequest || !strings.Contains(answer, says) {
			t.Errorf("%q: %d %s, want …%s…", body, status, answer, says)
		}
	}
}

func TestAUserOpensSoManyChannelsAndNoMore(t *testing.T) {
	d := open(t, "http://127.0.0.1:1", `{}`)
	var leave func()
	for range maxOpenOfUser {
		var err error
		if leave, err = d.channels.enter("greedy"); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.channels.enter("greedy"); err == nil || !strings.Contains(err.Error(), "200 live channels are open for you") {
		t.Errorf("one more: %v", err)
	}
	if _, err := d.channels.enter("modest"); err != nil {
		t.Errorf("another user: %v", err)
	}
	sent := make(packets, 10)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		done <- d.RunStream(ctx, &backend.RunStreamRequest{Path: pathOf(t, d, visitsOfFilling), PluginContext: backend.PluginContext{User: &backend.User{Login: "greedy"}}}, backend.NewStreamSender(sent))
	}()
	if why := text(t, sent.next(t, "pulse"), "trouble"); !strings.Contains(why, "close panels") {
		t.Errorf("the refused channel says %q", why)
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
	leave()
	if _, err := d.channels.enter("greedy"); err != nil {
		t.Errorf("after one was left: %v", err)
	}
}

func TestWhoAsksForMoreLiveQueriesThanAreKeptIsToldTheBoundInTheChannel(t *testing.T) {
	d := plant(t, "")
	first := pathOf(t, d, longOf(0, 1_000))
	for i := range maxKeptOfUser {
		pathOf(t, d, longOf(i+1, 1_000))
	}
	answer, err := d.SubscribeStream(t.Context(), &backend.SubscribeStreamRequest{Path: first})
	if err != nil || answer.Status != backend.SubscribeStreamStatusOK {
		t.Fatalf("the channel answers %v %v", answer, err)
	}
	sent, _ := follow(t, d, first)
	pulse := sent.next(t, "pulse")
	if why := text(t, pulse, "trouble"); text(t, pulse, "epoch") != "" || !strings.Contains(why, "200 of one user or 500 in all") || !strings.Contains(why, "close panels") {
		t.Errorf("the channel says %q", why)
	}
	if again := pathOf(t, d, longOf(0, 1_000)); again != first {
		t.Fatalf("asked for again the path is %s", again)
	}
	if pulse := sent.next(t, "pulse"); text(t, pulse, "epoch") == "" || text(t, pulse, "trouble") != "" {
		t.Errorf("asked for again it says %q", text(t, pulse, "trouble"))
	}
}

// counting counts the reads of a station's visits.
type counting struct {
	http.RoundTripper
	reads atomic.Int64
}

func (c *counting) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := r.GetBody()
	if err != nil {
		return nil, err
	}
	buffer := make([]byte, 1<<16)
	n, _ := body.Read(buffer)
	if form := string(buffer[:n]); strings.Contains(form, "SELECT") && strings.Contains(form, "FROM+%22filling%22+WHERE") {
		c.reads.Add(1)
	}
	return c.RoundTripper.RoundTrip(r)
}

// askThrough has a datasource ask InfluxDB through a transport.
func askThrough(d *Datasource, transport http.RoundTripper) {
	d.source.Connect(d.settings.URL, &http.Client{Transport: transport}, source.Auth{}, false)
}

func TestHundredsOfChannelsShareOneReadOfTheirStation(t *testing.T) {
	d := plant(t, "")
	count := &counting{RoundTripper: http.DefaultTransport}
	askThrough(d, count)
	all := make([]packets, 190)
	for i := range all {
		path := pathOf(t, d, with(visitsOfFilling, "filters", fmt.Sprintf(`[{"key":"cell_id","operator":"=|","values":["NEW%d","ALL"]}]`, i)))
		all[i], _ = follow(t, d, path)
	}
	for _, sent := range all {
		sent.next(t, "pulse")
	}
	began, before := time.Now(), count.reads.Load()
	stored(t, d, "ALL", 1)
	stored(t, d, "NEW7", 1)
	for i, sent := range all {
		rows := map[string]bool{}
		for want := map[bool]int{true: 2, false: 1}[i == 7]; len(rows) < want; {
			frame := sent.next(t, "visits")
			id, _ := frame.FieldByName("cell_id")
			for row := range frame.Rows() {
				cell, _ := id.ConcreteAt(row)
				rows[fmt.Sprint(cell)] = true
			}
		}
		if !rows["ALL"] || rows["NEW7"] != (i == 7) {
			t.Errorf("channel %d was given %v", i, rows)
		}
	}
	reads, most := count.reads.Load()-before, int64(time.Since(began).Seconds())+2
	if reads > most {
		t.Errorf("190 channels read %d times in %s, want at most %d: once a second", reads, time.Since(began), most)
	}
}

func TestAChannelSaysThatTheDatabaseIsAwayAndThatItMissedSomething(t *testing.T) {
	d := plant(t, "")
	away := &broken{RoundTripper: http.DefaultTransport}
	askThrough(d, away)
	sent, _ := follow(t, d, pathOf(t, d, visitsOfFilling))
	first := text(t, sent.next(t, "pulse"), "epoch")
	stored(t, d, "NEW", 1)
	sent.next(t, "visits")
	away.now.Store(true)
	for {
		if pulse := sent.next(t, "pulse"); strings.Contains(text(t, pulse, "trouble"), "cannot be read") {
			break
		}
	}
	away.now.Store(false)
	for {
		if pulse := sent.next(t, "pulse"); text(t, pulse, "trouble") == "" {
			if text(t, pulse, "epoch") == first {
				t.Error("rows may have been missed, and the epoch is the same")
			}
			break
		}
	}
}

// broken is a way to the database that can be cut.
type broken struct {
	http.RoundTripper
	now atomic.Bool
}

func (b *broken) RoundTrip(r *http.Request) (*http.Response, error) {
	if b.now.Load() {
		return nil, fmt.Errorf("no route to host")
	}
	return b.RoundTripper.RoundTrip(r)
}
