package plugin

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"reflect"
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/commands"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// storedAnswer is what a POST gives: the event as it was read back.
type storedAnswer struct {
	Event record.Event `json:"event"`
	// Notices say what of the request was not stored.
	Notices []string `json:"notices,omitempty"`
}

// postEvent stores what somebody says about an item, a lot or a machine: 201 once it was read back, 200 with the first event
// when the same is sent again under its key.
func (d *Datasource) postEvent(r *http.Request) (int, any, error) {
	var said statement
	user, err := d.readFrom(r, toEvents, &said)
	if err != nil {
		return 0, nil, err
	}
	if err := d.checkStatement(r.Context(), &said, user); err != nil {
		return 0, nil, err
	}
	key, err := keyOf(r, said.Key)
	if err != nil {
		return 0, nil, err
	}
	now := d.source.Now()
	event := said.event(user.Login, identityOf(user.Login, key), now.UnixMilli())
	proposing, err := d.proposing(r.Context())
	if err != nil {
		return 0, nil, err
	}
	if slices.Contains(proposing, said.Kind) {
		event = proposed(event)
	}
	people, err := d.ledger.People(r.Context())
	if err != nil {
		return 0, nil, err
	}
	stored, err := d.ledger.Store(r.Context(), event, func(about []record.Event) error {
		if of := said.AnswersOf; of != "" && of != event.About() {
			held, err := d.ledger.About(r.Context(), of)
			if err != nil {
				return err
			}
			return answerable(event, of, held, now.UnixMilli())
		}
		return answerable(event, event.About(), about, now.UnixMilli())
	})
	if err != nil {
		return 0, nil, err
	}
	kept := people.Keep(event.Whole())
	if !stored.New {
		if !same(kept, stored.Event) {
			return 0, nil, conflict("the key was used for something else: a %s about %s, stored as %s; take a new key", stored.Event.Kind, stored.Event.About(), stored.Event.ID)
		}
		return http.StatusOK, storedAnswer{Event: stored.Event}, nil
	}
	answer := storedAnswer{Event: stored.Event}
	if event.Kind == vocabulary.EventProposal {
		answer.Notices = append(answer.Notices, proposedNotice(said.Kind))
	}
	if kept.Text != event.Text {
		answer.Notices = append(answer.Notices, "The text was not stored: personal data are off here, and the plan keeps no free text (keep_free_text).")
	}
	return http.StatusCreated, answer, nil
}

// readFrom reads what a user who may store anything sent.
func (d *Datasource) readFrom(r *http.Request, to route, said any) (*backend.User, error) {
	user := backend.UserFromContext(r.Context())
	if d.settings.standingAt(user, to) == nobody {
		if to == toChanges && loginOf(user) != "" {
			return nil, forbidden("The login %s changes no limits: an Admin may, or a login that an administrator names in the data source's settings (limitEditors).", user.Login)
		}
		return nil, forbidden("%s", notWriter(user))
	}
	if _, lacks := d.settings.writing(); lacks != "" {
		return nil, refuse(http.StatusNotImplemented, "%s", lacks)
	}
	return user, readWritten(r, said)
}

// identityOf is the event_id of what a login says under a key.
func identityOf(login, key string) string {
	const bytes = 16
	sum := sha256.Sum256([]byte(login + "\x00" + key))
	return "event-" + hex.EncodeToString(sum[:bytes])
}

// same tells whether two events say the same, whenever they were said.
func same(a, b record.Event) bool {
	for _, e := range []*record.Event{&a, &b} {
		e.AtMs, e.ReceivedMs = 0, 0
		if commands.IsRequest(*e) {
			e.ExpiresMs = 0
		}
		if len(e.Answers) == 0 {
			e.Answers = nil
		}
	}
	return reflect.DeepEqual(a, b)
}

// answerable tells whether an event may answer the holds that it names: all were placed on a target, by the events about which they are
// looked for, none is closed, and a decision about that target closes each. One about an item leaves the hold of its lot as it is.
func answerable(e record.Event, target string, about []record.Event, nowMs int64) error {
	decides := slices.Contains(vocabulary.Dispositions, e.Kind) && e.Kind != vocabulary.EventHold
	e.ReceivedMs = nowMs
	before, after := holds.Fold(about), holds.Fold(append(slices.Clone(about), e))
	for _, named := range e.Answers {
		hold := holdCalled(before, named, nowMs)
		sent, since := sentBy(before, target, named, nowMs)
		switch {
		case hold == nil && sent && since == nil:
		case hold == nil && sent && decides:
			return conflict("%s was decided about since %s: %s by %s at %s", target, named, since.Kind, who(*since), moment3339(since.AtMs))
		case hold == nil && sent:
		case hold == nil:
			return refuse(http.StatusNotFound, "no hold %s is placed on %s; where it was placed on something else, name that in answers_of", named, target)
		case !decides:
		case hold.ClosedBy != nil:
			return conflict("hold %s is closed already: %s by %s at %s", named, hold.ClosedBy.Kind, who(*hold.ClosedBy), moment3339(hold.ClosedBy.AtMs))
		case hold.Said[0].ReceivedMs > nowMs:
			return conflict("hold %s was stored at %s, which is later than now by the clock of this server (%s): a decision answers what was stored before it. The clocks of the servers differ; try again then, and set them right",
				named, moment3339(hold.Said[0].ReceivedMs), moment3339(nowMs))
		case hold.Expired(nowMs):
			return conflict("hold %s is closed already: it expired at %s", named, moment3339(hold.ExpiresMs()))
		case target == e.About() && holdCalled(after, named, nowMs).Open(nowMs):
			return source.Mistake("the %s is about less than hold %s: leave out what narrows it (station, position, times, metres), or place a hold on the rest", e.Kind, named)
		}
	}
	return nil
}

// sentBy tells whether an event sent a target to be inspected or reworked, and what was decided about it since: nil while that waits.
func sentBy(book *holds.Book, target, id string, nowMs int64) (sent bool, since *record.Event) {
	for _, s := range book.Standings(nowMs) {
		if s.Target == target && s.Why != nil {
			since = s.Why
		}
	}
	sent = slices.ContainsFunc(book.Decisions(), func(e *record.Event) bool {
		return e.ID == id && e.About() == target && slices.Contains(vocabulary.QueueingEvents, e.Kind)
	})
	if sent && since != nil && since.ID == id {
		since = nil
	}
	return sent, since
}

// holdCalled is the hold of that ID, of several an open one; nil where there is none.
func holdCalled(book *holds.Book, id string, nowMs int64) (found *holds.Hold) {
	for _, h := range book.Holds() {
		if h.Called(id) && (found == nil || h.Open(nowMs)) {
			found = h
		}
	}
	return found
}
