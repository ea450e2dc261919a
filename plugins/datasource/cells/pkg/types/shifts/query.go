// Package shifts answers which shift each line is in.
package shifts

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Query asks for the shift of each line in which the range ends.
type Query struct {
	Filters []source.Filter `json:"filters"` // site, line

	filters source.Filters
}

// Type is the query type shifts.
var Type = query.Type{Name: vocabulary.QueryShifts, Parse: parse}

func parse(raw json.RawMessage) (query.Runner, error) {
	q := &Query{}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	var err error
	q.filters, err = source.CompileFilters(q.Filters)
	return q, err
}

// Run answers a row a line: site, line, name, shift (empty in a pause between shifts), from and to.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	at := run.Range.To.Add(-time.Nanosecond)
	out := table.New("shifts",
		table.Spec{Name: "site", Kind: table.Text}, table.Spec{Name: "line", Kind: table.Text}, table.Spec{Name: "name", Kind: table.Text},
		table.Spec{Name: "shift", Kind: table.Text}, table.Spec{Name: "from", Kind: table.Time}, table.Spec{Name: "to", Kind: table.Time},
	)
	for _, site := range run.PlannedSites(p) {
		stated := p.Setting("calendar:"+site.ID, max(at.UnixNano(), p.Begin))
		c, err := calendar.Parse(stated)
		if err != nil {
			run.Warn("The plan has no calendar of site %s that could be read (%s).", site.ID, err)
			c = calendar.UTC()
		}
		shift, span := c.Shift(at)
		for _, line := range linesOf(run.PlannedEquipment(p, source.Scope{Sites: []string{site.ID}})) {
			if !q.filters.MatchPlace(map[string]string{"site": site.ID, "line": line}) {
				continue
			}
			out.Column("site").AppendText(site.ID)
			out.Column("line").AppendText(line)
			name := site.LineNames[line]
			if name == "" {
				name = line
			}
			out.Column("name").AppendText(name)
			table.AppendTextOr(out.Column("shift"), shift)
			out.Column("from").AppendInt(span.From.UnixNano())
			out.Column("to").AppendInt(span.To.UnixNano())
		}
	}
	return data.Frames{out.Frame(data.FrameTypeTable)}, nil
}

// ChosenBy are the fields that rows are chosen by.
func (q *Query) ChosenBy() []string { return q.filters.Keys() }

// linesOf are the lines of machines, each once, in their order.
func linesOf(machines []plan.Equipment) (out []string) {
	for _, m := range machines {
		if m.Line != "" && !slices.Contains(out, m.Line) {
			out = append(out, m.Line)
		}
	}
	return out
}
