package source

import (
	"context"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// EnvironmentMaxAge is how old a reading of the environment may be, unless the query says otherwise.
const EnvironmentMaxAge = 10 * time.Minute

// LongVisit is from when on a visit takes the mean of its environment instead of the newest reading.
const LongVisit = 10 * time.Minute

// environmentUnits are Grafana's units of the quantities that every plant measures.
var environmentUnits = map[string]string{"temperature": "celsius", "dew_point": "celsius", "humidity": "humidity"}

// UnitOfQuantity is the unit of a quantity or of its .min and .max.
func UnitOfQuantity(quantity string) string {
	bare, _, _ := strings.Cut(quantity, ".")
	return environmentUnits[bare]
}

// Environment reads a quantity of a zone, all sensors together, by site.
func (r *Run) Environment(ctx context.Context, zone, quantity string, over influx.Range) (map[string]*join.Series, error) {
	results, err := r.Read(ctx, r.Databases.Visits, influx.Statement{
		From: vocabulary.MeasurementEnvironment, Range: over,
		Columns: []influx.Column{influx.Tag("site"), influx.Field(quantity, table.Float)},
		Where:   []influx.Condition{{Column: influx.Tag("zone"), Operator: "=", Values: []any{zone}}},
	})
	if err != nil {
		return nil, err
	}
	readings := map[string][]join.Reading{}
	for _, series := range results[0].Series {
		at, site, value := series.Rows.Column("time"), series.Rows.Column("site"), series.Rows.Column(quantity)
		for row := range series.Rows.Len() {
			if v, ok := value.Float(row); ok {
				ns, _ := at.Int(row)
				name := table.TextOr(site, row, "")
				readings[name] = append(readings[name], join.Reading{At: ns, Value: v})
			}
		}
	}
	out := map[string]*join.Series{}
	for site, of := range readings {
		out[site] = join.NewSeries(of)
	}
	return out, nil
}
