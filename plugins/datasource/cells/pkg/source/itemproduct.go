package source

import (
	"cmp"
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// newestOf is how many of an item's newest rows are asked for its product; events tell none.
const newestOf = 50

// unplannedTag stands for a name outside the plan.
const unplannedTag = "unplanned"

// Known is what is known of an item by where its newest rows lie.
type Known struct {
	// Product is the one that it was recorded as last, "" where no row tells.
	Product string
	// Seen is whether there is any row of it.
	Seen bool
	// Stations are those that it was at.
	Stations []string
}

// Known asks the index for an item.
func (r *Run) Known(ctx context.Context, p *plan.Plan, item string) (Known, error) {
	found, err := r.Pointers(ctx, p, Lookup{Item: item, Newest: true, Limit: newestOf})
	if err != nil {
		return Known{}, err
	}
	pointers := found[item]
	slices.SortFunc(pointers, func(a, b Pointer) int { return cmp.Compare(b.At, a.At) })
	known := Known{Seen: len(pointers) > 0}
	for _, pointer := range pointers {
		if pointer.Product == "" || pointer.Product == unplannedTag {
			continue
		}
		known.Product = cmp.Or(known.Product, pointer.Product)
		if !slices.Contains(known.Stations, pointer.Measurement) {
			known.Stations = append(known.Stations, pointer.Measurement)
		}
	}
	return known, nil
}
