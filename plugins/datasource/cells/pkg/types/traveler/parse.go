package traveler

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

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
