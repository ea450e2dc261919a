package query

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// unreadable is a planned characteristic whose values cannot be judged, and why.
type unreadable struct{ Characteristic, Reason string }

// measurable parts the planned characteristics of a station into those whose values can be judged and those that somebody
// stored as something else than numbers. Characteristics of type text are judged by nobody and belong to neither.
func measurable(rows []*plan.Row, fields []influx.FieldKey) (numbers []*plan.Row, others []unreadable) {
	for _, row := range rows {
		name := row.Characteristic
		if row.Text("type") == "text" {
			continue
		}
		if checkCharacteristics([]string{name}) != nil {
			others = append(others, unreadable{name, "is a name that no measured value can have"})
			continue
		}
		numeric, wrong := false, []string{}
		for _, key := range fields {
			if key.Name != name {
				continue
			}
			if isCharacteristic(key) {
				numeric = true
			} else {
				wrong = append(wrong, key.Type)
			}
		}
		if len(wrong) > 0 {
			others = append(others, unreadable{name, fmt.Sprintf("was stored as %s where the control plan has numbers; find its sender", strings.Join(wrong, " and "))})
		}
		if numeric || len(wrong) == 0 {
			numbers = append(numbers, row)
		}
	}
	return numbers, others
}

// judgeable are the characteristics of a station that the query asks for and whose values can be judged. Those that cannot
// are told and remembered as unread: they fail no other.
func (s *signalSearch) judgeable(ctx context.Context, station string) ([]*plan.Row, error) {
	fields, err := s.Fields(ctx, s.Databases.Visits, station)
	if err != nil {
		return nil, err
	}
	planned := slices.DeleteFunc(s.plan.CharacteristicsAt(station, s.Range.To.UnixNano()), func(row *plan.Row) bool {
		return row.Text("source") == "environment" ||
			len(s.query.Characteristics) > 0 && !slices.Contains(s.query.Characteristics, row.Characteristic)
	})
	numbers, others := measurable(planned, fields)
	for _, u := range others {
		s.leave(station, unjudged{u.Characteristic, unjudgedType, u.Reason})
	}
	return numbers, nil
}

// measuredAt are the characteristics of a station that its records bring as numbers, in force at a moment.
func (p *Plan) measuredAt(station string, ns int64) []*plan.Row {
	return slices.DeleteFunc(p.CharacteristicsAt(station, ns), func(row *plan.Row) bool {
		return row.Text("source") == "environment" || row.Text("type") == "text"
	})
}

func namesOf(rows []*plan.Row) []string {
	var names []string
	for _, row := range rows {
		names = append(names, row.Characteristic)
	}
	return names
}

// numbersOf is the column of a characteristic's values; nil when the rows have none.
func numbersOf(rows *table.Table, name string) *table.Column {
	if c := rows.Column(name); c != nil && c.Kind == table.Float {
		return c
	}
	return nil
}
