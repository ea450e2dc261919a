package query

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Option is a value that an editor or a variable offers.
type Option struct {
	Value string `json:"value"`
	Label string `json:"label"`
	// Planned is false for what was stored without being in the control plan.
	Planned bool `json:"planned"`
	// Station, Unit, Decimals, Item and Type are given where the route states them.
	Station  string  `json:"station,omitempty"`
	Unit     string  `json:"unit,omitempty"`
	Decimals *uint16 `json:"decimals,omitempty"`
	Item     string  `json:"item,omitempty"`
	Type     string  `json:"type,omitempty"`
}

// Scope narrows a list of options; empty lists do not.
type Scope struct {
	Sites, Lines, Stations, Equipment []string
	Range                             Range
}

// options collects values once, planned ones first.
type options struct {
	list []Option
	seen map[string]bool
}

func (o *options) add(option Option) {
	if option.Value == "" || o.seen[option.Station+"\x00"+option.Value] {
		return
	}
	if o.seen == nil {
		o.seen = map[string]bool{}
	}
	o.seen[option.Station+"\x00"+option.Value] = true
	if option.Label == "" {
		option.Label = option.Value
	}
	o.list = append(o.list, option)
}

func (o *options) addUnplanned(values []string) {
	slices.SortFunc(values, table.Natural)
	for _, v := range values {
		o.add(Option{Value: v})
	}
}

// allowed tells whether a scope lets a value pass.
func allowed(list []string, value string) bool { return len(list) == 0 || slices.Contains(list, value) }

type plannedSite struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Lines []string `json:"lines"`
}

type plannedEquipment struct {
	ID        string   `json:"id"`
	Station   string   `json:"station"`
	Line      string   `json:"line"`
	Positions []string `json:"positions"`
}

// plannedSites are the sites of the plan that the datasource may read.
func (e *Env) plannedSites(p *Plan) []plannedSite {
	var sites []plannedSite
	if json.Unmarshal([]byte(p.Setting("sites", e.Now().UnixNano())), &sites) != nil {
		return nil
	}
	return slices.DeleteFunc(sites, func(s plannedSite) bool { return !allowed(e.Sites, s.ID) })
}

// plannedEquipment are the machines of the plan within a scope.
func (e *Env) plannedEquipment(p *Plan, scope Scope) []plannedEquipment {
	var out []plannedEquipment
	for _, site := range e.plannedSites(p) {
		if !allowed(scope.Sites, site.ID) {
			continue
		}
		var machines []plannedEquipment
		_ = json.Unmarshal([]byte(p.Setting("equipment:"+site.ID, e.Now().UnixNano())), &machines)
		for _, m := range machines {
			if allowed(scope.Lines, m.Line) && allowed(scope.Stations, m.Station) && allowed(scope.Equipment, m.ID) {
				out = append(out, m)
			}
		}
	}
	return out
}

// lookupSpan is how far back stored values are looked for unless the scope says.
const lookupSpan = 30 * 24 * time.Hour

func (e *Env) rangeOf(scope Scope) influx.Range {
	from, to := scope.Range.From, scope.Range.To
	if to.IsZero() {
		to = e.Now().Add(time.Hour)
	}
	if from.IsZero() || !from.Before(to) {
		from = to.Add(-lookupSpan)
	}
	return influx.Range{From: from.UnixNano(), To: to.UnixNano()}
}

// storedTags are the values of a tag in the scope's stations, or in the states of equipment.
func (e *Env) storedTags(ctx context.Context, tag string, scope Scope) ([]string, error) {
	measurements := scope.Stations
	if len(measurements) == 0 {
		measurements = []string{"equipment_state"}
		if tag == "product" {
			return nil, nil
		}
	}
	var values []string
	for _, measurement := range measurements {
		if err := checkName("station", measurement); err != nil {
			return nil, err
		}
		found, err := e.Client.TagValues(ctx, e.Databases.Visits, measurement, tag, e.rangeOf(scope), e.tagScope(scope)...)
		if err != nil {
			return nil, err
		}
		values = append(values, found...)
	}
	return values, nil
}

func (e *Env) tagScope(scope Scope) []influx.Condition {
	var where []influx.Condition
	for _, of := range []struct {
		tag    string
		values []string
	}{{"site", e.Sites}, {"site", scope.Sites}, {"line", scope.Lines}, {"equipment", scope.Equipment}} {
		if len(of.values) > 0 {
			where = append(where, influx.Condition{Column: influx.Tag(of.tag), Operator: "=", Values: anyValues(of.values)})
		}
	}
	return where
}

// stationItem says what a station works on: cell, tray, roll …
func stationItem(row *plan.Row) string { return row.Text("item") }
