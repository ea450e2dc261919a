package record

import (
	"regexp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// People is what the plan lets be stored of people.
type People struct {
	Mode plan.PersonalData
	// FreeText is whether texts that people wrote are kept.
	FreeText bool
}

// unlisted stands for a name that no look-up file was asked for.
const unlisted = "unlisted"

var loginPattern = regexp.MustCompile(`^[A-Za-z0-9._:@-]{1,64}$`)

// Keep is the event with what may be stored of people. Whoever said it through Grafana or decided is a login, and stays for the
// audit, as systems do.
func (p People) Keep(e Event) Event {
	if p.Mode == plan.PersonalDataClear {
		return e
	}
	if !p.FreeText && e.Kind != vocabulary.EventSeal && e.Kind != vocabulary.EventProof { // which no person writes
		e.Text = ""
	}
	e.Author, e.Approver, e.Badge = p.name(e.Author), p.name(e.Approver), p.badge(e.Badge)
	return e
}

// badgePattern is a number, behind a few letters at most: nobody's name without the list that the plant keeps of its badges.
var badgePattern = regexp.MustCompile(`^[A-Za-z]{0,4}[._-]?[0-9]{1,20}$`)

func (p People) badge(badge string) string {
	switch {
	case p.Mode == plan.PersonalDataOff || badge == "":
		return ""
	case badgePattern.MatchString(badge):
		return badge
	}
	return unlisted
}

func (p People) name(name string) string {
	switch {
	case name == "" || slices.Contains(vocabulary.EventSources, name) || loginPattern.MatchString(name):
		return name
	case p.Mode == plan.PersonalDataOff:
		return ""
	}
	return unlisted
}
