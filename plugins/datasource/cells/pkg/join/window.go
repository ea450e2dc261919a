package join

import (
	"math"
	"sort"
)

// Reading is one value of a series at a time.
type Reading struct {
	At    int64
	Value float64
}

// Series is readings in order of time, prepared for many windows.
type Series struct {
	readings []Reading
	// Sums of (value − first value): subtracting the level first keeps the digits of small variations.
	sums     []float64
	level    float64
	from, to int64
	last     Summary
	lastOK   bool
}

// Summary is what a window of a series held.
type Summary struct {
	N              int
	Mean, Min, Max float64
}

// NewSeries sorts the readings by time and prepares them; NaN values are left out.
func NewSeries(readings []Reading) *Series {
	s := &Series{from: 1}
	for _, r := range readings {
		if !math.IsNaN(r.Value) {
			s.readings = append(s.readings, r)
		}
	}
	sort.SliceStable(s.readings, func(i, j int) bool { return s.readings[i].At < s.readings[j].At })
	s.sums = make([]float64, len(s.readings)+1)
	if len(s.readings) > 0 {
		s.level = s.readings[0].Value
	}
	for i, r := range s.readings {
		s.sums[i+1] = s.sums[i] + (r.Value - s.level)
	}
	return s
}

// AsOf is the newest reading not after at and not older than maxAge (0: any age).
func (s *Series) AsOf(at, maxAge int64) (Reading, bool) {
	i := sort.Search(len(s.readings), func(i int) bool { return s.readings[i].At > at })
	if i == 0 || (maxAge > 0 && at-s.readings[i-1].At > maxAge) {
		return Reading{}, false
	}
	return s.readings[i-1], true
}

// Window summarises the readings of [from, to]; ok is false when there are none. Cells of one tray share their window, so
// the last answer is kept; a Series is for one goroutine.
func (s *Series) Window(from, to int64) (Summary, bool) {
	if from == s.from && to == s.to {
		return s.last, s.lastOK
	}
	i := sort.Search(len(s.readings), func(i int) bool { return s.readings[i].At >= from })
	j := sort.Search(len(s.readings), func(i int) bool { return s.readings[i].At > to })
	s.from, s.to, s.last, s.lastOK = from, to, Summary{}, false
	if i >= j {
		return s.last, false
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, r := range s.readings[i:j] {
		low, high = math.Min(low, r.Value), math.Max(high, r.Value)
	}
	n := j - i
	s.last = Summary{N: n, Mean: s.level + (s.sums[j]-s.sums[i])/float64(n), Min: low, Max: high}
	s.lastOK = true
	return s.last, true
}
