package summary

import (
	"encoding/binary"
	"math"
	"slices"
	"sort"
)

// blockSteps is how many steps of time a block spans.
const blockSteps = 128

// block holds the steps of a stretch of time of one key, one after the other, each in as few bytes as it needs: there are as many as
// items where thousands of channels measure one now and then.
//
//	step   = place plain [sum] | place counts [sum [SS Far]]
//	place  = the number of the step in the block, and 1 in the eighth bit where it is plain: one item, neither bad nor late
//	counts = Judged as a varint, and 1 in its first bit, where nothing is bad or late; else N, Bad, Judged and Late as varints
//	sum    = of the values: a decimal number of up to six places, of a single one what it differs by from the one before it in the
//	         block where that has as many, or their mean in eight bytes
//	SS Far = four bytes each, of more items than one: the seven digits of single precision
//
// A single value is kept exactly, a mean of more to thirteen digits.
type block struct {
	// number of the block since 1970, of so many steps each; last is the place of its last step.
	number uint32
	last   byte
	data   string
}

const (
	plain      = 1 << 7
	mostPlaces = 7 // values of the last three bits of a decimal: so many places, or eight bytes follow
	mostDigits = 1 << 53
)

// writer makes blocks of steps in their order.
type writer struct {
	blocks   []block
	lengthMs int64
	// verdicts: steps have no values.
	verdicts bool
	number   uint32
	last     byte
	data     []byte
	// before is the single value before the next one.
	before decimal
}

// decimal is a number of so many places.
type decimal struct {
	digits int64
	places uint64
}

func (w *writer) add(s Step) {
	at := s.Begin / w.lengthMs
	if number := uint32(at / blockSteps); number != w.number { //nolint:gosec // a step is seconds long at least
		w.shut()
		w.number, w.before = number, decimal{}
	}
	place := byte(at % blockSteps)
	w.last = place
	usual := w.usual(s)
	if usual && s.Judged == 1 {
		w.data = append(w.data, place|plain)
		if !w.verdicts {
			w.sum(s.Mean, 1)
		}
		return
	}
	w.data = append(w.data, place)
	if usual {
		w.data = binary.AppendUvarint(w.data, uint64(s.Judged)<<1|1) //nolint:gosec // counts are not negative
	} else {
		for _, n := range []int{s.N << 1, s.Bad, s.Judged, s.Late} {
			w.data = binary.AppendUvarint(w.data, uint64(n)) //nolint:gosec // counts are not negative
		}
	}
	if s.N > 0 {
		w.sum(s.Mean, s.N)
	}
	if s.N > 1 {
		w.data = binary.LittleEndian.AppendUint32(w.data, math.Float32bits(float32(s.SS)))
		w.data = binary.LittleEndian.AppendUint32(w.data, math.Float32bits(float32(s.Far)))
	}
}

// usual tells whether nothing of a step is bad or late, and all that was judged was measured.
func (w *writer) usual(s Step) bool {
	measured := s.Judged
	if w.verdicts {
		measured = 0
	}
	return s.Judged > 0 && s.Bad == 0 && s.Late == 0 && s.N == measured
}

// meanDigits are those that a mean of several values is kept to, one value to all of its own.
const meanDigits = 1e-13

// sum writes that of so many values of a mean.
func (w *writer) sum(mean float64, n int) {
	d, ok := decimalOf(mean, n, w.before.places)
	if !ok {
		w.data = append(w.data, mostPlaces)
		w.data = binary.LittleEndian.AppendUint64(w.data, math.Float64bits(mean))
		return
	}
	m := d.digits
	if n == 1 {
		if d.places == w.before.places {
			m -= w.before.digits
		}
		w.before = d
	}
	zigzag := uint64(m<<1) ^ uint64(m>>63) //nolint:gosec // as bits
	w.data = binary.AppendUvarint(w.data, zigzag<<3|d.places)
}

// decimalOf is the sum of so many values of a mean, if it can be of a number of places, of as few as it needs.
func decimalOf(mean float64, n int, places uint64) (d decimal, ok bool) {
	within := 0.0
	if n > 1 {
		places, within = 0, meanDigits*math.Abs(mean)
	}
	if mean == 0 && math.Signbit(mean) {
		return d, false
	}
	of := func(places uint64) (decimal, bool) {
		scaled := decimals[places] * float64(n)
		digits := math.Round(mean * scaled)
		return decimal{int64(digits), places}, math.Abs(digits) < mostDigits && math.Abs(digits/scaled-mean) <= within
	}
	if d, ok = of(places); ok {
		return d, true
	}
	for places = range mostPlaces {
		if d, ok = of(places); ok {
			return d, true
		}
	}
	return d, false
}

// decimals are powers of ten by the number of places.
var decimals = [mostPlaces]float64{1, 10, 100, 1e3, 1e4, 1e5, 1e6}

func (w *writer) shut() {
	if len(w.data) > 0 {
		w.blocks = append(w.blocks, block{w.number, w.last, string(w.data)})
		w.data = w.data[:0]
	}
}

// Cursor goes through steps in their order.
type Cursor struct {
	lengthMs, from, to int64
	verdicts           bool
	blocks             []block
	// data are those of the block before them, of which what begins at the at-th byte is to come.
	data   string
	at     int
	number uint32
	before decimal
}

