// Package seals says what a daily seal of the stored events is: which events are of a day, and what is stored and told of them, so that
// a later change shows. Pure.
package seals

import (
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// Margin is how long after its end a day is sealed: what was on its way is stored until then.
	Margin = 15 * time.Minute
	// LateDays are the days before a sealed one of which events that came after their own seal are sealed with it.
	LateDays = 7

	day = 24 * time.Hour
	// targetDay is the type of the target of a seal, which is a day.
	targetDay = "day"
	author    = vocabulary.SourceCellthread
)

// Seal is what was stored on a UTC day. Text says it: it is the content of the event, and of the message to the broker.
type Seal struct {
	Day  Day
	Text string
}

// said is the text of a seal, its names in the order of the alphabet.
type said struct {
	Before string `json:"before"` // digest of the seal before; empty in the first
	Count  int    `json:"count"`
	Day    Day    `json:"day"`
	Late   int    `json:"late"` // how many of count were stored under a day that was sealed before
	Root   string `json:"root"`
}

// Make seals the entries of a day, after the seal of the day before, if there is one.
func Make(of Day, entries []Entry, before *Seal) Seal {
	s := said{Count: len(entries), Day: of, Root: Root(entries)}
	for _, e := range entries {
		if e.Late {
			s.Late++
		}
	}
	if before != nil {
		s.Before = before.Digest()
	}
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // texts and numbers
	}
	return Seal{Day: of, Text: string(text)}
}

// Digest is the SHA-256 of the text, which the next seal names.
func (s Seal) Digest() string { return record.SHA256(s.Text) }

// Root is the root that it states; empty where its text is none of a seal.
func (s Seal) Root() string {
	of, _ := s.says()
	return of.Root
}

// namesAnother tells whether the seal of the next day, if there is one, says that the one before it was another.
func (s *Seal) namesAnother(before *Seal) bool {
	if s == nil {
		return false
	}
	of, is := s.says()
	return is && of.Before != before.Digest()
}

var rootPattern = regexp.MustCompile(`^[0-9a-f]{64}$`)

// says is what it states; is tells whether its text is that of a seal of its day.
func (s Seal) says() (of said, is bool) {
	if json.Unmarshal([]byte(s.Text), &of) != nil {
		return said{}, false
	}
	return of, of.Day == s.Day && rootPattern.MatchString(of.Root)
}

// Event is the event that stores a seal: the same whoever seals the day, so that it is stored once.
func (s Seal) Event(site string) record.Event {
	from, to := s.Day.Bounds()
	return record.Event{
		ID: "seal-" + string(s.Day), Kind: vocabulary.EventSeal, Site: site, AtMs: to.UnixMilli(), FromMs: from.UnixMilli(), ToMs: to.UnixMilli(),
		TargetType: targetDay, TargetID: string(s.Day), Source: author, Author: author, Text: s.Text,
	}
}

// Of are the seals that events store, in the order of their days; of several of a day the one that was stored first.
func Of(events []record.Event) (out []Seal) {
	events = slices.Clone(events)
	slices.SortStableFunc(events, func(a, b record.Event) int { return cmp.Compare(a.ReceivedMs, b.ReceivedMs) })
	seen := map[Day]bool{}
	for _, e := range events {
		of, is := ParseDay(e.TargetID)
		if e.Kind == vocabulary.EventSeal && is && !seen[of] {
			seen[of] = true
			out = append(out, Seal{Day: of, Text: e.Text})
		}
	}
	slices.SortFunc(out, func(a, b Seal) int { return compare(a.Day, b.Day) })
	return out
}

// Topic is where the seal of a day is told.
func Topic(enterprise, site string, of Day) string {
	return fmt.Sprintf("umh/v1/%s/%s/_seal/%s", enterprise, site, of)
}
