package control

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// reading is a value of a stream that was measured, with its row, time and what held for it.
type reading struct {
	row      int
	ms       int64
	value    float64
	standard *Standard
	// fresh: nothing may be remembered from before it; something that is no measurement stood between.
	fresh bool
}

// series is the plotted points of one stream, in the order in which they were completed.
type series struct {
	values []float64
	starts []int // where each point begins in values; nil: every value is a point
	breaks []bool
	last   []reading // of each point the reading that completed it
}

func (s *series) add(readings []reading, breaks bool) {
	s.starts = append(s.starts, len(s.values))
	for _, r := range readings {
		s.values = append(s.values, r.value)
	}
	s.breaks = append(s.breaks, breaks)
	s.last = append(s.last, readings[len(readings)-1])
}

func (s *series) data() spc.Data {
	return spc.Data{Values: s.values, Starts: s.starts, Breaks: s.breaks}
}

// n is the number of values behind a point.
func (s *series) n(point int) int {
	if s.starts == nil {
		return 1
	}
	if point+1 < len(s.starts) {
		return s.starts[point+1] - s.starts[point]
	}
	return len(s.values) - s.starts[point]
}

// individuals makes every reading a point.
func individuals(stream []reading, maxGapMs int64) *series {
	s := &series{values: make([]float64, len(stream)), breaks: make([]bool, len(stream)), last: stream}
	for i, r := range stream {
		s.values[i] = r.value
		s.breaks[i] = i == 0 || r.fresh || r.ms-stream[i-1].ms > maxGapMs
	}
	return s
}

// subgroups gathers readings that share a key, size at most (0: as many as share it). A subgroup is closed when it is full or
// when its own readings pause for too long. One of a stated size that is still filling is no point yet: its mean would move
// with every reading.
func subgroups(stream []reading, key func(row int) string, size int, maxGapMs int64) *series {
	var points [][]reading
	open := map[string][]reading{}
	for _, r := range stream {
		of := key(r.row)
		group := open[of]
		if len(group) > 0 && r.ms-group[len(group)-1].ms > maxGapMs {
			points = append(points, group)
			group = nil
		}
		group = append(group, r)
		if open[of] = group; size > 0 && len(group) >= size {
			points = append(points, group)
			delete(open, of)
		}
	}
	if size == 0 {
		for _, group := range open {
			points = append(points, group)
		}
	}
	slices.SortFunc(points, func(a, b []reading) int { return cmp.Compare(a[len(a)-1].row, b[len(b)-1].row) })
	s := &series{starts: []int{}}
	for i, group := range points {
		s.add(group, i == 0 || group[0].ms-points[i-1][len(points[i-1])-1].ms > maxGapMs)
	}
	return s
}

// keyOf spells the values of columns in a row; one key where there are none.
func keyOf(rows *table.Table, names []string) func(row int) string {
	columns := make([]*table.Column, len(names))
	for i, name := range names {
		columns[i] = rows.Column(name)
	}
	return func(row int) string {
		var key strings.Builder
		for _, c := range columns {
			key.WriteString(table.TextOr(c, row, ""))
			key.WriteByte(0)
		}
		return key.String()
	}
}
