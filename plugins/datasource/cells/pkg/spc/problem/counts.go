package problem

import (
	"fmt"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// readSizes reads the units inspected: one number for all counts, or one a point.
func readSizes(f *fields, count int) []float64 {
	if one, ok := f.json["sizes"].(float64); ok {
		return slices.Repeat([]float64{one}, count)
	}
	sizes := f.numbers("sizes")
	if sizes != nil && len(sizes) != count {
		complain(f.name("sizes"), "must have one entry a count: %d, not %d", count, len(sizes))
	}
	return sizes
}

// refuseImpossibleCounts: defective units are no more than were inspected, and nothing is found in nothing.
func refuseImpossibleCounts(name string, d spc.Data, binomial bool) {
	if d.Sizes == nil {
		return
	}
	for i, count := range d.Values {
		if size := d.Sizes[i]; count > 0 && (size == 0 || (binomial && count > size)) {
			complain(fmt.Sprintf("%s[%d]", name, i), "%s is not a count out of %s", label(count), label(size))
		}
	}
}
