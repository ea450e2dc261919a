package monitor

import "encoding/binary"

// counts are bad items of those judged in a window, by its number.
type counts struct{ window, bad, judged int }

// packedCounts are those of a stream in ascending windows, in few bytes: there are thousands of streams. Of each window three varints:
// by how much its number is more than that of the one before, twice the judged items and one where some are bad, and then the bad ones.
type packedCounts []byte

// after appends to a list those of windows with a greater number.
func (p packedCounts) after(window int, list []counts) []counts {
	var c counts
	next := func() int {
		v, bytes := binary.Uvarint(p)
		p = p[bytes:]
		return int(v) //nolint:gosec // was one
	}
	for len(p) > 0 {
		c.window += next()
		judged := next()
		c.judged, c.bad = judged>>1, 0
		if judged&1 != 0 {
			c.bad = next()
		}
		if c.window > window {
			list = append(list, c)
		}
	}
	return list
}

// packed are those of a list, in the memory of others.
func (p packedCounts) packed(list []counts) packedCounts {
	p = p[:0]
	before := 0
	for _, c := range list {
		bad := min(c.bad, 1)
		p = binary.AppendUvarint(p, uint64(c.window-before)) //nolint:gosec // they ascend
		p = binary.AppendUvarint(p, uint64(c.judged<<1|bad)) //nolint:gosec // counts are not negative
		if bad > 0 {
			p = binary.AppendUvarint(p, uint64(c.bad)) //nolint:gosec // counts are not negative
		}
		before = c.window
	}
	return p
}
