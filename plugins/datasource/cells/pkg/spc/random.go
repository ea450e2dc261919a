package spc

import "math"

// Random are uniform numbers in [0, 1) with 53 bits: xoshiro128** (Blackman & Vigna 2021, ACM TOMS 47, 36), state filled by
// splitmix32, two draws a number; bit for bit those of the TypeScript statistics.
type Random struct{ a, b, c, d uint32 }

// NewRandom begins the sequence of a seed.
func NewRandom(seed uint32) *Random {
	split := func() uint32 {
		seed += 0x9e3779b9
		z := seed
		z = (z ^ z>>16) * 0x85ebca6b
		z = (z ^ z>>13) * 0xc2b2ae35
		return z ^ z>>16
	}
	return &Random{split(), split(), split(), split()}
}

func (r *Random) next() uint32 {
	five := r.b * 5
	result := (five<<7 | five>>25) * 9
	t := r.b << 9
	r.c ^= r.a
	r.d ^= r.b
	r.b ^= r.c
	r.a ^= r.d
	r.c ^= t
	r.d = r.d<<11 | r.d>>21
	return result
}

// Float64 is the next number.
func (r *Random) Float64() float64 {
	high, low := r.next()>>5, r.next()>>6
	return (float64(high)*67108864 + float64(low)) / 9007199254740992
}

// IntN is a whole number in [0, n).
func (r *Random) IntN(n int) int { return int(r.Float64() * float64(n)) }

// Normals are standard normal numbers from uniform ones, by Marsaglia's polar method; the same as in TypeScript.
type Normals struct {
	uniform *Random
	spare   float64
	kept    bool
}

// NewNormals begins the sequence of a seed.
func NewNormals(seed uint32) *Normals { return &Normals{uniform: NewRandom(seed)} }

// Next is the next number.
func (n *Normals) Next() float64 {
	if n.kept {
		n.kept = false
		return n.spare
	}
	for {
		u, v := 2*n.uniform.Float64()-1, 2*n.uniform.Float64()-1
		if s := u*u + v*v; s > 0 && s < 1 {
			scale := math.Sqrt(-2 * math.Log(s) / s)
			n.spare, n.kept = v*scale, true
			return u * scale
		}
	}
}
