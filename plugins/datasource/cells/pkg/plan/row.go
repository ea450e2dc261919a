// Package plan says which control plan and which control limits hold for a product, an equipment and a moment. Rows in,
// answers out; reading the rows is the caller's.
package plan

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Any is the product or stratum that stands for all.
const Any = "*"

// Row is one stored row of the plan: complete, never changed, in force from a moment until another replaces it.
type Row struct {
	// FromNs is the moment of effect, a whole second, in nanoseconds since the epoch.
	FromNs int64
	// Revision orders rows of the same moment of effect; RecordedMs is when it was written.
	Revision, RecordedMs int64
	// Active is false for a row that withdraws.
	Active                                    bool
	Station, Characteristic, Product, Stratum string

	rows *table.Table
	at   int
}

// Text is a text field of the row; "" when the row does not state it.
func (r *Row) Text(field string) string {
	if c := r.column(field); c != nil && c.Kind == table.Text {
		v, _ := c.Text(r.at)
		return v
	}
	return ""
}

// Number is a number of the row; nil when the row does not state it, never zero for that.
func (r *Row) Number(field string) *float64 {
	c := r.column(field)
	if c == nil || c.Missing(r.at) {
		return nil
	}
	switch c.Kind {
	case table.Float:
		v, _ := c.Float(r.at)
		return &v
	case table.Int, table.Time:
		n, _ := c.Int(r.at)
		v := float64(n)
		return &v
	}
	return nil
}

// NumberOr is a number of the row, or the fallback when it states none.
func (r *Row) NumberOr(field string, fallback float64) float64 {
	if v := r.Number(field); v != nil {
		return *v
	}
	return fallback
}

// Int is a whole number of the row; ok is false when it states none.
func (r *Row) Int(field string) (n int64, ok bool) {
	c := r.column(field)
	if c == nil || c.Missing(r.at) {
		return 0, false
	}
	if c.Kind == table.Int {
		return c.Int(r.at)
	}
	v := r.Number(field)
	if v == nil || *v != math.Trunc(*v) || math.Abs(*v) > 1<<53 {
		return 0, false
	}
	return int64(*v), true
}

// Bool is a truth value of the row; ok is false when it states none.
func (r *Row) Bool(field string) (v, ok bool) {
	c := r.column(field)
	if c == nil || c.Kind != table.Bool {
		return false, false
	}
	return c.Bool(r.at)
}

func (r *Row) column(field string) *table.Column {
	if r.rows == nil {
		return nil
	}
	return r.rows.Column(field)
}
