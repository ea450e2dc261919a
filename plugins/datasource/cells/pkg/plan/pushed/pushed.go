// Package pushed makes a plan of rows that never were in a database.
package pushed

import (
	"fmt"
	"maps"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Row is a row of the plan as it is pushed, without when and by whom.
type Row struct {
	Measurement string            `json:"measurement"`
	Tags        map[string]string `json:"tags"`
	Fields      map[string]any    `json:"fields"`
}

// Plan is what rows say that hold since ever.
func Plan(rows []Row) (*plan.Plan, error) {
	book := func(measurement string) (*plan.Book, error) {
		var of []Row
		for _, row := range rows {
			if row.Measurement == measurement {
				of = append(of, row)
			}
		}
		return plan.NewBook(tableOf(measurement, of))
	}
	p := &plan.Plan{}
	for _, one := range []struct {
		of   string
		into **plan.Book
	}{
		{vocabulary.MeasurementStation, &p.Stations}, {vocabulary.MeasurementCharacteristic, &p.Characteristics},
		{vocabulary.MeasurementControlLimit, &p.Limits}, {vocabulary.MeasurementSetting, &p.Settings},
	} {
		b, err := book(one.of)
		if err != nil {
			return nil, fmt.Errorf("reading the plan: %w", err)
		}
		*one.into = b
	}
	return p, nil
}

func tableOf(name string, rows []Row) *table.Table {
	kinds := map[string]table.Kind{}
	for _, row := range rows {
		for tag := range row.Tags {
			kinds[tag] = table.Text
		}
		for field, value := range row.Fields {
			switch value.(type) {
			case float64:
				kinds[field] = table.Float
			case bool:
				kinds[field] = table.Bool
			default:
				kinds[field] = table.Text
			}
		}
	}
	t := table.New(name, table.Spec{Name: "time", Kind: table.Time})
	for range rows {
		t.Columns()[0].AppendInt(0)
	}
	for _, field := range slices.Sorted(maps.Keys(kinds)) {
		c := table.NewColumn(table.Spec{Name: columnName(name, field), Kind: kinds[field]})
		for _, row := range rows {
			switch v := valueOf(row, field).(type) {
			case string:
				c.AppendText(v)
			case float64:
				c.AppendFloat(v)
			case bool:
				c.AppendBool(v)
			default:
				c.AppendMissing()
			}
		}
		t.Add(c)
	}
	return t
}

func valueOf(row Row, field string) any {
	if tag, is := row.Tags[field]; is {
		return tag
	}
	return row.Fields[field]
}

// columnName: settings are kept under their name in place of a station.
func columnName(measurement, field string) string {
	if measurement == vocabulary.MeasurementSetting && field == "name" {
		return "station"
	}
	return field
}
