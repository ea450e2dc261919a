package table

import (
	"fmt"
	"math"
	"slices"
)

// Spec names a column, its kind and how it is to be shown.
type Spec struct {
	Name string
	Kind Kind
	// Required columns have no missing values; appending one is a programmer's error.
	Required bool
	// Unit is a Grafana unit id, Decimals the digits to show (nil: as they come).
	Unit        string
	Decimals    *uint16
	Description string
}

// Column is one typed column. A missing value is marked as missing: never zero, never NaN, never the empty text.
type Column struct {
	Spec
	n       int
	ints    []int64 // Time and Int
	floats  []float64
	text    texts
	bools   bits
	missing bits
}

// NewColumn makes an empty column.
func NewColumn(spec Spec) *Column { return &Column{Spec: spec} }

// NewMissing makes a column of n rows without a value.
func NewMissing(spec Spec, n int) *Column {
	c := NewColumn(spec)
	c.n, c.missing = n, allSet(n)
	switch c.Kind {
	case Time, Int:
		c.ints = make([]int64, n)
	case Float:
		c.floats = make([]float64, n)
	case Text:
		c.text.words, c.text.codes = []string{""}, make([]uint32, n)
		c.text.code = map[string]uint32{"": 0}
	}
	return c
}

// Len is the number of rows.
func (c *Column) Len() int { return c.n }

// Missing tells whether row i has no value.
func (c *Column) Missing(i int) bool { return c.missing.get(i) }

// AllMissing tells whether no row has a value.
func (c *Column) AllMissing() bool { return c.missing.count() == c.n }

// AppendMissing adds a row without a value.
func (c *Column) AppendMissing() {
	if c.Required {
		panic(fmt.Sprintf("table: column %q is required, row %d has no value", c.Name, c.n))
	}
	c.missing.set(c.n)
	switch c.Kind {
	case Time, Int:
		c.ints = append(c.ints, 0)
	case Float:
		c.floats = append(c.floats, 0)
	case Text:
		c.text.append("")
	}
	c.n++
}

// AppendInt adds a row to an Int or Time (nanoseconds since the epoch) column.
func (c *Column) AppendInt(v int64) {
	if c.Kind != Int && c.Kind != Time {
		c.wrongKind("an integer")
	}
	c.ints = append(c.ints, v)
	c.n++
}

// AppendFloat adds a row to a Float column; NaN and infinities are missing values.
func (c *Column) AppendFloat(v float64) {
	if c.Kind != Float {
		c.wrongKind("a float")
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		c.AppendMissing()
		return
	}
	c.floats = append(c.floats, v)
	c.n++
}

// AppendText adds a row to a Text column. The string is copied.
func (c *Column) AppendText(v string) {
	if c.Kind != Text {
		c.wrongKind("a text")
	}
	c.text.append(v)
	c.n++
}

// AppendBool adds a row to a Bool column.
func (c *Column) AppendBool(v bool) {
	if c.Kind != Bool {
		c.wrongKind("a bool")
	}
	if v {
		c.bools.set(c.n)
	}
	c.n++
}

// AppendFrom adds row i of another column of the same kind, or a missing value when i is negative or row i is missing.
func (c *Column) AppendFrom(from *Column, i int) {
	if c.Kind != from.Kind {
		c.wrongKind("a " + from.Kind.String())
	}
	if i < 0 || from.Missing(i) {
		c.AppendMissing()
		return
	}
	switch c.Kind {
	case Time, Int:
		c.AppendInt(from.ints[i])
	case Float:
		c.AppendFloat(from.floats[i])
	case Text:
		c.AppendText(from.text.at(i))
	case Bool:
		c.AppendBool(from.bools.get(i))
	}
}

// Int is row i of an Int or Time column; ok is false when it is missing.
func (c *Column) Int(i int) (v int64, ok bool) {
	if c.Missing(i) {
		return 0, false
	}
	return c.ints[i], true
}

// Float is row i of a Float column; ok is false when it is missing.
func (c *Column) Float(i int) (v float64, ok bool) {
	if c.Missing(i) {
		return 0, false
	}
	return c.floats[i], true
}

// Text is row i of a Text column; ok is false when it is missing.
func (c *Column) Text(i int) (v string, ok bool) {
	if c.Missing(i) {
		return "", false
	}
	return c.text.at(i), true
}

// Bool is row i of a Bool column; ok is false when it is missing.
func (c *Column) Bool(i int) (v, ok bool) {
	if c.Missing(i) {
		return false, false
	}
	return c.bools.get(i), true
}

// Reserve makes room for n more rows.
func (c *Column) Reserve(n int) {
	switch c.Kind {
	case Time, Int:
		c.ints = grow(c.ints, n)
	case Float:
		c.floats = grow(c.floats, n)
	case Text:
		c.text.reserve(n)
	}
}

func (c *Column) wrongKind(what string) {
	panic(fmt.Sprintf("table: column %q holds %s, got %s", c.Name, c.Kind, what))
}

func grow[T any](s []T, n int) []T {
	return slices.Grow(s, n)
}
