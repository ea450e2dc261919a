// Package health answers how the path from a station's record to what is decided about it fares.
package health

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Query asks how parts of the path fare.
type Query struct {
	Parts   []string        `json:"parts"`  // none: all
	States  []string        `json:"states"` // none: all
	Filters []source.Filter `json:"filters"`

	filters source.Filters
}

// Type is the query type health.
var Type = query.Type{Name: vocabulary.QueryHealth, Parse: parse}

func parse(raw json.RawMessage) (query.Runner, error) {
	q := &Query{}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	for what, of := range map[string]struct{ asked, known []string }{
		"part": {q.Parts, vocabulary.HealthParts}, "state": {q.States, vocabulary.HealthStates},
	} {
		for _, name := range of.asked {
			if !slices.Contains(of.known, name) {
				return nil, source.Mistake("%s %q of health is unknown; use one of %s", what, name, strings.Join(of.known, ", "))
			}
		}
	}
	var err error
	q.filters, err = source.CompileFilters(q.Filters)
	return q, err
}

// look is one asking.
type look struct {
	*source.Run
	wording
	plan  *plan.Plan
	over  source.Span // the range, at most to now
	where []source.Condition
}

// finding is how a part of the path fares, at one place where it has several: a station, an output, a task.
type finding struct {
	place, state string
	value        *float64 // s, or a number of what the sentence says
	since        int64    // ns; 0: nothing is known of it
	sentence     string
}

// checks are the parts in the order of vocabulary.HealthParts.
var checks = map[string]func(context.Context, *look) ([]finding, error){
	vocabulary.HealthPartStored: stored, vocabulary.HealthPartMended: mended, vocabulary.HealthPartRejected: rejected, vocabulary.HealthPartFiles: files,
	vocabulary.HealthPartTelegrafIn: telegrafIn, vocabulary.HealthPartTelegrafOut: telegrafOut,
	vocabulary.HealthPartBrokerQueue: brokerQueue, vocabulary.HealthPartBrokerSave: brokerSave, vocabulary.HealthPartDisk: disk,
	vocabulary.HealthPartKeeper: keeper, vocabulary.HealthPartSealed: sealed,
}

// Run looks at the parts and answers one frame, what is wrong first: part, place, state, value, since, sentence.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	now := run.Now().UnixNano()
	l := &look{Run: run, plan: p, over: source.Span{From: run.Range.From.UnixNano(), To: min(run.Range.To.UnixNano(), now)}, where: q.filters.Conditions("site")}
	l.wording = wordsOf(p.Setting("language", max(now, p.Begin)))
	if l.over.From >= l.over.To {
		return nil, source.Mistake("the time range begins after now: nothing of it can be seen")
	}
	out := table.New("health",
		table.Spec{Name: "part", Kind: table.Text}, table.Spec{Name: "place", Kind: table.Text}, table.Spec{Name: "state", Kind: table.Text},
		table.Spec{Name: "value", Kind: table.Float}, table.Spec{Name: "since", Kind: table.Time}, table.Spec{Name: "sentence", Kind: table.Text},
	)
	type row struct {
		part string
		finding
	}
	var rows []row
	unseen := 0
	for _, part := range vocabulary.HealthParts {
		if len(q.Parts) > 0 && !slices.Contains(q.Parts, part) {
			continue
		}
		found, err := checks[part](ctx, l)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			found = []finding{{state: vocabulary.HealthNotSeen, sentence: l.nothingTells}}
		}
		for _, f := range found {
			if f.state == vocabulary.HealthNotSeen {
				unseen++
			}
			if len(q.States) > 0 && !slices.Contains(q.States, f.state) {
				continue
			}
			rows = append(rows, row{part, f})
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		return slices.Index(vocabulary.HealthStates, a.state) - slices.Index(vocabulary.HealthStates, b.state)
	})
	for _, f := range rows {
		out.Column("part").AppendText(f.part)
		table.AppendTextOr(out.Column("place"), f.place)
		out.Column("state").AppendText(f.state)
		table.AppendNumber(out.Column("value"), f.value)
		if f.since > 0 {
			out.Column("since").AppendInt(f.since)
		} else {
			out.Column("since").AppendMissing()
		}
		table.AppendTextOr(out.Column("sentence"), f.sentence)
	}
	// That nothing is wrong is said of what was seen only.
	if unseen > 0 && !slices.Contains(q.States, vocabulary.HealthNotSeen) {
		run.Because("not all seen", l.notAllSeen, unseen)
	}
	if err := run.Log.Whole(run.Budget.Rows); err != nil {
		return nil, err
	}
	return data.Frames{out.Frame(data.FrameTypeTable)}, nil
}

// ChosenBy are the fields that rows are chosen by.
func (q *Query) ChosenBy() []string { return q.filters.Keys() }

// wrongIf is the state of what was seen.
func wrongIf(wrong bool) string {
	if wrong {
		return vocabulary.HealthWrong
	}
	return vocabulary.HealthWell
}
