package visits

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

func (q *Query) checkColumns() error {
	for _, name := range q.Columns {
		if err := source.CheckName("column", name); err != nil {
			return err
		}
		if !slices.Contains(vocabulary.ShownVisitColumns, name) && !visit.IsLot(name) {
			return source.Mistake("column %q is unknown; use some of %s or lot_<material>, and name values in characteristics",
				name, strings.Join(vocabulary.ShownVisitColumns, ", "))
		}
	}
	return nil
}

// Type is the query type visits.
var Type = query.Type{Name: vocabulary.QueryVisits, Alone: true, Parse: ParseVisits}

// ParseVisits reads, completes and checks a query.
func ParseVisits(raw json.RawMessage) (query.Runner, error) {
	q := &Query{Visits: retest.First}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	if q.Visits == "" {
		q.Visits = retest.First
	}
	if len(q.RunTypes) == 0 {
		q.RunTypes = []string{vocabulary.RunTypeProduction}
	} else if slices.Contains(q.RunTypes, visit.AllRunTypes) {
		q.RunTypes = nil
	}
	return q, q.validate()
}

func (q *Query) validate() error {
	if err := source.CheckName("station", q.Station); err != nil {
		return err
	}
	if err := source.CheckCharacteristics(q.Characteristics); err != nil {
		return err
	}
	if err := source.CheckNames("stratum", q.Strata); err != nil {
		return err
	}
	if err := source.CheckVisits(q.Visits); err != nil {
		return err
	}
	if err := q.checkColumns(); err != nil {
		return err
	}
	for _, name := range q.Include {
		if name != vocabulary.IncludeLimits && name != vocabulary.IncludeSignals {
			return source.Mistake("include %q is unknown; use %s or %s", name, vocabulary.IncludeLimits, vocabulary.IncludeSignals)
		}
	}
	var err error
	q.Where, err = source.CompileFilters(q.Filters)
	return err
}
