package problem

import (
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// readStrata reads strata of a model, in the order of the data's groups; a group without one has no limits. id is the name of a
// group; one that the data do not have is added to the groups.
func readStrata(model *fields, in *input) []spc.Stratum {
	if !model.has("strata") {
		return nil
	}
	nan := math.NaN()
	strata := map[int]spc.Stratum{}
	for _, own := range model.objects("strata") {
		given := key(own.json["id"])
		id := slices.Index(in.groups, given)
		if id < 0 {
			id, in.groups = len(in.groups), append(in.groups, given)
		}
		if _, twice := strata[id]; twice {
			complain(own.name("id"), "is listed twice")
		}
		strata[id] = spc.Stratum{
			ID: id, Centre: own.number("centre", nan), SigmaWithin: own.number("sigmaWithin", nan),
			SigmaPlotted: own.number("sigmaPlotted", nan), SubgroupSize: own.number("subgroupSize", nan),
			Points: own.whole("points", 0),
		}
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
