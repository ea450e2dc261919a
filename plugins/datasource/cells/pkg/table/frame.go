package table

import (
	"fmt"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// Frame gives the table as a data frame of that type, version 0.1. Fields of required columns hold plain values, all
// others pointers; float values and repeated texts are shared with the table, not copied. No display name is ever set:
// transformations and links look for the column's id.
func (t *Table) Frame(kind data.FrameType) *data.Frame {
	n := t.Len()
	frame := data.NewFrame(t.Name)
	frame.Meta = &data.FrameMeta{Type: kind, TypeVersion: data.FrameTypeVersion{0, 1}}
	for _, c := range t.columns {
		field := c.field(n)
		field.Name = c.Name
		if c.Unit != "" || c.Decimals != nil || c.Description != "" {
			field.Config = &data.FieldConfig{Unit: c.Unit, Decimals: c.Decimals, Description: c.Description}
		}
		frame.Fields = append(frame.Fields, field)
	}
	return frame
}

func (c *Column) field(n int) *data.Field {
	switch c.Kind {
	case Time:
		values := make([]time.Time, n)
		for i, ns := range c.ints {
			values[i] = time.Unix(0, ns).UTC()
		}
		return plainOrNullable(c, values)
	case Int:
		return plainOrNullable(c, c.ints)
	case Float:
		return plainOrNullable(c, c.floats)
	case Text:
		return c.textField(n)
	case Bool:
		values := make([]bool, n)
		for i := range values {
			values[i] = c.bools.get(i)
		}
		return plainOrNullable(c, values)
	}
	panic(fmt.Sprintf("table: column %q has unknown kind %s", c.Name, c.Kind))
}

func (c *Column) textField(n int) *data.Field {
	if c.Required || c.text.flat {
		values := make([]string, n)
		for i := range values {
			values[i] = c.text.at(i)
		}
		return plainOrNullable(c, values)
	}
	if c.AllMissing() {
		return data.NewFieldFromFieldType(data.FieldTypeNullableString, n)
	}
	pointers := make([]*string, n)
	for i := range pointers {
		if !c.Missing(i) {
			pointers[i] = &c.text.words[c.text.codes[i]]
		}
	}
	return data.NewField("", nil, pointers)
}

func plainOrNullable[T any](c *Column, values []T) *data.Field {
	if values == nil {
		values = []T{}
	}
	if c.Required {
		return data.NewField("", nil, values)
	}
	pointers := make([]*T, len(values))
	for i := range values {
		if !c.Missing(i) {
			pointers[i] = &values[i]
		}
	}
	return data.NewField("", nil, pointers)
}
