package query

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// answers are, by item, the events that settle what is wrong with it.
type answers map[string][]answer

type answer struct {
	ms                      int64
	station, characteristic string
}

// ownSource is the source of what an alert of Cellthread's did by itself: it holds cells.
const ownSource = "cellthread"

// answeringKinds settle what is wrong with an item. A void does not: what it strikes is not wrong any more, what it leaves is.
var answeringKinds = []string{"hold", "release", "rework", "inspect", "scrap", "downgrade", "use-as-is", "acknowledge"}

func (s *signalSearch) readAnswers(ctx context.Context) error {
	fields, err := s.Fields(ctx, s.Databases.Record, "event")
	if influx.NotFound(err) || len(fields) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	statement := influx.Statement{
		From:  "event",
		Range: influx.Range{From: s.Range.From.UnixNano(), To: max(s.Range.To.UnixNano(), s.Now().UnixNano()) + 1},
		Where: []influx.Condition{{Column: influx.Tag("kind"), Operator: "=", Values: anyValues(answeringKinds)}},
	}
	for _, name := range []string{"item_id", "station", "characteristic", "source"} {
		if slices.ContainsFunc(fields, func(k influx.FieldKey) bool { return k.Name == name }) {
			statement.Columns = append(statement.Columns, influx.Field(name, table.Text))
		}
	}
	if len(statement.Columns) == 0 {
		return nil
	}
	results, err := s.Read(ctx, s.Databases.Record, statement)
	if err != nil {
		return err
	}
	s.answers = answers{}
	for _, series := range results[0].Series {
		at, item := series.Rows.Column("time"), series.Rows.Column("item_id")
		station, characteristic := series.Rows.Column("station"), series.Rows.Column("characteristic")
		source := series.Rows.Column("source")
		for row := range series.Rows.Len() {
			if s.query.State == stateUnanswered && textOr(source, row, "") == ownSource {
				continue
			}
			ns, _ := at.Int(row)
			id := textOr(item, row, "")
			s.answers[id] = append(s.answers[id], answer{ns / 1e6, textOr(station, row, ""), textOr(characteristic, row, "")})
		}
	}
	return nil
}

// answer tells whether an event after the visit names the item and, if it names them, the same station and characteristic.
func (a answers) answer(labels map[string]string, visitMs int64) bool {
	return slices.ContainsFunc(a[labels[idColumn]], func(e answer) bool {
		return e.ms+1000 > visitMs && // events are stored at whole seconds
			(e.station == "" || e.station == labels["station"]) &&
			(e.characteristic == "" || e.characteristic == labels["characteristic"])
	})
}

func anyValues(values []string) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}
