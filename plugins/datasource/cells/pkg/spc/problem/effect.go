package problem

import (
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// acts tells whether an option acts on a chart.
type acts func(c *spc.Chart, subgroups bool) bool

func only(ids ...string) acts {
	return func(c *spc.Chart, _ bool) bool { return slices.Contains(ids, c.ID) }
}

func ofFamily(c *spc.Chart, families ...string) bool { return slices.Contains(families, c.Family) }

// takes says which charts an option acts on.
var takes = []struct {
	option string
	acts   acts
}{
	{"width", func(c *spc.Chart, _ bool) bool { return !ofFamily(c, "run", "multivariate") }},
	{"span", func(c *spc.Chart, subgroups bool) bool {
		return only("i-mr", "i-mr-r", "i-mr-s", "z-mr", "ma", "t", "laney-p", "laney-u")(c, false) ||
			(only("ewma", "ewma-shewhart", "cusum")(c, false) && !subgroups)
	}},
	{"limitForm", func(c *spc.Chart, _ bool) bool {
		return ofFamily(c, "individuals", "subgroups", "rare-events", "short-run") || only("sister", "p", "np", "c", "u")(c, false)
	}},
	{"between", func(c *spc.Chart, subgroups bool) bool {
		return (ofFamily(c, "memory") && subgroups) || only("xbar-r", "xbar-s")(c, false)
	}},
	{"lambda", only("ewma", "ewma-shewhart", "mewma", "sister")},
	{"k", only("cusum")},
	{"h", only("cusum")},
	{"headStart", only("cusum")},
	{"centre", func(c *spc.Chart, _ bool) bool {
		return !ofFamily(c, "multivariate", "streams", "short-run") && c.ID != "t"
	}},
	{"alpha", only("t2", "mewma")},
	{"limit", only("t2", "mewma")},
	{"steady", only("ewma", "ewma-shewhart", "mewma", "sister")},
	{"shewhart", only("ewma-shewhart", "sister")},
	{"minN", only("sister")},
	{"standardised", only("cusum")},
	{"shortRunSigma", only("z-mr")},
	{"underdispersion", only("laney-p", "laney-u")},
	{"covariance", only("t2", "mewma")},
	{"groups", only("sister", "z-mr")},
}

// estimation acts only on the estimate of limits.
var estimation = []string{"sigma", "between", "centre", "shortRunSigma", "covariance"}

// beside acts only beside another field.
var beside = [][2]string{
	{"maxGap", "times"}, {"times", "maxGap"}, {"clusters", "spec"}, {"confidence", "spec"}, {"intervalDf", "spec"},
	{"cpmForm", "spec"}, {"replicates", "clusters"}, {"seed", "clusters"},
}

// withoutEffect is one sentence for each field of a chart problem that is stated, allowed, and changes nothing.
func withoutEffect(f *fields, c *spc.Chart, subgroups bool) (said []string) {
	for _, t := range takes {
		if f.has(t.option) && !t.acts(c, subgroups) {
			said = append(said, t.option+" has no effect on "+c.Title)
		}
	}
	if f.has("given") {
		for _, option := range estimation {
			known := slices.ContainsFunc(said, func(s string) bool { return strings.HasPrefix(s, option+" ") })
			if f.has(option) && !known {
				said = append(said, option+" has no effect beside given limits")
			}
		}
	}
	for _, pair := range beside {
		if f.has(pair[0]) && !f.has(pair[1]) {
			said = append(said, pair[0]+" has no effect without "+pair[1])
		}
	}
	return said
}
