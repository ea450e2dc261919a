// Package traveler answers the whole record of one item.
package traveler

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Query asks for the whole record of one item, over the whole retention, whatever the time range.
type Query struct {
	CellID oneID    `json:"cellId"`
	Parts  []string `json:"parts"` // none: all
}

// oneID is a text, or a list as a variable with several values leaves it.
type oneID []string

func (id *oneID) UnmarshalJSON(raw []byte) error {
	var one string
	if json.Unmarshal(raw, &one) == nil {
		*id = strings.FieldsFunc(strings.Trim(strings.TrimSpace(one), "{}"), func(c rune) bool { return c == ',' || c == ' ' || c == '|' })
		return nil
	}
	return json.Unmarshal(raw, (*[]string)(id))
}

// travelerParts are the frames of a traveler in their order. needs says what has to be read for each.
var travelerParts = []struct {
	name  string
	table func(t *traveler) *table.Table
}{
	{"header", (*traveler).headerTable},
	{"operations", (*traveler).operationsTable},
	{"characteristics", (*traveler).characteristicsTable},
	{"genealogy", (*traveler).genealogyTable},
	{"environment", (*traveler).environmentTable},
	{"events", (*traveler).eventsTable},
}

func partNames() []string {
	var names []string
	for _, p := range travelerParts {
		names = append(names, p.name)
	}
	return names
}

// Type is the query type traveler.
var Type = query.Type{Name: vocabulary.QueryTraveler, AnyTime: true, Parse: parseTraveler}

func parseTraveler(raw json.RawMessage) (query.Runner, error) {
	q := &Query{}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	switch len(q.CellID) {
	case 0:
		return nil, source.Mistake("cellId is empty; name one cell")
	case 1:
	default:
		for _, id := range q.CellID {
			if err := source.CheckIdentifier("cellId", id); err != nil {
				return nil, err
			}
		}
		return nil, source.Mistake("cellId names %d cells (%s); a traveler is the record of one", len(q.CellID), strings.Join(q.CellID, ", "))
	}
	if err := source.CheckIdentifier("cellId", q.CellID[0]); err != nil {
		return nil, err
	}
	for _, part := range q.Parts {
		if !slices.Contains(partNames(), part) {
			return nil, source.Mistake("part %q is unknown; use %s", part, strings.Join(partNames(), ", "))
		}
	}
	return q, nil
}

func (q *Query) wants(parts ...string) bool {
	return len(q.Parts) == 0 || slices.ContainsFunc(parts, func(p string) bool { return slices.Contains(q.Parts, p) })
}

// traveler is what was read of one item.
type traveler struct {
	*source.Run
	plan   *plan.Plan
	id     string
	known  bool
	stays  []*stay
	values []*measured
	edges  []*edge
	air    []*reading
	events []*holds.Occurrence
}

// Run reads all that is known of the item and answers a frame for each part.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	t := &traveler{Run: run, plan: p, id: q.CellID[0]}
	found, err := run.Pointers(ctx, p, source.Lookup{Item: t.id})
	if err != nil {
		return nil, err
	}
	t.known = len(found[t.id]) > 0
	if !t.known {
		run.Notice("Nothing is known of %s: the index holds no record of it. Check the ID; records older than the retention are gone.", t.id)
	} else if err := t.read(ctx, q, found[t.id]); err != nil {
		return nil, err
	}
	var frames data.Frames
	for _, part := range travelerParts {
		if q.wants(part.name) {
			frames = append(frames, part.table(t).Frame(data.FrameTypeTable))
		}
	}
	return frames, nil
}

// read fills the traveler: what the pointers lead to first, then what depends on it.
func (t *traveler) read(ctx context.Context, q *Query, pointers []source.Pointer) error {
	split := map[string][]source.Pointer{}
	for _, p := range pointers {
		kind := "visit"
		if p.Measurement == "genealogy" || p.Measurement == "event" {
			kind = p.Measurement
		}
		split[kind] = append(split[kind], p)
	}
	err := t.Together(
		func() error { return t.readStays(ctx, split["visit"]) },
		func() error {
			if !q.wants("genealogy", "events", "header") {
				return nil
			}
			return t.readEdges(ctx, t.id, split["genealogy"], 0, both)
		},
		func() error {
			if !q.wants("events", "header", "operations") {
				return nil
			}
			return t.readEvents(ctx, split["event"])
		},
	)
	if err != nil {
		return err
	}
	t.judge()
	return t.Together(
		func() error {
			if !q.wants("characteristics") {
				return nil
			}
			return t.readPeers(ctx)
		},
		func() error {
			if !q.wants("environment") {
				return nil
			}
			return t.readAir(ctx)
		},
		func() error {
			if !q.wants("genealogy", "events", "header") {
				return nil
			}
			if err := t.readOrigins(ctx); err != nil {
				return err
			}
			return t.readInherited(ctx)
		},
	)
}

// columnsOf are the tags given and all fields a measurement ever had.
func columnsOf(ctx context.Context, r *source.Run, database, measurement string, tags []string) ([]source.Column, error) {
	fields, err := r.Fields(ctx, database, measurement)
	if err != nil || len(fields) == 0 {
		return nil, err
	}
	return source.RecordColumns(tags, fields), nil
}
