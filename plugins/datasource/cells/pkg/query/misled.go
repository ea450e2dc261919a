package query

import (
	"fmt"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// The ways in which a pointer of the index can mislead.
const (
	ruleAnotherItem = "another-item"
	ruleNoRecord    = "no-record"
)

// rowsByTime are the rows of measurements at their exact times.
type rowsByTime map[string]map[int64][]int

// byTime finds the rows of measurements by their exact time.
func byTime(tables map[string]*table.Table) rowsByTime {
	out := rowsByTime{}
	for name, rows := range tables {
		out[name] = map[int64][]int{}
		at := rows.Column("time")
		for row := range rows.Len() {
			ns, _ := at.Int(row)
			out[name][ns] = append(out[name][ns], row)
		}
	}
	return out
}

// misleads tells how a pointer misleads among the rows that were read for it; "" when it does not. names tells whether a row
// names the pointer's item.
func (r rowsByTime) misleads(p pointer, rows *table.Table, names func(row int) bool) string {
	rule := ruleNoRecord
	for _, row := range r[p.Measurement][p.At] {
		if !p.leadsTo(rows, row) {
			continue
		}
		if names(row) {
			return ""
		}
		rule = ruleAnotherItem
	}
	return rule
}

// leadsTo tells whether a row at the pointer's time lies in its series.
func (p pointer) leadsTo(rows *table.Table, row int) bool {
	for _, of := range [][2]string{{"site", p.Site}, {"line", p.Line}, {"equipment", p.Equipment}, {"product", p.Product}} {
		if column := rows.Column(of[0]); of[1] != "" && column != nil && textOr(column, row, "") != of[1] {
			return false
		}
	}
	return true
}

// misledTold is how many misleading pointers a notice names.
const misledTold = 3

// tellMisled says which pointers led to no row of the item, whose columns hold its ID under one of these names. What they
// led to is another item's and is never shown.
func (t *traveler) tellMisled(pointers []pointer, tables map[string]*table.Table, columns ...string) {
	rows := byTime(tables)
	found := map[string][]string{}
	for _, p := range pointers {
		of := tables[p.Measurement]
		rule := ruleNoRecord
		if of != nil {
			rule = rows.misleads(p, of, func(row int) bool {
				for _, name := range columns {
					if textOr(of.Column(name), row, "") == t.id {
						return true
					}
				}
				return false
			})
		}
		if rule != "" {
			found[rule] = append(found[rule], fmt.Sprintf("%s at %s", p.Measurement, time.Unix(0, p.At).UTC().Format(time.RFC3339)))
		}
	}
	told := func(rule string) string {
		places := found[rule]
		text := strings.Join(places[:min(len(places), misledTold)], ", ")
		if len(places) > misledTold {
			text += fmt.Sprintf(" and %d more", len(places)-misledTold)
		}
		return text
	}
	if len(found[ruleAnotherItem]) > 0 {
		t.Warn("The index leads from %s to records of other items (%s): a record of %s was overwritten, or the index is wrong. They are not shown.",
			t.id, told(ruleAnotherItem), t.id)
	}
	if len(found[ruleNoRecord]) > 0 {
		t.Warn("The index leads from %s to places without a record (%s): it is older than the retention, not stored yet, or lost.",
			t.id, told(ruleNoRecord))
	}
}
