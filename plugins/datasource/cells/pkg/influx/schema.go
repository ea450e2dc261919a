package influx

import (
	"context"
	"fmt"
	"strings"
)

// FieldKey is a field of a measurement and the type it was first stored with: float, integer, string, boolean.
type FieldKey struct{ Name, Type string }

// FieldKeys lists the fields of a measurement.
func (c *Client) FieldKeys(ctx context.Context, database, measurement string) ([]FieldKey, error) {
	rows, err := c.show(ctx, database, "SHOW FIELD KEYS FROM "+quote(measurement), nil)
	if err != nil {
		return nil, err
	}
	var keys []FieldKey
	for _, row := range rows {
		keys = append(keys, FieldKey{Name: row["fieldKey"], Type: row["fieldType"]})
	}
	return keys, nil
}

// TagValues lists the values that a tag has in a time range (InfluxDB 3 looks at one day only unless told), where the
// conditions on other tags hold.
func (c *Client) TagValues(ctx context.Context, database, measurement, tag string, over Range, where ...Condition) ([]string, error) {
	bind, params := binder()
	text := fmt.Sprintf("SHOW TAG VALUES FROM %s WITH KEY = %s WHERE time >= %d AND time < %d",
		quote(measurement), quote(tag), over.From, over.To)
	for _, condition := range where {
		text += " AND " + condition.text(bind)
	}
	rows, err := c.show(ctx, database, text, params)
	if err != nil {
		return nil, err
	}
	var values []string
	for _, row := range rows {
		values = append(values, row["value"])
	}
	return values, nil
}

// show runs a SHOW statement and gives its rows as text.
func (c *Client) show(ctx context.Context, database, text string, params map[string]any) ([]map[string]string, error) {
	results, err := c.run(ctx, database, text, params, make([]shape, 1), Budget{Rows: 100_000})
	if err != nil {
		return nil, err
	}
	var rows []map[string]string
	for _, series := range results[0].Series {
		for i := range series.Rows.Len() {
			row := map[string]string{}
			for _, column := range series.Rows.Columns() {
				row[column.Name], _ = column.Text(i)
			}
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// NotFound tells whether an error says that the database does not exist.
func NotFound(err error) bool {
	return err != nil && strings.Contains(err.Error(), "database not found")
}
