package source

import (
	"cmp"
	"slices"
	"time"
)

// rowTimeSlack is how far a row's time can lie from its source time: a station with a resolution of seconds floors
// it and adds up to a second of hash.
const rowTimeSlack = time.Second

// MaxRanges is how many stretches of time are read apart. InfluxDB takes longer to open a statement than to read the few
// thousand rows between two stretches: after a back-fill, hundreds of scattered minutes took seconds.
const MaxRanges = 8

// Cover gives at most limit ranges of row times that hold all rows whose source times lie in the wanted ranges, which are
// in order. Where there are more, the smallest gaps are read as well.
func Cover(wanted []Range, limit int) []Range {
	var out []Range
	for _, span := range wanted {
		from, to := span.From.Add(-rowTimeSlack), span.To.Add(rowTimeSlack)
		if last := len(out) - 1; last >= 0 && !from.After(out[last].To) {
			out[last].To = to
			continue
		}
		out = append(out, Range{From: from, To: to})
	}
	if len(out) <= limit {
		return out
	}
	gap := func(i int) time.Duration { return out[i].From.Sub(out[i-1].To) }
	starts := make([]int, len(out)-1)
	for i := range starts {
		starts[i] = i + 1
	}
	slices.SortFunc(starts, func(a, b int) int { return cmp.Compare(gap(b), gap(a)) })
	starts = starts[:limit-1]
	slices.Sort(starts)
	covered := make([]Range, 0, limit)
	first := 0
	for _, next := range append(starts, len(out)) {
		covered = append(covered, Range{From: out[first].From, To: out[next-1].To})
		first = next
	}
	return covered
}

// Merged are stretches of time in order, those that meet as one.
func Merged(spans []Range) []Range {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b Range) int { return a.From.Compare(b.From) })
	out := spans[:min(1, len(spans))]
	for _, span := range spans[len(out):] {
		last := &out[len(out)-1]
		if span.From.After(last.To) {
			out = append(out, span)
		} else if span.To.After(last.To) {
			last.To = span.To
		}
	}
	return out
}
