package spc

// Data is what a chart reads, in process order. A point is a value, a subgroup (Starts) or a row (Columns); Breaks, Excluded
// and Sizes have one entry a point, or are nil. NaN is a missing value: it keeps its place and is never zero.
type Data struct {
	// Values are measured values or counts, finite or NaN.
	Values []float64
	// Starts is where each subgroup begins in Values (in rows, with Columns), ascending, the first 0.
	Starts []int
	// Sizes are the units inspected of each count; 1 where nil.
	Sizes []float64
	// Groups is the stream (sister streams) or product (short runs) of each value, small whole numbers from 0.
	Groups []int
	// Columns is the number of variables of a row; Values hold the rows one after the other.
	Columns int
	// Breaks marks points before which nothing may be remembered: phase, recipe, tray, tool change, gap.
	Breaks []bool
	// Excluded points are drawn and take no part in estimates, memory or rules.
	Excluded []bool
}

// Points is the number of plotted points.
func (d Data) Points() int {
	if d.Starts != nil {
		return len(d.Starts)
	}
	return len(d.Values) / d.width()
}

func (d Data) width() int { return max(d.Columns, 1) }

// rows is the number of values, or of rows of values.
func (d Data) rows() int { return len(d.Values) / d.width() }

// span is where a point's values (rows) lie.
func (d Data) span(point int) (from, to int) {
	if d.Starts == nil {
		return point, point + 1
	}
	if point+1 < len(d.Starts) {
		return d.Starts[point], d.Starts[point+1]
	}
	return d.Starts[point], d.rows()
}

func flag(flags []bool, i int) bool { return i < len(flags) && flags[i] }

func (d Data) excluded(point int) bool { return flag(d.Excluded, point) }
func (d Data) breaks(point int) bool   { return flag(d.Breaks, point) }

func (d Data) group(i int) int {
	if d.Groups == nil {
		return 0
	}
	return d.Groups[i]
}

// size is the number of units inspected for a count.
func (d Data) size(i int) float64 {
	if d.Sizes == nil {
		return 1
	}
	return d.Sizes[i]
}

// groupCount is one more than the greatest group.
func (d Data) groupCount() int {
	most := 0
	for i := range d.Values {
		most = max(most, d.group(i)+1)
	}
	return most
}

// valueMask spreads the exclusion of points to the values of their subgroups; nil where nothing is excluded.
func (d Data) valueMask() []bool {
	if d.Excluded == nil || (d.Starts == nil && d.Columns == 0) {
		return d.Excluded
	}
	mask := make([]bool, len(d.Values))
	for point := range d.Points() {
		if !d.excluded(point) {
			continue
		}
		from, to := d.span(point)
		for i := from * d.width(); i < to*d.width(); i++ {
			mask[i] = true
		}
	}
	return mask
}

// valueBreaks are the breaks of points at the first value of their subgroup; nil where there are none.
func (d Data) valueBreaks() []bool {
	if d.Breaks == nil || d.Starts == nil {
		return d.Breaks
	}
	set := make([]bool, len(d.Values))
	for point, at := range d.Starts {
		if d.breaks(point) && at < len(set) {
			set[at] = true
		}
	}
	return set
}

// Slice gives the points [from, to); values are shared, not copied.
func (d Data) Slice(from, to int) Data {
	part := d
	first, last := from, to
	if d.Starts != nil {
		first, last = d.rows(), d.rows()
		if from < len(d.Starts) {
			first = d.Starts[from]
		}
		if to < len(d.Starts) {
			last = d.Starts[to]
		}
		part.Starts = make([]int, to-from)
		for i := range part.Starts {
			part.Starts[i] = d.Starts[from+i] - first
		}
	}
	part.Values = d.Values[first*d.width() : last*d.width()]
	if d.Groups != nil {
		part.Groups = d.Groups[first:last]
	}
	part.Sizes = sliced(d.Sizes, from, to)
	part.Breaks = sliced(d.Breaks, from, to)
	part.Excluded = sliced(d.Excluded, from, to)
	return part
}

func sliced[T any](list []T, from, to int) []T {
	if list == nil {
		return nil
	}
	return list[min(from, len(list)):min(to, len(list))]
}
