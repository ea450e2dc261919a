package plugin

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// statement is the body of POST events: all that an asker may say of an event.
type statement struct {
	Key            string   `json:"key"`
	Badge          string   `json:"badge"`
	Kind           string   `json:"kind"`
	Site           string   `json:"site"`
	TargetType     string   `json:"target_type"`
	TargetID       string   `json:"target_id"`
	ItemID         string   `json:"item_id"`
	Station        string   `json:"station"`
	Equipment      string   `json:"equipment"`
	Position       string   `json:"position"`
	Characteristic string   `json:"characteristic"`
	Rule           string   `json:"rule"`
	Text           string   `json:"text"`
	Disposition    string   `json:"disposition"`
	Severity       string   `json:"severity"`
	Reference      string   `json:"reference"`
	Answers        []string `json:"answers"`
	// AnswersOf is the target of the holds that are answered, where it is another: a cell is decided about, its lot is held.
	AnswersOf string   `json:"answers_of"`
	ExpiresMs int64    `json:"expires_ms"`
	FromMs    int64    `json:"from_ms"`
	ToMs      int64    `json:"to_ms"`
	FromM     *float64 `json:"from_m"`
	ToM       *float64 `json:"to_m"`
	// Amount is by how much a value is to be set higher, in its unit; below zero: lower.
	Amount *float64 `json:"amount"`
}

const (
	targetStation = "station"
	targetEvent   = "event" // what a void strikes when it takes back another
)

// targetTypes are what an event may be about.
var targetTypes = append([]string{record.TargetEquipment, "line", targetStation, "zone", targetEvent}, vocabulary.ItemTypes...)

// wordless are the kinds that need no reason.
var wordless = []string{vocabulary.EventAcknowledge}

// checkStatement tells in a sentence what of a statement cannot be taken from a user.
func (d *Datasource) checkStatement(ctx context.Context, said *statement, user *backend.User) error {
	if !slices.ContainsFunc(writers, func(w writer) bool { return w.to == toEvents && w.kind == said.Kind }) {
		return source.Mistake("kind %q is none that can be said here; one of %s", said.Kind, strings.Join(kindsOf(toEvents, person), ", "))
	}
	if !d.settings.may(user, toEvents, said.Kind) {
		return forbidden("a %s stores no %s: a person decides that", d.settings.standingOf(user), said.Kind)
	}
	if err := d.checkSite(ctx, &said.Site); err != nil {
		return err
	}
	said.Text = strings.TrimSpace(said.Text)
	if said.Text == "" && !slices.Contains(wordless, said.Kind) {
		return source.Mistake("text is empty; say why in a sentence")
	}
	switch request := slices.Contains(vocabulary.RequestEvents, said.Kind); {
	case said.ExpiresMs != 0 && !request:
		return source.Mistake("expires_ms is stated of a %s: a hold ends by itself only where the plan says so (hold_expiry); release it when it is to end", said.Kind)
	case said.ExpiresMs != 0 && said.ExpiresMs <= d.source.Now().UnixMilli():
		return source.Mistake("expires_ms lies in the past")
	}
	if err := said.check(); err != nil {
		return err
	}
	return d.checkRequest(ctx, said)
}

// checkSite accepts a site that the data source is of, and the plan has; one that is left out is the only one of the data source.
func (d *Datasource) checkSite(ctx context.Context, site *string) error {
	if *site == "" && len(d.settings.Sites) == 1 {
		*site = d.settings.Sites[0]
	}
	if err := source.CheckIdentifier("site", *site); err != nil {
		return err
	}
	if len(d.settings.Sites) > 0 && !slices.Contains(d.settings.Sites, *site) {
		return forbidden("this data source is of the sites %s alone; it stores nothing of site %s", strings.Join(d.settings.Sites, ", "), *site)
	}
	return d.checkPlanned(ctx, *site)
}

// checkPlanned accepts the sites of the plan: every other one would be a series of its own, which nobody looks at.
func (d *Datasource) checkPlanned(ctx context.Context, site string) error {
	p, err := d.source.Plan(ctx)
	if err != nil {
		return err
	}
	var sites []string
	for _, planned := range p.SitesAt(d.source.Now().UnixNano()) {
		if len(d.settings.Sites) == 0 || slices.Contains(d.settings.Sites, planned.ID) {
			sites = append(sites, planned.ID)
		}
	}
	if !slices.Contains(sites, site) {
		return source.Mistake("site %s is not in the control plan, which has %s", site, cmp.Or(strings.Join(sites, ", "), "none"))
	}
	return nil
}

// check tells what of a statement does not fit its kind.
func (s *statement) check() error {
	if s.TargetID == "" && s.ItemID != "" {
		s.TargetType, s.TargetID = "item", s.ItemID
	}
	if s.TargetID == "" && s.Kind != vocabulary.EventNote {
		return source.Mistake("target_id is empty; name what the %s is about", s.Kind)
	}
	if s.TargetID != "" && !slices.Contains(targetTypes, s.TargetType) {
		return source.Mistake("target_type %q is none of %s", s.TargetType, strings.Join(targetTypes, ", "))
	}
	if s.Kind == vocabulary.EventRelease && len(s.Answers) == 0 {
		return source.Mistake("answers is empty; name the hold_id of each hold that is lifted")
	}
	if s.Kind == vocabulary.EventVoid && s.TargetType != targetEvent && s.Station == "" && s.FromMs == 0 && s.ToMs == 0 {
		return source.Mistake("a void strikes records: name their station, or from when to when (from_ms, to_ms)")
	}
	if s.Amount != nil && s.Kind != vocabulary.EventRequestAdjust {
		return source.Mistake("amount is taken of a %s only", vocabulary.EventRequestAdjust)
	}
	if s.Disposition != "" && (s.Kind != vocabulary.EventHold || !slices.Contains([]string{vocabulary.EventHold, vocabulary.EventInspect, vocabulary.EventRework}, s.Disposition)) {
		return source.Mistake("disposition %q is not taken: a hold is placed for hold, inspect or rework, any other kind says itself what becomes of the item", s.Disposition)
	}
	return nil
}

// event is the statement as its author says it now.
func (s *statement) event(login, id string, nowMs int64) record.Event {
	e := record.Event{
		ID: id, Kind: s.Kind, Site: s.Site, AtMs: nowMs, Author: login, Badge: s.Badge, Source: vocabulary.SourcePerson,
		TargetType: s.TargetType, TargetID: s.TargetID, ItemID: s.ItemID, Station: s.Station, Equipment: s.Equipment, Position: s.Position,
		Characteristic: s.Characteristic, Rule: s.Rule, Text: s.Text, Severity: s.Severity, Reference: s.Reference,
		Answers: s.Answers, ExpiresMs: s.ExpiresMs, FromMs: s.FromMs, ToMs: s.ToMs, FromM: s.FromM, ToM: s.ToM, Amount: s.Amount,
	}
	if s.Kind == vocabulary.EventHold {
		e.HoldID = id
		e.Disposition = cmp.Or(s.Disposition, vocabulary.EventHold)
	}
	return e
}

// who is the author of an event in a sentence.
func who(e record.Event) string {
	if e.Author == "" {
		return "somebody"
	}
	return e.Author
}

func moment3339(ms int64) string { return time.UnixMilli(ms).UTC().Format(time.RFC3339) }
