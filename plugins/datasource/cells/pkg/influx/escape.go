package influx

import (
	"errors"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// unescape resolves the escapes of a JSON string into a buffer that is reused.
func (s *scanner) unescape(raw []byte) ([]byte, error) {
	out := s.scratch[:0]
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			out = append(out, raw[i])
			continue
		}
		i++
		if i >= len(raw) {
			return nil, errTruncated
		}
		switch raw[i] {
		case 'n':
			out = append(out, '\n')
		case 't':
			out = append(out, '\t')
		case 'r':
			out = append(out, '\r')
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'u':
			r, used := hexRune(raw[i+1:])
			if used == 0 {
				return nil, errors.New("the answer of InfluxDB holds a broken \\u escape")
			}
			out = utf8.AppendRune(out, r)
			i += used
		default:
			out = append(out, raw[i])
		}
	}
	s.scratch = out
	return out, nil
}

func hexRune(b []byte) (rune, int) {
	if len(b) < 4 {
		return 0, 0
	}
	hi, err := strconv.ParseUint(string(b[:4]), 16, 32)
	if err != nil {
		return 0, 0
	}
	if utf16.IsSurrogate(rune(hi)) && len(b) >= 10 && b[4] == '\\' && b[5] == 'u' {
		if lo, err := strconv.ParseUint(string(b[6:10]), 16, 32); err == nil {
			return utf16.DecodeRune(rune(hi), rune(lo)), 10
		}
	}
	return rune(hi), 4
}
