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

// writers is who may say what. A program may place a hold and never lift one: nobody would have decided.
var writers = []writer{
	{vocabulary.EventNote, []standing{person, service}},
	{vocabulary.EventHold, []standing{person, service}},
	{vocabulary.EventRelease, []standing{person}},
	{vocabulary.EventRework, []standing{person}},
	{vocabulary.EventScrap, []standing{person}},
	{vocabulary.EventUseAsIs, []standing{person}},
	{vocabulary.EventDowngrade, []standing{person}},
	{vocabulary.EventInspect, []standing{person}},
	{vocabulary.EventAcknowledge, []standing{person}},
	{vocabulary.EventCause, []standing{person}},
	{vocabulary.EventAction, []standing{person}},
	{vocabulary.EventVoid, []standing{person}},
}

// writer is who may store events of a kind.
type writer struct {
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

// may tells whether a user may store events of a kind.
func (s *settings) may(user *backend.User, kind string) bool {
	return slices.Contains(s.kindsOf(s.standingOf(user)), kind)
}

// kindsOf are the kinds of events that one of that standing may store.
func (s *settings) kindsOf(of standing) []string {
	kinds := []string{}
	for _, w := range writers {
		if slices.Contains(w.by, of) {
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
	// Why says what is missing where there are none.
	Why string `json:"why,omitempty"`
}

func (d *Datasource) getRights(r *http.Request) (any, error) {
	user := backend.UserFromContext(r.Context())
	of := d.settings.standingOf(user)
	answer := rights{Login: loginOf(user), Standing: of, Kinds: d.settings.kindsOf(of)}
	if _, lacks := d.settings.writing(); lacks != "" {
		answer.Kinds, answer.Why = []string{}, lacks
	} else if of == nobody {
		answer.Why = notWriter(user)
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
