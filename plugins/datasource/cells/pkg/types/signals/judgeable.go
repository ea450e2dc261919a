package signals

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// judgeable are the characteristics of a station that the query asks for and whose values can be judged. Those that cannot
// are told and remembered as unread: they fail no other.
func (s *search) judgeable(ctx context.Context, station string) ([]*plan.Row, error) {
	fields, err := s.Fields(ctx, s.Databases.Visits, station)
	if err != nil {
		return nil, err
	}
	planned := slices.DeleteFunc(s.plan.CharacteristicsAt(station, s.Range.To.UnixNano()), func(row *plan.Row) bool {
		return row.Text("source") == "environment" || !s.asked(row.Characteristic)
	})
	numbers, others := source.Measurable(planned, fields)
	for _, u := range others {
		s.leave(station, unjudged{Characteristic: u.Characteristic, Rule: vocabulary.UnreadFieldType, Detail: storedAs(u.Stored)})
	}
	return numbers, nil
}
