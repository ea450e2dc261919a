// Package audit answers whether events are as they were when their days were sealed.
package audit

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/audit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Query asks for the days of the range, for what shows that one was changed, or for the events that were stored in it.
type Query struct {
	Part    string          `json:"part"`    // one of vocabulary.AuditParts; "": days
	Kinds   []string        `json:"kinds"`   // of events; none: all
	Filters []source.Filter `json:"filters"` // of events

	filters source.Filters
}

// Type is the query type audit.
var Type = query.Type{Name: vocabulary.QueryAudit, Parse: parse}

func parse(raw json.RawMessage) (query.Runner, error) {
	q := &Query{}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	if q.Part = cmp.Or(q.Part, vocabulary.AuditPartDays); !slices.Contains(vocabulary.AuditParts, q.Part) {
		return nil, source.Mistake("part %q is none of the audit; use one of %s", q.Part, strings.Join(vocabulary.AuditParts, ", "))
	}
	for _, kind := range q.Kinds {
		if err := source.CheckIdentifier("kind of event", kind); err != nil {
			return nil, err
		}
	}
	var err error
	q.filters, err = source.CompileFilters(q.Filters)
	return q, err
}

// Run verifies the range and answers one frame.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	answer, err := audit.Verify(ctx, run)
	if err != nil {
		return nil, err
	}
	answer.Tell(run)
	if q.Part != vocabulary.AuditPartEvents {
		return data.Frames{answer.Days(run.Range, q.Part == vocabulary.AuditPartFindings).Frame(data.FrameTypeTable)}, nil
	}
	events, _ := answer.Events(run.Range, q.Kinds)
	match := q.filters.Match(events)
	shown, _ := audit.Shown(run.People, events.Filter(match))
	return data.Frames{shown.Frame(data.FrameTypeTable)}, nil
}

// ChosenBy are the fields that rows are chosen by.
func (q *Query) ChosenBy() []string { return q.filters.Keys() }
