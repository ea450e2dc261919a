package problem

import (
	"fmt"
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// input is the data of a problem with the names of its groups and the cluster of each value.
type input struct {
	data     spc.Data
	groups   []string
	clusters []int
}

// breaksOf are breaks stated, and those that a longer pause than maxGap between neighbouring times makes.
func breaksOf(f *fields, count int) []bool {
	breaks := f.flags("breaks", count)
	times := f.numbers("times")
	gap := f.number("maxGap", math.Inf(1))
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

// readInput reads values, subgroups or rows with everything that belongs to single points.
func readInput(f *fields, id, kind string) input {
	d := readData(f, kind)
	count := d.Points()
	if kind == "counts" {
		d.Sizes = readSizes(f, len(d.Values))
		refuseImpossibleCounts(f.name("values"), d, id == "p" || id == "np" || id == "laney-p")
	}
	d.Breaks = breaksOf(f, count)
	d.Excluded = f.flags("excluded", count)
	var in input
	if groups := f.labels("groups", len(d.Values)); groups != nil {
		d.Groups, in.groups = groups.ids, groups.names
	}
	if clusters := f.labels("clusters", len(d.Values)); clusters != nil {
		in.clusters = clusters.ids
	}
	in.data = d
	return in
}
