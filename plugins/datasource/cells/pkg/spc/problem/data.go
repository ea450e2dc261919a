package problem

import (
	"fmt"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// input is the data of a problem with the names of its groups and the cluster of each value.
type input struct {
	data     spc.Data
	groups   []string
	clusters []int
}

func nested(list []any, name string) (values []float64, starts []int) {
	starts = make([]int, len(list))
	for i, entry := range list {
		at := fmt.Sprintf("%s[%d]", name, i)
		inner, ok := entry.([]any)
		if !ok {
			complain(at, "must be a list of numbers")
		}
		starts[i] = len(values)
		values = append(values, numbersOf(inner, at, true)...)
	}
	return values, starts
}

// startsOf reads sizes for flat values: one size for all (the last subgroup may be shorter) or one a subgroup.
func startsOf(f *fields, count int) []int {
	starts := []int{}
	if _, one := f.get("sizes").(float64); one {
		size := f.whole("sizes", 1, most, 1)
		for at := 0; at < count; at += size {
			starts = append(starts, at)
		}
		return starts
	}
	at := 0.0
	for i, size := range f.needNumbers("sizes", false) {
		if size < 0 || size != math.Trunc(size) {
			complain(fmt.Sprintf("%s[%d]", f.name("sizes"), i), "must be a whole number")
		}
		starts = append(starts, int(min(at, float64(count))))
		at += size
	}
	if at != float64(count) {
		complain(f.name("sizes"), "add up to %s, but there are %d values", label(at), count)
	}
	return starts
}

func rows(f *fields) spc.Data {
	if !f.has("subgroups") {
		f.need("rows")
		values, starts := nested(f.list("rows"), f.name("rows"))
		return spc.Data{Values: values, Columns: columns(values, starts, f.name("rows"))}
	}
	var flat []any
	inner := []int{}
	for i, entry := range f.list("subgroups") {
		list, ok := entry.([]any)
		if !ok {
			complain(fmt.Sprintf("%s[%d]", f.name("subgroups"), i), "must be a list of rows")
		}
		inner = append(inner, len(flat))
		flat = append(flat, list...)
	}
	values, starts := nested(flat, f.name("subgroups"))
	return spc.Data{Values: values, Starts: inner, Columns: columns(values, starts, f.name("subgroups"))}
}

func columns(values []float64, starts []int, name string) int {
	count := len(values)
	if len(starts) > 1 {
		count = starts[1]
	}
	for i, from := range starts {
		to := len(values)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		if to-from != count {
			complain(fmt.Sprintf("%s[%d]", name, i), "must have %d numbers like the first row", count)
		}
	}
	if count == 0 {
		complain(name, "has no numbers")
	}
	return count
}

func streams(f *fields) spc.Data {
	values := f.needNumbers("values", true)
	f.need("windows")
	windows := f.labels("windows", len(values)).ids
	starts := []int{}
	for i, id := range windows {
		if i > 0 && id == windows[i-1] {
			continue
		}
		if id != len(starts) {
			complain(fmt.Sprintf("%s[%d]", f.name("windows"), i), "returns to an earlier window; sort by window")
		}
		starts = append(starts, i)
	}
	return spc.Data{Values: values, Starts: starts}
}

func shape(f *fields, kind string) spc.Data {
	switch kind {
	case "rows":
		return rows(f)
	case "streams":
		return streams(f)
	}
	single := kind == "values" || kind == "counts"
	if f.has("subgroups") {
		if single {
			complain(f.name("subgroups"), `this kind takes single values in "values"`)
		}
		if f.has("values") {
			complain(f.name("values"), "give either values or subgroups")
		}
		values, starts := nested(f.list("subgroups"), f.name("subgroups"))
		return spc.Data{Values: values, Starts: starts}
	}
	values := f.needNumbers("values", true)
	if kind == "subgroups" && !f.has("sizes") {
		complain(f.name("subgroups"), "is missing (or give values with sizes)")
	}
	if !single && f.has("sizes") {
		return spc.Data{Values: values, Starts: startsOf(f, len(values))}
	}
	return spc.Data{Values: values}
}

// breaksOf are breaks stated, and those that a longer pause than maxGap between neighbouring times makes.
func breaksOf(f *fields, count int) []bool {
	breaks := f.flags("breaks", count)
	times := f.numbers("times", false)
	gap := f.number("maxGap", 0, math.Inf(1), math.Inf(1))
	if times == nil {
		return breaks
	}
	if len(times) != count {
		complain(f.name("times"), "must have one entry a point: %d, not %d", count, len(times))
	}
	if breaks == nil {
		breaks = make([]bool, count)
	}
	for i := 1; i < count; i++ {
		if times[i] < times[i-1] {
			complain(fmt.Sprintf("%s[%d]", f.name("times"), i), "is earlier than the one before; give process order")
		}
		breaks[i] = breaks[i] || times[i]-times[i-1] > gap
	}
	return breaks
}

func sizesOf(f *fields, values []float64, binomial bool) []float64 {
	given := f.get("sizes")
	if given == nil {
		if binomial {
			complain(f.name("sizes"), "is missing: units inspected, one number or one a point")
		}
		return nil
	}
	var sizes []float64
	if _, one := given.(float64); one {
		sizes = slices.Repeat([]float64{f.number("sizes", 0, math.Inf(1), 0)}, len(values))
	} else {
		sizes = f.needNumbers("sizes", true)
	}
	if len(sizes) != len(values) {
		complain(f.name("sizes"), "must have one entry a count: %d, not %d", len(values), len(sizes))
	}
	_, one := given.(float64)
	for i, size := range sizes {
		if size < 0 || (binomial && size == size && size != math.Trunc(size)) {
			what, at := "a number of units of at least 0", f.name("sizes")
			if binomial {
				what = "a whole number of units"
			}
			if !one {
				at = fmt.Sprintf("%s[%d]", at, i)
			}
			complain(at, "must be %s, not %s", what, label(size))
		}
	}
	return sizes
}

// refuseImpossibleCounts: counts are whole and not negative; defective units no more than were inspected, and nothing is found
// in nothing.
func refuseImpossibleCounts(f *fields, values, sizes []float64, binomial bool) {
	for i, count := range values {
		size := math.NaN()
		if sizes != nil {
			size = sizes[i]
		}
		fits := size != size || !(count > 0) || (binomial && count <= size) || (!binomial && size > 0)
		if count < 0 || (count == count && count != math.Trunc(count)) || !fits {
			of := ""
			if size == size {
				of = " out of " + label(size)
			}
			complain(fmt.Sprintf("%s[%d]", f.name("values"), i), "%s is not a count%s", label(count), of)
		}
	}
}

// readInput reads values, subgroups or rows with everything that belongs to single points.
func readInput(f *fields, id, kind string) input {
	d := shape(f, kind)
	count := d.Points()
	if kind == "counts" {
		binomial := id == "p" || id == "np" || id == "laney-p"
		d.Sizes = sizesOf(f, d.Values, binomial)
		refuseImpossibleCounts(f, d.Values, d.Sizes, binomial)
	}
	d.Breaks = breaksOf(f, count)
	d.Excluded = f.flags("excluded", count)
	var in input
	if groups := f.labels("groups", len(d.Values)); groups != nil {
		d.Groups, in.groups = groups.ids, groups.names
	} else if kind == "streams" {
		complain(f.name("groups"), "is missing: the stream of each value")
	}
	if clusters := f.labels("clusters", len(d.Values)); clusters != nil {
		in.clusters = clusters.ids
	}
	in.data = d
	return in
}