// Next is the next step; ok is false behind the last one.
func (c *Cursor) Next() (s Step, ok bool) {
	for {
		for c.at == len(c.data) {
			if len(c.blocks) == 0 {
				return s, false
			}
			c.number, c.data, c.at, c.blocks, c.before = c.blocks[0].number, c.blocks[0].data, 0, c.blocks[1:], decimal{}
		}
		if s = c.read(); s.Begin >= c.to {
			c.data, c.at, c.blocks = "", 0, nil
			return Step{}, false
		}
		if s.Begin >= c.from {
			return s, true
		}
	}
}

func (c *Cursor) read() Step {
	head := c.data[c.at]
	c.at++
	s := Step{Begin: (int64(c.number)*blockSteps + int64(head&^plain)) * c.lengthMs}
	if head&plain != 0 {
		s.Judged = 1
		if !c.verdicts {
			s.N, s.Mean = 1, c.mean(1)
		}
		return s
	}
	if n := c.varint(); n&1 == 0 {
		s.N = int(n >> 1) //nolint:gosec // was one
		for _, n := range []*int{&s.Bad, &s.Judged, &s.Late} {
			*n = int(c.varint()) //nolint:gosec // was one
		}
	} else if s.Judged = int(n >> 1); !c.verdicts { //nolint:gosec // was one
		s.N = s.Judged
	}
	if s.N > 0 {
		s.Mean = c.mean(s.N)
	}
	if s.N > 1 {
		s.SS = float64(math.Float32frombits(uint32(c.fixed(4))))  //nolint:gosec // four bytes
		s.Far = float64(math.Float32frombits(uint32(c.fixed(4)))) //nolint:gosec // four bytes
	}
	return s
}

func (c *Cursor) varint() (v uint64) {
	for i := 0; ; i++ {
		b := c.data[c.at+i]
		v |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			c.at += i + 1
			return v
		}
	}
}

func (c *Cursor) fixed(bytes int) (v uint64) {
	for i := range bytes {
		v |= uint64(c.data[c.at+i]) << (8 * i)
	}
	c.at += bytes
	return v
}

// mean of so many values, of which the sum comes next.
func (c *Cursor) mean(n int) float64 {
	v := c.varint()
	d := decimal{places: v & 7}
	if d.places == mostPlaces {
		return math.Float64frombits(c.fixed(8))
	}
	v >>= 3
	d.digits = int64(v>>1) ^ -int64(v&1) //nolint:gosec // as bits
	if n == 1 {
		if d.places == c.before.places {
			d.digits += c.before.digits
		}
		c.before = d
	}
	return float64(d.digits) / (decimals[d.places] * float64(n))
}

// within is the part of blocks that overlap the steps numbered in [from, to).
func within(blocks []block, from, to int64) (first, after int) {
	first = sort.Search(len(blocks), func(i int) bool { return (int64(blocks[i].number)+1)*blockSteps > from })
	after = first + sort.Search(len(blocks)-first, func(i int) bool { return int64(blocks[first+i].number)*blockSteps >= to })
	return first, after
}

// isBehind tells whether a step begins after all of some blocks.
func isBehind(blocks []block, begin, lengthMs int64) bool {
	if len(blocks) == 0 {
		return true
	}
	last := blocks[len(blocks)-1]
	return begin > (int64(last.number)*blockSteps+int64(last.last))*lengthMs
}

// followed are the blocks of a series and a step behind them.
func followed(s Series, step Step) []block {
	w := writer{lengthMs: s.lengthMs, verdicts: s.verdicts}
	n := len(s.blocks)
	if n > 0 && int64(s.blocks[n-1].number) == step.Begin/s.lengthMs/blockSteps {
		last := s
		last.blocks = s.blocks[n-1:]
		c := last.Cursor()
		for _, ok := c.Next(); ok; _, ok = c.Next() { //nolint:revive // to its end
		}
		w.number, w.before = last.blocks[0].number, c.before
	}
	w.add(step)
	if len(w.data) > 0 && n > 0 && w.number == s.blocks[n-1].number {
		s.blocks[n-1].data, s.blocks[n-1].last = s.blocks[n-1].data+string(w.data), w.last
		return s.blocks
	}
	w.shut()
	return append(s.blocks, w.blocks...)
}

// replaced are blocks with other steps in place of those in [from, to) of time.
func replaced(s Series, by Series, from, to int64) []block {
	first, after := within(s.blocks, floor(from, s.lengthMs), ceiling(to, s.lengthMs))
	before, behind := s, s
	before.blocks, behind.blocks = s.blocks[first:after], s.blocks[first:after]
	w := writer{lengthMs: s.lengthMs, verdicts: s.verdicts}
	for _, part := range []Series{before.Between(math.MinInt64, from), by.Between(from, to), behind.Between(to, math.MaxInt64)} {
		for c := part.Cursor(); ; {
			step, ok := c.Next()
			if !ok {
				break
			}
			w.add(step)
		}
	}
	w.shut()
	return slices.Replace(s.blocks, first, after, w.blocks...)
}
