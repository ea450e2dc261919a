package table

// bits is a growing bitmap; bits beyond its end read as false.
type bits []uint64

func (b bits) get(i int) bool {
	w := i >> 6
	return w < len(b) && b[w]&(1<<(i&63)) != 0
}

func (b *bits) set(i int) {
	for w := i >> 6; len(*b) <= w; {
		*b = append(*b, 0)
	}
	(*b)[i>>6] |= 1 << (i & 63)
}
