package record

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// What one event may hold, as ingest bounds it.
const (
	MaxText    = 16384 // bytes
	MaxAnswers = 64
	// MaxContent is what a proposal may hold, which ingest takes from nobody; the database takes 64 kB.
	MaxContent = 60000 // bytes
)

// Identifier is the pattern of items, lots, machines and whatever else is looked up by name.
var Identifier = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$`)

var segmentPattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$`)

// prototypeNames are names that every object of a reader in JavaScript has.
var prototypeNames = []string{
	"constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf",
}

// IsIdentifier tells whether a text may name an item, a lot or an event.
func IsIdentifier(text string) bool {
	return Identifier.MatchString(text) && !slices.Contains(prototypeNames, text)
}

// IsSegment tells whether a text may become a tag or a label.
func IsSegment(text string) bool {
	return segmentPattern.MatchString(text) && !slices.Contains(prototypeNames, text)
}

// isText tells whether a text is short enough to be stored.
func isText(text string) bool { return len(text) <= MaxText }

func isContent(text string) bool { return len(text) <= MaxContent }

// Problem says in a sentence what of an event cannot be stored; "" of one that can.
func (e Event) Problem() string {
	switch {
	case e.ID == "":
		return "event_id is missing"
	case !IsSegment(e.Site):
		return fmt.Sprintf("site %q is none: %s", short(e.Site), segmentSays)
	case !slices.Contains(vocabulary.EventKinds, e.Kind):
		return fmt.Sprintf("kind %q is no kind of event", short(e.Kind))
	}
	for _, f := range texts {
		if v := *f.of(&e); v != "" && !f.fits(v) {
			if f.name != contentField && isText(v) {
				return fmt.Sprintf("%s %q is out of its pattern: %s", f.name, short(v), segmentSays)
			}
			return fmt.Sprintf("%s has %d bytes, at most %d are taken", f.name, len(v), mostOf(f.name))
		}
	}
	return e.boundsProblem()
}

const contentField = "content"

func mostOf(field string) int {
	if field == contentField {
		return MaxContent
	}
	return MaxText
}

const segmentSays = "letters, digits and . _ : - (in IDs also /) are allowed, at most 64, beginning with a letter or digit"

func (e Event) boundsProblem() string {
	if len(e.Answers) > MaxAnswers {
		return fmt.Sprintf("answers names %d holds, at most %d are taken", len(e.Answers), MaxAnswers)
	}
	for _, hold := range e.Answers {
		if !IsIdentifier(hold) {
			return fmt.Sprintf("answers holds %q, which names no hold", short(hold))
		}
	}
	const latest = 9223372036854 // the last millisecond that has nanoseconds
	for _, f := range ints {
		if v := *f.of(&e); v < 0 || v > latest {
			return fmt.Sprintf("%s %d is no time in milliseconds since 1970", f.name, v)
		}
	}
	if e.ToMs != 0 && e.FromMs > e.ToMs {
		return "from_ms lies after to_ms"
	}
	if e.FromM != nil && e.ToM != nil && *e.FromM > *e.ToM {
		return "from_m lies after to_m"
	}
	return ""
}

func short(text string) string {
	const most = 80
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
