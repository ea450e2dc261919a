package table

// TextOr is the text of a row; missing stands for a column or a text that is not there.
func TextOr(c *Column, row int, missing string) string {
	if c == nil || c.Kind != Text {
		return missing
	}
	if v, ok := c.Text(row); ok && v != "" {
		return v
	}
	return missing
}

// IntOr reads a number of an Int column; missing where the column is of another kind or has none.
func IntOr(c *Column, row int, missing int64) int64 {
	if c == nil || c.Kind != Int {
		return missing
	}
	if v, ok := c.Int(row); ok {
		return v
	}
	return missing
}

// FloatAt is the number of a row; ok is false for a column or a number that is not there.
func FloatAt(c *Column, row int) (float64, bool) {
	if c == nil || c.Kind != Float {
		return 0, false
	}
	return c.Float(row)
}

// IsTrue tells whether a column says true; what is missing, of another kind or no column does not.
func IsTrue(c *Column, row int) bool {
	if c == nil || c.Kind != Bool {
		return false
	}
	v, ok := c.Bool(row)
	return ok && v
}
