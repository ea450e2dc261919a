package traveler

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// valueIn is what a column holds for a visit: a number, or a text where the plan has one. One that is stored as something
// else than the plan has is told; texts that no plan knows are attributes, not values.
func (t *traveler) valueIn(s *stay, c *table.Column) *measured {
	if _, fixed := visit.Fields[c.Name]; fixed || visit.IsLot(c.Name) || c.Missing(s.row) {
		return nil
	}
	row := t.plan.Specs(s.station, c.Name, s.scope()).At(s.sourceMs * 1e6)
	if row != nil && c.Kind != row.ValueType().Kind() {
		t.Warn("Station %s: %s was stored as %s where the control plan has %s; find its sender. It is not shown as a value.",
			s.station, c.Name, storedWords[c.Kind], row.ValueType())
		return nil
	}
	switch c.Kind {
	case table.Float:
		value, _ := c.Float(s.row)
		return t.measure(s, row, c.Name, value)
	case table.Text:
		if text := table.TextOr(c, s.row, ""); row != nil && text != "" {
			return &measured{stay: s, characteristic: c.Name, value: source.NotANumber, text: text, row: row}
		}
	}
	return nil
}

// storedWords are the kinds of columns in the words of the plan's types.
var storedWords = map[table.Kind]plan.ValueType{
	table.Float: plan.TypeNumber, table.Int: plan.TypeNumber, table.Text: plan.TypeText, table.Bool: plan.TypeBoolean,
}
