package plugin

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

func TestOfPeopleWhoReleaseOneHoldAtOnceOneDoesAndTheOthersAreToldWho(t *testing.T) {
	d := plant(t, writable)
	hold := placed(t, d, "C-1")
	const people = 8
	var statuses [people]int
	var answers [people]string
	var all sync.WaitGroup
	for i := range people {
		all.Go(func() {
			user := &backend.User{Login: fmt.Sprint("editor-", i), Role: "Editor"}
			statuses[i], answers[i] = post(t, d, user, about("release", "C-1", object{"answers": []string{hold}, "key": fmt.Sprint("key-", i)}))
		})
	}
	all.Wait()
	by := ""
	for i, status := range statuses {
		if status == http.StatusCreated {
			by += storedIn(t, answers[i]).Author
		}
	}
	for i, status := range statuses {
		if status != http.StatusCreated && (status != http.StatusConflict || !strings.Contains(answers[i], "hold "+hold+" is closed already: release by "+by+" at 2026-03-10T12:00:00Z")) {
			t.Errorf("released by %q: %d %s", by, status, answers[i])
		}
	}
	if events, err := d.ledger.About(t.Context(), "C-1"); err != nil || len(events) != 2 {
		t.Errorf("there are %v, %v", events, err)
	}
}

func TestWhatTheDatabaseTookAndDidNotAnswerIsNotToldAsStoredAndTheSameKeyAnswersLater(t *testing.T) {
	d := plant(t, writable)
	var mute atomic.Bool
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if mute.Load() && r.URL.Path == "/write" {
			passOn(httptest.NewRecorder(), r) // it is stored
			panic(http.ErrAbortHandler)
		}
		passOn(w, r)
	}))
	defer front.Close()
	through := open(t, front.URL, fmt.Sprintf(`{"databasePrefix":%q%s}`, strings.TrimSuffix(d.source.Databases.Visits, "visits"), writable))
	through.source.Now = func() time.Time { return noon }
	mute.Store(true)
	hold := about("hold", "C-1")
	status, answer := post(t, through, editor, hold)
	if status < http.StatusInternalServerError || !strings.Contains(answer, "Whether the event is stored is not known; send it again with the same key: it is stored once") {
		t.Fatalf("%d %s", status, answer)
	}
	mute.Store(false)
	status, answer = post(t, through, editor, hold)
	if status != http.StatusOK || storedIn(t, answer).Kind != "hold" {
		t.Errorf("sent again: %d %s", status, answer)
	}
	if events, err := d.ledger.About(t.Context(), "C-1"); err != nil || len(events) != 1 {
		t.Errorf("there are %v, %v", events, err)
	}
}

// passOn asks the database what somebody else was asked.
func passOn(w http.ResponseWriter, r *http.Request) {
	asked, err := http.NewRequestWithContext(r.Context(), r.Method, server.URL+r.URL.RequestURI(), r.Body)
	if err != nil {
		panic(err)
	}
	asked.Header, asked.ContentLength = r.Header.Clone(), r.ContentLength
	answer, err := http.DefaultClient.Do(asked)
	if err != nil {
		panic(err)
	}
	defer func() { _ = answer.Body.Close() }()
	whole, err := io.ReadAll(answer.Body)
	if err != nil {
		panic(err)
	}
	maps.Copy(w.Header(), answer.Header)
	w.WriteHeader(answer.StatusCode)
	_, _ = w.Write(whole)
}

func TestAnAcknowledgementOfWhatIsOverIsStoredAndClosesNothing(t *testing.T) {
	d := plant(t, writable)
	hold := placed(t, d, "C-1")
	if status, answer := post(t, d, editor, about("release", "C-1", object{"answers": []string{hold}})); status != http.StatusCreated {
		t.Fatalf("%d %s", status, answer)
	}
	again := placed(t, d, "C-1", object{"key": "again"})
	if status, answer := post(t, d, admin, about("acknowledge", "C-1", object{"answers": []string{hold}})); status != http.StatusCreated {
		t.Errorf("%d %s", status, answer)
	}
	if status, answer := post(t, d, admin, about("release", "C-1", object{"answers": []string{again}})); status != http.StatusCreated {
		t.Errorf("the hold that was placed since: %d %s", status, answer)
	}
}

func TestWhatWasHeldByAClockThatIsAheadIsNotReleasedInVainAndItIsSaidWhy(t *testing.T) {
	d := plant(t, writable)
	d.source.Now = func() time.Time { return noon.Add(time.Minute) }
	hold, lot := placed(t, d, "C-1"), placed(t, d, "EL-1", object{"target_type": "lot"})
	d.source.Now = func() time.Time { return noon }
	for name, release := range map[string]object{
		"a cell":          about("release", "C-1", object{"answers": []string{hold}}),
		"a cell of a lot": about("release", "C-2", object{"answers": []string{lot}, "answers_of": "EL-1"}),
	} {
		if status, answer := post(t, d, editor, release); status != http.StatusConflict || !strings.Contains(answer, "clocks") || !strings.Contains(answer, "2026-03-10T12:01:00Z") {
			t.Errorf("%s: %d %s", name, status, answer)
		}
	}
}
