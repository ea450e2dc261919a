package plugin

import (
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
)

// askers are all as whom Grafana opens a door. Alert rules run as an Admin, and so are pictures of panels for notifications made;
// public dashboards and anonymous access have no login, whatever their role.
var askers = map[string]struct {
	user    *backend.User
	decides bool
}{
	"nobody":                    {nil, false},
	"a public dashboard":        {&backend.User{}, false},
	"anonymous access":          {&backend.User{Role: "Viewer"}, false},
	"anonymous access as Admin": {&backend.User{Role: "Admin"}, false},
	"the alert scheduler":       {&backend.User{Login: scheduler, Role: "Admin"}, false},
	"somebody without a role":   {&backend.User{Login: "none", Role: "None"}, false},
	"a Viewer":                  {&backend.User{Login: "viewer", Role: "Viewer"}, false},
	"a service account":         {&backend.User{Login: "sa-1-robot", Role: "Admin"}, false},
	"an Editor":                 {&backend.User{Login: "editor", Role: "Editor"}, true},
	"an Admin":                  {&backend.User{Login: "admin", Role: "Admin"}, true},
}

// TestByEveryDoorOnlyThosePersonsWhoMayDecideSeeMoreThanAViewer: and they see but who decided.
func TestByEveryDoorOnlyThosePersonsWhoMayDecideSeeMoreThanAViewer(t *testing.T) {
	slowtest.ManyQueries(t)
	d := doorsPlant(t, `,"personalData":"pseudonym"`)
	viewer, editor := askers["a Viewer"].user, askers["an Editor"].user
	more := 0
	for _, door := range allDoors() {
		asViewer, asEditor := throughAs(t, d, door, viewer), throughAs(t, d, door, editor)
		if asViewer != asEditor {
			more++
			if !strings.Contains(door, `"events"`) && !strings.Contains(door, `"traveler"`) && !strings.HasPrefix(door, "GET audit") {
				t.Errorf("%s tells an Editor\n%s\nand a Viewer\n%s", door, asEditor, asViewer)
			}
		}
		for name, asker := range askers {
			want := asViewer
			if asker.decides {
				want = asEditor
			}
			if got := throughAs(t, d, door, asker.user); got != want {
				t.Errorf("%s tells %s\n%s\nwant\n%s", door, name, got, want)
			}
		}
	}
	if more < 5 {
		t.Errorf("only %d doors tell an Editor more than a Viewer: the test looks away", more)
	}
}

func TestAnAuthorIsShownToThosePersonsWhoMayDecide(t *testing.T) {
	d := doorsPlant(t, `,"personalData":"pseudonym"`)
	for name, asker := range askers {
		frame := askAs(t, d, `{"queryType":"events","filters":[{"key":"site","operator":"=","value":"de1"}]}`, asker.user).Frames[0]
		author, _ := frame.FieldByName("author")
		if shown, ok := author.ConcreteAt(0); ok != asker.decides || ok && shown != somebody {
			t.Errorf("%s sees %v", name, shown)
		}
	}
	if status, answer := call(t, d, http.MethodGet, "filter-values?station=filling&key=operator", ""); status != http.StatusOK || !strings.Contains(answer, somebody) {
		t.Errorf("pseudonyms may be chosen: %d %s", status, answer)
	}
}
