package table

import (
	"strconv"
)

// MsOr is a time in ms of a row, or what stands where there is none.
func MsOr(c *Column, row int, missing int64) int64 {
	if c != nil {
		if v, ok := c.Int(row); ok && v > 0 {
			return v
		}
	}
	return missing
}

// AppendNumber adds a number, or a missing value for nil.
func AppendNumber(c *Column, v *float64) {
	if v == nil {
		c.AppendMissing()
		return
	}
	c.AppendFloat(*v)
}

// AppendTextOr adds a text, or a missing value for the empty one.
func AppendTextOr(c *Column, v string) {
	if v == "" {
		c.AppendMissing()
		return
	}
	c.AppendText(v)
}

// AppendIntText adds a whole number of a row as text: core panels would draw a number.
func AppendIntText(to, from *Column, row int) {
	if v, ok := from.Int(row); ok {
		to.AppendText(strconv.FormatInt(v, 10))
	} else {
		to.AppendMissing()
	}
}

// AppendIntOr adds a whole number of a row, or a missing value.
func AppendIntOr(c *Column, v *int64) {
	if v == nil {
		c.AppendMissing()
		return
	}
	c.AppendInt(*v)
}

// BoolInt is 1 for true.
func BoolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
