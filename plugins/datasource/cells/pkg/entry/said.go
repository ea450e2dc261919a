// Package entry says which values people and laboratories may enter, and what becomes of one that was entered. Pure.
package entry

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Said is all that whoever enters values may say.
type Said struct {
	Key string `json:"key"`
	// Badge is who stands before a screen that many use; it is stored beside the login and allows nothing.
	Badge   string `json:"badge"`
	Site    string `json:"site"`
	Station string `json:"station"`
	// Equipment may be left out where the station has one machine at the site.
	Equipment string `json:"equipment"`
	ItemID    string `json:"item_id"`
	// Product may be left out where the item is known, or the plan has one.
	Product string `json:"product"`
	// Visit may be left out: the next one of the item there.
	Visit       int64    `json:"visit"`
	Verdict     string   `json:"verdict"`
	RunType     string   `json:"run_type"`
	Position    string   `json:"position"`
	Slot        string   `json:"slot"`
	Carrier     string   `json:"carrier"`
	Lane        string   `json:"lane"`
	FromM       *float64 `json:"from_m"`
	ToM         *float64 `json:"to_m"`
	TimestampMs int64    `json:"timestamp_ms"` // when it was measured
	// Values are numbers, true or false, or texts, by characteristic; Units what they were read in, where it is said.
	Values map[string]any    `json:"values"`
	Units  map[string]string `json:"units"`
	Note   string            `json:"note"`
}

// Beside is what is known of an item beside what was said: the product it was recorded as last, "" where it is not known.
type Beside struct {
	Product string
	Now     time.Time
}

const (
	maxValues = 64
	maxBadge  = 64
	maxVisit  = 9999
	// ahead is how far the clock of whoever measures may be before the server's.
	ahead = 5 * time.Minute
)

// AsVisit is what was said as a visit, checked against the plan in force, and what the plan says of its values; its number is 0 where none was
// said. A source.UserError says in a sentence what is wrong.
func (s *Said) AsVisit(p *plan.Plan, beside Beside) (record.Visit, []Value, error) {
	ns := beside.Now.UnixNano()
	s.Note = strings.TrimSpace(s.Note)
	if err := s.check(beside.Now); err != nil {
		return record.Visit{}, nil, err
	}
	station := p.StationRow(s.Station, ns)
	if station == nil || p.Elsewhere.Stations[s.Station] {
		return record.Visit{}, nil, source.Mistake("station %s is not in the control plan, which has %s", s.Station, named(p.StationsAt(ns), func(r *plan.Row) string { return r.Station }))
	}
	machine, err := s.machine(p, ns)
	if err != nil {
		return record.Visit{}, nil, err
	}
	product, err := s.product(p, beside)
	if err != nil {
		return record.Visit{}, nil, err
	}
	if worksOn := plan.StationItem(station); worksOn != vocabulary.ItemRoll && (s.Lane != "" || s.FromM != nil || s.ToM != nil) {
		return record.Visit{}, nil, source.Mistake("lane, from_m and to_m are places on a roll; station %s works on %s", s.Station, cmp.Or(worksOn, vocabulary.ItemCell))
	}
	v := record.Visit{
		Station: s.Station, Item: s.ItemID, WorksOn: plan.StationItem(station), Resolution: station.Text("time_resolution"),
		Site: s.Site, Line: machine.Line, Equipment: machine.ID, Product: product, Number: s.Visit, Verdict: s.Verdict,
		RunType: cmp.Or(s.RunType, vocabulary.RunTypeProduction), Position: s.Position, Slot: s.Slot, Carrier: s.Carrier, Lane: s.Lane,
		FromM: s.FromM, ToM: s.ToM, SourceMs: s.TimestampMs, Note: s.Note, Values: map[string]any{},
	}
	values, err := s.values(p, v, ns)
	for _, value := range values {
		v.Values[value.Characteristic] = value.stored
	}
	return v, values, err
}

