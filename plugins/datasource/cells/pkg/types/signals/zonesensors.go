package signals

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// zoneLookback is how many times what is tolerated is read of a sensor, and at least how much. One that was not read for longer
	// says nothing of now.
	zoneLookback      = 6
	leastZoneLookback = time.Hour
	// zonePart is into how many parts what is tolerated is parted where a stretch is looked for farther back: one reading of each.
	zonePart = 5
)

// zoneSensor is a sensor of a station's zone that was read in the last 90 days, and when it was read first in them and last, in ns.
type zoneSensor struct {
	site, sensor string
	first, last  int64
}

// ofZone are the characteristics of a station's zone.
func (s *search) ofZone(station *plan.Row, to int64) (of []*plan.Row) {
	for _, c := range s.plan.CharacteristicsAt(station.Station, to) {
		if c.Text("source") == "environment" && c.Text("quantity") != "" && station.Text("zone") != "" {
			of = append(of, c)
		}
	}
	return of
}

// zoneSensors are those that read characteristics of a station's zone, by characteristic.
func (s *search) zoneSensors(ctx context.Context, station *plan.Row, of []*plan.Row, to int64) ([][]zoneSensor, error) {
	var statements []source.Statement
	for _, c := range of {
		for _, reduce := range []string{"last", "first"} {
			read := readingsOf(station, c, "", source.Span{From: to - int64(rowsLookback), To: to})
			read.Reduce = reduce
			statements = append(statements, read)
		}
	}
	if len(statements) == 0 {
		return nil, nil
	}
	results, err := s.Read(ctx, s.Databases.Visits, statements...)
	if err != nil {
		return nil, err
	}
	out := make([][]zoneSensor, len(of))
	for i := range of {
		first := map[[2]string]int64{}
		for _, series := range results[2*i+1].Series {
			first[[2]string{series.Tags["site"], series.Tags["sensor"]}], _ = series.Rows.Column("time").Int(0)
		}
		for _, series := range results[2*i].Series {
			last, _ := series.Rows.Column("time").Int(0)
			site, sensor := series.Tags["site"], series.Tags["sensor"]
			out[i] = append(out[i], zoneSensor{site, sensor, first[[2]string{site, sensor}], last})
		}
	}
	return out, nil
}

// readingsOf reads a characteristic of a station's zone, of one sensor or of each.
func readingsOf(station, c *plan.Row, sensor string, over source.Span) source.Statement {
	read := source.Statement{
		From: vocabulary.MeasurementEnvironment, Columns: []source.Column{source.Field(c.Text("quantity"), table.Float)}, GroupBy: []string{"site", "sensor"},
		Where: []source.Condition{{Column: source.Tag("zone"), Operator: "=", Values: []any{station.Text("zone")}}}, Range: over,
	}
	if sensor != "" {
		read.Where = append(read.Where, source.Condition{Column: source.Tag("sensor"), Operator: "=", Values: []any{sensor}})
	}
	return read
}

// zoneWindow is how much is read of a sensor, and for how long it may say nothing.
func zoneWindow(c *plan.Row) time.Duration {
	return max(leastZoneLookback, zoneLookback*tolerated(c))
}
