package source

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// Unreadable is a planned characteristic whose values cannot be judged: as what they were stored, nothing where no value can have its name.
type Unreadable struct{ Characteristic, Stored string }

// Reason says why, of the characteristic.
func (u Unreadable) Reason() string {
	if u.Stored == "" {
		return "is a name that no measured value can have"
	}
	return fmt.Sprintf("was stored as %s where the control plan has numbers; find its sender", u.Stored)
}

// Measurable parts the planned characteristics of a station into those whose values can be judged and those that somebody
// stored as something else than numbers. Characteristics of type text are judged by nobody and belong to neither.
func Measurable(rows []*plan.Row, fields []influx.FieldKey) (numbers []*plan.Row, others []Unreadable) {
	for _, row := range rows {
		name := row.Characteristic
		if row.Text("type") == "text" {
			continue
		}
		if CheckCharacteristics([]string{name}) != nil {
			others = append(others, Unreadable{Characteristic: name})
			continue
		}
		numeric, wrong := false, []string{}
		for _, key := range fields {
			if key.Name != name {
				continue
			}
			if IsCharacteristic(key) {
				numeric = true
			} else {
				wrong = append(wrong, key.Type)
			}
		}
		if len(wrong) > 0 {
			others = append(others, Unreadable{name, strings.Join(wrong, ", ")})
		}
		if numeric || len(wrong) == 0 {
			numbers = append(numbers, row)
		}
	}
	return numbers, others
}

// TellUnreadable names the planned numbers of a station that were stored as something else; asked are the only ones that
// matter, none: all.
func (r *Run) TellUnreadable(p *plan.Plan, station string, ns int64, fields []influx.FieldKey, asked []string) {
	_, others := Measurable(p.MeasuredAt(station, ns), fields)
	for _, u := range others {
		if len(asked) == 0 || slices.Contains(asked, u.Characteristic) {
			r.Warn("Station %s: %s %s. It is not shown as a value.", station, u.Characteristic, u.Reason())
		}
	}
}
