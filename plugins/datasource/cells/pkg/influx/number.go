package influx

import (
	"fmt"
	"math"
	"strconv"
)

func isNull(b []byte) bool { return len(b) == 4 && b[0] == 'n' }

// parseInt reads a decimal integer without a detour through float64 (nanoseconds exceed 2^53).
func parseInt(b []byte) (int64, error) {
	digits, negative := b, len(b) > 0 && b[0] == '-'
	if negative {
		digits = b[1:]
	}
	if len(digits) == 0 || len(digits) > 18 {
		return strconv.ParseInt(string(b), 10, 64)
	}
	var v int64
	for _, c := range digits {
		if c < '0' || c > '9' {
			f, err := strconv.ParseFloat(string(b), 64)
			if err != nil || f != math.Trunc(f) || math.Abs(f) > 1<<53 {
				return 0, fmt.Errorf("%q is not an integer", b)
			}
			return int64(f), nil
		}
		v = v*10 + int64(c-'0')
	}
	if negative {
		v = -v
	}
	return v, nil
}

var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// parseFloat is exact: a mantissa below 2^53 over a power of ten below 10^16 is one rounded division,
// everything else goes through strconv.
func parseFloat(b []byte) (float64, error) {
	var mantissa uint64
	i, digits, decimals, point := 0, 0, 0, false
	negative := len(b) > 0 && b[0] == '-'
	if negative {
		i = 1
	}
	for ; i < len(b); i++ {
		c := b[i]
		if c == '.' && !point {
			point = true
			continue
		}
		if c < '0' || c > '9' || digits == 15 {
			return strconv.ParseFloat(string(b), 64)
		}
		mantissa = mantissa*10 + uint64(c-'0')
		digits++
		if point {
			decimals++
		}
	}
	if digits == 0 {
		return strconv.ParseFloat(string(b), 64)
	}
	v := float64(mantissa) / powers[decimals]
	if negative {
		v = -v
	}
	return v, nil
}
