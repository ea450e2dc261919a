package plugin

import (
	"net/http"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// standing is what an asker is to those who write.
type standing string

const (
	// nobody: without a login, whatever the role; the alert scheduler; a Viewer whom the settings do not name.
	nobody standing = "nobody"
	// service: a service account, which a program speaks through.
	service standing = "service account"
	// person: an Editor or Admin, or a login that the settings name.
	person standing = "person"
)

// serviceLogin begins the login of every service account of Grafana's.
const serviceLogin = "sa-"

// route is a resource that stores something.
type route string

const (
	toEvents       route = "events"
	toMeasurements route = "measurements"
	toChanges      route = "changes" // of control limits and of the plan
)

// writers is who may say what, and where. A program may place a hold and never lift one: nobody would have decided.
var writers = []writer{
	{toEvents, vocabulary.EventNote, []standing{person, service}},
	{toEvents, vocabulary.EventHold, []standing{person, service}},
	{toEvents, vocabulary.EventRelease, []standing{person}},
	{toEvents, vocabulary.EventRework, []standing{person}},
	{toEvents, vocabulary.EventScrap, []standing{person}},
	{toEvents, vocabulary.EventUseAsIs, []standing{person}},
	{toEvents, vocabulary.EventDowngrade, []standing{person}},
	{toEvents, vocabulary.EventInspect, []standing{person}},
	{toEvents, vocabulary.EventAcknowledge, []standing{person}},
	{toEvents, vocabulary.EventCause, []standing{person}},
	{toEvents, vocabulary.EventAction, []standing{person}},
	{toEvents, vocabulary.EventVoid, []standing{person}},
	{toEvents, vocabulary.EventPause, []standing{person}},
	{toEvents, vocabulary.EventRequestAdjust, []standing{person}},
	{toMeasurements, vocabulary.EventEntry, []standing{person, service}},
	{toChanges, vocabulary.EventChangeProposal, []standing{person, service}},
	{toChanges, vocabulary.EventChangeApproval, []standing{person}},
	{toChanges, vocabulary.EventChangeRejection, []standing{person}},
}

// writer is who may store events of a kind by a route.
type writer struct {
	to   route
	kind string
	by   []standing
}

// standingOf is who asks. Alert rules and pictures of panels run as an Admin whom nobody logged in as, and anonymous access may
// have any role.
func (s *settings) standingOf(user *backend.User) standing {
	switch {
	case user == nil || user.Login == "" || user.Login == scheduler:
		return nobody
	case user.Role != "Editor" && user.Role != "Admin" && !slices.Contains(s.ActionLogins, user.Login):
		return nobody
	case strings.HasPrefix(user.Login, serviceLogin):
		return service
	}
	return person
}

// standingAt is who asks by a route: what holds for all that is judged later is changed by Admins, and by those whom the settings name.
func (s *settings) standingAt(user *backend.User, to route) standing {
	switch {
	case to != toChanges:
		return s.standingOf(user)
	case user == nil || user.Login == "" || user.Login == scheduler || user.Role != "Admin" && !slices.Contains(s.LimitEditors, user.Login):
		return nobody
	case strings.HasPrefix(user.Login, serviceLogin):
		return service
	}
	return person
}

// may tells whether a user may store events of a kind by a route.
func (s *settings) may(user *backend.User, to route, kind string) bool {
	return slices.Contains(kindsOf(to, s.standingAt(user, to)), kind)
}

// kindsOf are the kinds of events that one of that standing may store by a route.
func kindsOf(to route, of standing) []string {
	kinds := []string{}
	for _, w := range writers {
		if w.to == to && slices.Contains(w.by, of) {
			kinds = append(kinds, w.kind)
		}
	}
	return kinds
}

// rights are what the asker may do here, for buttons.
type rights struct {
	Login    string   `json:"login"`
	Standing standing `json:"standing"`
	// Kinds are the kinds of events that POST events takes from the asker now.
	Kinds []string `json:"kinds"`
	// Measurements is whether POST measurements takes values from the asker.
	Measurements bool `json:"measurements"`
	// Proposes are those of them that are stored as proposals now, since the MES decides.
	Proposes []string `json:"proposes,omitempty"`
	// Changes are the kinds of events that POST control-limits and POST plan-revisions take from the asker.
	Changes []string `json:"changes"`
	// Why says what is missing where there are none.
	Why string `json:"why,omitempty"`
}

func (d *Datasource) getRights(r *http.Request) (any, error) {
	user := backend.UserFromContext(r.Context())
	of := d.settings.standingOf(user)
	answer := rights{
		Login: loginOf(user), Standing: of, Kinds: kindsOf(toEvents, of), Measurements: len(kindsOf(toMeasurements, of)) > 0,
		Changes: kindsOf(toChanges, d.settings.standingAt(user, toChanges)),
	}
	if _, lacks := d.settings.writing(); lacks != "" {
		answer.Kinds, answer.Measurements, answer.Changes, answer.Why = []string{}, false, []string{}, lacks
		return answer, nil
	}
	if of == nobody && len(answer.Changes) == 0 {
		answer.Why = notWriter(user)
		return answer, nil
	}
	proposing, err := d.proposing(r.Context())
	if err != nil {
		return nil, err
	}
	for _, kind := range answer.Kinds {
		if slices.Contains(proposing, kind) {
			answer.Proposes = append(answer.Proposes, kind)
		}
	}
	return answer, nil
}

// notWriter says why a user may store nothing.
func notWriter(user *backend.User) string {
	if loginOf(user) == "" {
		return "Nobody is logged in: what is stored needs an author. Log in as an Editor or Admin."
	}
	return "The login " + user.Login + " may only look: an Editor or Admin may store events, or a login that an administrator names in the data source's settings (actionLogins)."
}
