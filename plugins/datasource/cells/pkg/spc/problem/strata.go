package problem

import (
	"fmt"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// readStrata reads strata of a model, in the order of the data's groups; a group without one has no limits. id is the name of a
// group; one that the data do not have is added to the groups.
func readStrata(model *fields, in *input) []spc.Stratum {
	list := model.list("strata")
	if list == nil {
		return nil
	}
	nan, inf := math.NaN(), math.Inf(1)
	strata := map[int]spc.Stratum{}
	for i, entry := range list {
		own := fieldsOf(entry, fmt.Sprintf("%s[%d]", model.name("strata"), i))
		given := own.label("id")
		own.need("id")
		id := slices.Index(in.groups, given)
		if id < 0 {
			id, in.groups = len(in.groups), append(in.groups, given)
		}
		if _, twice := strata[id]; twice {
			complain(own.name("id"), "is listed twice")
		}
		strata[id] = spc.Stratum{
			ID: id, Centre: own.any("centre", nan), SigmaWithin: own.number("sigmaWithin", 0, inf, nan),
			SigmaPlotted: own.number("sigmaPlotted", 0, inf, nan), SubgroupSize: own.number("subgroupSize", 1, inf, nan),
			Points: own.whole("points", 0, most, 0),
		}
		own.refuseOthers()
	}
	out := make([]spc.Stratum, len(in.groups))
	for id := range out {
		found, ok := strata[id]
		if !ok {
			found = spc.Stratum{ID: id, Centre: nan, SigmaWithin: nan, SigmaPlotted: nan, SubgroupSize: nan}
		}
		out[id] = found
	}
	return out
}
