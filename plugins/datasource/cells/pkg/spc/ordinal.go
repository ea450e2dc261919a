package spc

import "strconv"

// ordinal is 1st, 2nd, 3rd, 4th … 11th … 21st of a whole number.
func ordinal(k int) string {
	ending := "th"
	if teens := k % 100; teens < 11 || teens > 13 {
		switch k % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return strconv.Itoa(k) + ending
}