// check tells what of a statement no plan could make good.
func (s *Said) check(now time.Time) error {
	if err := source.CheckIdentifier("item_id", s.ItemID); err != nil {
		return err
	}
	if !record.IsIdentifier(s.ItemID) {
		return source.Mistake("item_id %q cannot be an ID", s.ItemID)
	}
	if err := source.CheckName("station", s.Station); err != nil {
		return err
	}
	for _, of := range []struct{ name, text string }{
		{"site", s.Site}, {"equipment", s.Equipment}, {"position", s.Position}, {"slot", s.Slot}, {"carrier", s.Carrier}, {"lane", s.Lane},
	} {
		if of.text != "" && !record.IsSegment(of.text) {
			return source.Mistake("%s %q is out of its pattern: letters, digits and . _ : - are allowed, at most 64, beginning with a letter or digit", of.name, of.text)
		}
	}
	if s.Verdict != "" && !slices.Contains(vocabulary.Verdicts, s.Verdict) {
		return source.Mistake("verdict %q is none of %s", s.Verdict, strings.Join(vocabulary.Verdicts, ", "))
	}
	if s.RunType != "" && !slices.Contains(vocabulary.RunTypes, s.RunType) {
		return source.Mistake("run_type %q is none of %s", s.RunType, strings.Join(vocabulary.RunTypes, ", "))
	}
	switch {
	case s.Visit < 0 || s.Visit > maxVisit:
		return source.Mistake("visit %d is none of 1 to %d", s.Visit, maxVisit)
	case len(s.Badge) > maxBadge:
		return source.Mistake("badge has %d bytes, at most %d are taken", len(s.Badge), maxBadge)
	case len(s.Note) > record.MaxText:
		return source.Mistake("note has %d bytes, at most %d are taken", len(s.Note), record.MaxText)
	case s.FromM != nil && s.ToM != nil && *s.FromM > *s.ToM:
		return source.Mistake("from_m lies after to_m")
	}
	return s.checkTime(now)
}

func (s *Said) checkTime(now time.Time) error {
	kept := vocabulary.DatabaseRetentionDays[vocabulary.DatabaseVisits]
	const day = 24 * time.Hour
	switch {
	case s.TimestampMs <= 0:
		return source.Mistake("timestamp_ms is missing: say when it was measured, in milliseconds since 1970; the same when it is sent again")
	case s.TimestampMs > now.Add(ahead).UnixMilli():
		return source.Mistake("timestamp_ms is %d s ahead", (s.TimestampMs-now.UnixMilli())/1000)
	case s.TimestampMs < now.Add(-time.Duration(kept)*day).UnixMilli():
		return source.Mistake("timestamp_ms is older than the %d days that are kept", kept)
	}
	return nil
}

// machine is where it was measured: the named one, or the only one of the station at the site.
func (s *Said) machine(p *plan.Plan, ns int64) (plan.Equipment, error) {
	of := slices.DeleteFunc(p.EquipmentAt(s.Site, max(ns, p.Begin)), func(e plan.Equipment) bool { return e.Station != s.Station })
	ids := named(of, func(e plan.Equipment) string { return e.ID })
	at := slices.IndexFunc(of, func(e plan.Equipment) bool { return e.ID == s.Equipment })
	if s.Equipment == "" && len(of) == 1 {
		at = 0
	}
	switch {
	case at < 0 && s.Equipment == "":
		return plan.Equipment{}, source.Mistake("equipment is empty; at station %s and site %s the plan has %s", s.Station, s.Site, ids)
	case at < 0:
		return plan.Equipment{}, source.Mistake("equipment %s does not stand at station %s of site %s, where the plan has %s", s.Equipment, s.Station, s.Site, ids)
	case s.Position != "" && len(of[at].Positions) > 0 && !slices.Contains(of[at].Positions, s.Position):
		return plan.Equipment{}, source.Mistake("position %s is none of %s, which has %s", s.Position, of[at].ID, strings.Join(of[at].Positions, ", "))
	}
	return of[at], nil
}

func (s *Said) product(p *plan.Plan, beside Beside) (string, error) {
	products := p.ProductsAt(beside.Now.UnixNano())
	product := cmp.Or(s.Product, beside.Product)
	switch {
	case product == "" && len(products) == 1:
		return products[0].ID, nil
	case product == "":
		return "", source.Mistake("product is empty, and nothing is known of %s that tells it; the plan has %s", s.ItemID, named(products, idOfProduct))
	case s.Product == "" || slices.ContainsFunc(products, func(of plan.Product) bool { return of.ID == product }):
		return product, nil
	}
	return "", source.Mistake("product %s is not in the control plan, which has %s", product, named(products, idOfProduct))
}

func named[T any](of []T, id func(T) string) string {
	var ids []string
	for _, one := range of {
		ids = append(ids, id(one))
	}
	return cmp.Or(strings.Join(ids, ", "), "none")
}

func idOfProduct(p plan.Product) string { return p.ID }
