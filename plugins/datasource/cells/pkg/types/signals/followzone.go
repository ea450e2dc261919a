package signals

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// zoneRead is a sensor that reads a characteristic of a station's zone.
type zoneRead struct {
	zoneSensor
	c, station *plan.Row
}

// over reads it over a time: each reading, or the last one of every so many ms.
func (r zoneRead) over(span source.Span, everyMs int64) source.Statement {
	read := readingsOf(r.station, r.c, r.sensor, span)
	if everyMs > 0 {
		read.EveryMs, read.Reduce = everyMs, "last"
	}
	return read
}

// follow follows what it read.
func (r zoneRead) follow(result source.Result) *control.Sustained {
	zone := control.NewSustained(control.SpecOf(r.c), control.GaugeOf(r.c), int64(tolerated(r.c)))
	for _, series := range result.Series {
		if series.Tags["site"] != r.site {
			continue
		}
		at, values := series.Rows.Column("time"), series.Rows.Column(r.c.Text("quantity"))
		for row := range series.Rows.Len() {
			if value, ok := values.Float(row); ok {
				ns, _ := at.Int(row)
				zone.Read(ns, value)
			}
		}
	}
	return zone
}

// followZones follows sensors to their last readings.
func (s *search) followZones(ctx context.Context, sensors []zoneRead) ([]*control.Sustained, error) {
	var statements []source.Statement
	for _, r := range sensors {
		statements = append(statements, r.over(source.Span{From: r.last - int64(zoneWindow(r.c)), To: r.last + 1}, 0))
	}
	if len(statements) == 0 {
		return nil, nil
	}
	results, err := s.Read(ctx, s.Databases.Visits, statements...)
	if err != nil {
		return nil, err
	}
	out := make([]*control.Sustained, len(sensors))
	for i, r := range sensors {
		if out[i], err = s.followBack(ctx, r, r.follow(results[i])); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// followBack looks farther back for the begin of a stretch that had begun when the readings begin that were followed.
func (s *search) followBack(ctx context.Context, r zoneRead, zone *control.Sustained) (*control.Sustained, error) {
	tolerate := int64(tolerated(r.c))
	for look := zoneWindow(r.c); zone.On && look < rowsLookback; look *= 4 {
		from := r.last - int64(look)
		if zone.Since-from >= tolerate || from <= r.first {
			break
		}
		over := source.Span{From: r.last - int64(min(4*look, rowsLookback)), To: r.last + 1}
		results, err := s.Read(ctx, s.Databases.Visits, r.over(over, max(1, tolerate/zonePart/1e6)))
		if err != nil {
			return nil, err
		}
		farther := r.follow(results[0])
		if !farther.On {
			break // one reading of each part says too little
		}
		farther.Worst = max(farther.Worst, zone.Worst)
		zone = farther
	}
	return zone, nil
}
