package table

import mathbits "math/bits"

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

// allSet has the first n bits set.
func allSet(n int) bits {
	b := make(bits, (n+63)>>6)
	for w := range b {
		b[w] = ^uint64(0)
	}
	if rest := n & 63; rest != 0 {
		b[len(b)-1] = 1<<rest - 1
	}
	return b
}

// count is the number of bits set.
func (b bits) count() int {
	n := 0
	for _, w := range b {
		n += mathbits.OnesCount64(w)
	}
	return n
}
