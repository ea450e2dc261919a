// Package lookup lists what editors, variables and filters offer.
package lookup

import (
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Option is a value that an editor or a variable offers.
type Option struct {
	Value string `json:"value"`
	Label string `json:"label"`
	// Planned is false for what was stored without being in the control plan.
	Planned bool `json:"planned"`
	// Texts says it in each language of the plan (two letters), where the route has it.
	Texts map[string]string `json:"texts,omitempty"`
	// Station, Unit, Decimals, Item and Type are given where the route states them.
	Station  string  `json:"station,omitempty"`
	Unit     string  `json:"unit,omitempty"`
	Decimals *uint16 `json:"decimals,omitempty"`
	Item     string  `json:"item,omitempty"`
	Type     string  `json:"type,omitempty"`
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

// rangeOf is the time of a scope, by default the last weeks.
func rangeOf(from *source.Source, scope source.Scope) source.Span {
	begin, end := scope.Range.From, scope.Range.To
	if end.IsZero() {
		end = from.Now().Add(time.Hour)
	}
	if begin.IsZero() || !begin.Before(end) {
		begin = end.Add(-source.LookupSpan)
	}
	return source.Span{From: begin.UnixNano(), To: end.UnixNano()}
}

// storedTags are the values of a tag in the scope's stations, or in the states of equipment.
func storedTags(ctx context.Context, from *source.Source, tag string, scope source.Scope) ([]string, error) {
	measurements := scope.Stations
	if len(measurements) == 0 {
		measurements = []string{"equipment_state"}
		if tag == "product" {
			return nil, nil
		}
	}
	var values []string
	for _, measurement := range measurements {
		if err := source.CheckName("station", measurement); err != nil {
			return nil, err
		}
		found, err := (&source.Run{Source: from}).TagValues(ctx, measurement, tag, rangeOf(from, scope), tagScope(scope)...)
		if err != nil {
			return nil, err
		}
		values = append(values, found...)
	}
	return values, nil
}

// tagScope narrows a list by the scope; sites that may not be read are left out by reading.
func tagScope(scope source.Scope) []source.Condition {
	var where []source.Condition
	for _, of := range []struct {
		tag    string
		values []string
	}{{"site", scope.Sites}, {"line", scope.Lines}, {"equipment", scope.Equipment}} {
		if len(of.values) > 0 {
			where = append(where, source.Condition{Column: source.Tag(of.tag), Operator: "=", Values: source.AnyValues(of.values)})
		}
	}
	return where
}
