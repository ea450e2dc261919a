package traveler

import (
	"fmt"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// misledTold is how many misleading pointers a notice names.
const misledTold = 3

// tellMisled says which pointers led to no row of the item, whose columns hold its ID under one of these names. What they
// led to is another item's and is never shown.
func (t *traveler) tellMisled(pointers []source.Pointer, tables map[string]*table.Table, columns ...string) {
	rows := source.ByTime(tables)
	found := map[string][]string{}
	for _, p := range pointers {
		of := tables[p.Measurement]
		rule := vocabulary.SignalRuleNoRecord
		if of != nil {
			rule = rows.Misleads(p, of, func(row int) bool {
				for _, name := range columns {
					if table.TextOr(of.Column(name), row, "") == t.id {
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
	if len(found[vocabulary.SignalRuleAnotherItem]) > 0 {
		t.Warn("The index leads from %s to records of other items (%s): a record of %s was overwritten, or the index is wrong. They are not shown.",
			t.id, told(vocabulary.SignalRuleAnotherItem), t.id)
	}
	if len(found[vocabulary.SignalRuleNoRecord]) > 0 {
		t.Warn("The index leads from %s to places without a record (%s): it is older than the retention, not stored yet, or lost.",
			t.id, told(vocabulary.SignalRuleNoRecord))
	}
}
