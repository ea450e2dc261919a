package plugin

import (
	"errors"
	"maps"
	"net/http"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/entry"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// entryForm is what GET measurements gives.
type entryForm struct {
	entry.Form
	// Item is what is known of the one that was asked for.
	Item *knownItem `json:"item,omitempty"`
}

type knownItem struct {
	ID       string   `json:"id"`
	Known    bool     `json:"known"`
	Product  string   `json:"product,omitempty"`
	Stations []string `json:"stations"`
}

// getEntryForm gives what may be entered, of an item that is named with the limits of its product.
func (d *Datasource) getEntryForm(r *http.Request) (any, error) {
	run := &source.Run{Source: d.source}
	p, err := run.Plan(r.Context())
	if err != nil {
		return nil, err
	}
	product := r.URL.Query().Get("product")
	var item *knownItem
	if id := r.URL.Query().Get("item_id"); id != "" {
		if err := source.CheckIdentifier("item_id", id); err != nil {
			return nil, err
		}
		known, err := run.Known(r.Context(), p, id)
		if err != nil {
			return nil, err
		}
		item = &knownItem{ID: id, Known: known.Seen, Product: known.Product, Stations: append([]string{}, known.Stations...)}
		if product == "" {
			product = known.Product
		}
	}
	if product == "" {
		product = plan.Any
	}
	return entryForm{entry.FormAt(p, d.source.PlannedSites(p), product, d.source.Now().UnixNano()), item}, nil
}

// measuredAnswer is what POST measurements gives: the visit and its values as they are stored, and who entered them.
type measuredAnswer struct {
	Measurement measurement  `json:"measurement"`
	Event       record.Event `json:"event"`
	Notices     []string     `json:"notices,omitempty"`
}

type measurement struct {
	Site        string        `json:"site"`
	Line        string        `json:"line"`
	Equipment   string        `json:"equipment"`
	Position    string        `json:"position,omitempty"`
	Station     string        `json:"station"`
	ItemID      string        `json:"item_id"`
	Product     string        `json:"product"`
	Visit       int64         `json:"visit"`
	RunType     string        `json:"run_type"`
	Verdict     string        `json:"verdict,omitempty"`
	TimestampMs int64         `json:"timestamp_ms"`
	Values      []entry.Value `json:"values"`
}

// postMeasurement stores what was measured by hand or in a laboratory, as a visit like any other: 201 once it was read back, 200 when the
// same is sent again under its key.
func (d *Datasource) postMeasurement(r *http.Request) (int, any, error) {
	var said entry.Said
	user, err := d.readFrom(r, toMeasurements, &said)
	if err != nil {
		return 0, nil, err
	}
	if !d.settings.may(user, toMeasurements, vocabulary.EventEntry) {
		return 0, nil, forbidden("a %s enters no values", d.settings.standingOf(user))
	}
	if err := d.checkSite(r.Context(), &said.Site); err != nil {
		return 0, nil, err
	}
	key, err := keyOf(r, said.Key)
	if err != nil {
		return 0, nil, err
	}
	run := &source.Run{Source: d.source}
	p, err := run.Plan(r.Context())
	if err != nil {
		return 0, nil, err
	}
	var known source.Known
	if source.CheckIdentifier("item_id", said.ItemID) == nil {
		if known, err = run.Known(r.Context(), p, said.ItemID); err != nil {
			return 0, nil, err
		}
	}
	now := d.source.Now()
	v, values, err := said.AsVisit(p, entry.Beside{Product: known.Product, Now: now})
	if err != nil {
		return 0, nil, err
	}
	v.Operator = user.Login
	by := record.Event{
		ID: identityOf(user.Login, key), Kind: vocabulary.EventEntry, Site: v.Site, AtMs: now.UnixMilli(), Author: user.Login, Badge: said.Badge,
		Source: vocabulary.SourcePerson, TargetType: targetOf(v), TargetID: v.Item, Station: v.Station, Equipment: v.Equipment, Position: v.Position,
		FromMs: v.SourceMs, Text: entry.Sentence(values),
	}
	if len(v.Values) == 1 {
		by.Characteristic = slices.Collect(maps.Keys(v.Values))[0]
	}
	stored, err := d.ledger.StoreVisit(r.Context(), v, by)
	var other *ledger.OtherError
	if errors.As(err, &other) {
		return 0, nil, conflict("the key was used for something else: a %s about %s, stored as %s; take a new key", other.Event.Kind, other.Event.About(), other.Event.ID)
	}
	if err != nil {
		return 0, nil, err
	}
	answer := measuredAnswer{Measurement: toldOf(stored.Visit, values), Event: stored.Event}
	if !stored.New {
		return http.StatusOK, answer, nil
	}
	if !known.Seen {
		answer.Notices = append(answer.Notices, "Nothing else is known of "+v.Item+": look whether the ID is right.")
	}
	if people, err := d.ledger.People(r.Context()); err == nil && v.Note != "" && people.Keep(record.Event{Text: v.Note}).Text == "" {
		answer.Notices = append(answer.Notices, "The note was not stored: personal data are off here, and the plan keeps no free text (keep_free_text).")
	}
	return http.StatusCreated, answer, nil
}

// targetOf is what the item of a visit is.
func targetOf(v record.Visit) string {
	switch v.WorksOn {
	case "", vocabulary.ItemTray:
		return vocabulary.ItemCell
	}
	return v.WorksOn
}

func toldOf(v record.Visit, values []entry.Value) measurement {
	return measurement{
		Site: v.Site, Line: v.Line, Equipment: v.Equipment, Position: v.Position, Station: v.Station, ItemID: v.Item, Product: v.Product,
		Visit: v.Number, RunType: v.RunType, Verdict: v.Verdict, TimestampMs: v.SourceMs, Values: values,
	}
}
