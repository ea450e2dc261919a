package table

import "strings"

// Natural compares two texts as people read them: runs of digits by their number (nozzle-4 before nozzle-12), the rest
// byte by byte; texts that differ only in leading zeros are ordered by length, then byte by byte. Only equal texts give 0.
func Natural(a, b string) int {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		if digit(a[i]) && digit(b[j]) {
			aEnd, bEnd := digitsEnd(a, i), digitsEnd(b, j)
			aRun, bRun := trimZeros(a[i:aEnd]), trimZeros(b[j:bEnd])
			if len(aRun) != len(bRun) {
				return sign(len(aRun) - len(bRun))
			}
			if aRun != bRun {
				if aRun < bRun {
					return -1
				}
				return 1
			}
			i, j = aEnd, bEnd
			continue
		}
		if a[i] != b[j] {
			return sign(int(a[i]) - int(b[j]))
		}
		i++
		j++
	}
	if rest := sign((len(a) - i) - (len(b) - j)); rest != 0 {
		return rest
	}
	if length := sign(len(a) - len(b)); length != 0 {
		return length
	}
	return strings.Compare(a, b)
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func digitsEnd(s string, i int) int {
	for i < len(s) && digit(s[i]) {
		i++
	}
	return i
}

func trimZeros(s string) string {
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	return s
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}
