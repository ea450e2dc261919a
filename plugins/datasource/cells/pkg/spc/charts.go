package spc

// Charts is the registry, in the order of menus.
var Charts = []Chart{
	iMR,
	xbar("xbar-r", "X̄-R", "r", "r-bar", "s-bar", "pooled", "r-bar-plain", "s-bar-plain", "pooled-plain"),
	xbar("xbar-s", "X̄-S", "s", "s-bar", "pooled", "r-bar", "s-bar-plain", "pooled-plain", "r-bar-plain"),
	iMRWithin("i-mr-r", "I-MR-R", "r", "r-bar", "s-bar", "pooled", "r-bar-plain", "s-bar-plain", "pooled-plain"),
	iMRWithin("i-mr-s", "I-MR-S", "s", "s-bar", "pooled", "r-bar", "s-bar-plain", "pooled-plain", "r-bar-plain"),
	ewma, ewmaShewhart, cusum, movingAverage, sister,
	attribute{id: "p", title: "p", binomial: true}.chart(),
	attribute{id: "np", title: "np", binomial: true, counts: true}.chart(),
	attribute{id: "c", title: "c", counts: true}.chart(),
	attribute{id: "u", title: "u"}.chart(),
	attribute{id: "laney-p", title: "Laney p′", binomial: true, laney: true}.chart(),
	attribute{id: "laney-u", title: "Laney u′", laney: true}.chart(),
	rareG, rareT, t2, mewma, zMR, runChart,
}

// FindChart finds a chart of the registry; nil when there is none of that name.
func FindChart(id string) *Chart {
	for i := range Charts {
		if Charts[i].ID == id {
			return &Charts[i]
		}
	}
	return nil
}
