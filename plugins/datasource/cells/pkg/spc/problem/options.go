package problem

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// readOptions changes what the problem states; options stand beside the data.
func readOptions(f *fields, o spc.Options) spc.Options {
	o.Sigma = f.text("sigma", "")
	o.Width = f.number("width", o.Width)
	o.Span = f.whole("span", o.Span)
	if f.has("limitForm") {
		o.Probability = f.text("limitForm", "") == "probability"
	}
	o.Between = f.flag("between")
	o.Lambda = f.number("lambda", o.Lambda)
	o.K = f.number("k", o.K)
	o.H = f.number("h", o.H)
	o.HeadStart = f.number("headStart", o.HeadStart)
	o.Target = f.number("centre", o.Target)
	o.Alpha = f.number("alpha", o.Alpha)
	o.Limit = f.number("limit", o.Limit)
	o.Steady = f.flag("steady")
	o.Shewhart = f.number("shewhart", o.Shewhart)
	o.MinN = f.whole("minN", o.MinN)
	o.Standardised = f.flag("standardised")
	o.Underdispersion = f.flag("underdispersion")
	o.ConstantSigma = f.text("shortRunSigma", "by-part") == "constant"
	o.Successive = f.text("covariance", "sample") == "successive"
	return o
}

// refuseSigmaOfSubgroups: R̄, S̄ and the pooled s need subgroups.
func refuseSigmaOfSubgroups(f *fields, sigma string, subgroups bool) {
	if !subgroups && slices.Contains(spc.SubgroupSigma, sigma) {
		complain(f.name("sigma"), "%q needs subgroups (or values with sizes)", sigma)
	}
}

// readCapability says how intervals of capability are made.
func readCapability(f *fields) spc.CapabilityOptions {
	o := spc.CapabilityDefaults()
	o.Confidence = f.number("confidence", o.Confidence)
	o.IntervalDF = f.text("intervalDf", "estimator")
	o.CpmForm = f.text("cpmForm", "nist")
	o.Replicates = f.whole("replicates", o.Replicates)
	o.Seed = uint32(f.whole("seed", int(o.Seed)))
	return o
}

// readSpec reads spec: {lsl, target, usl}, at least one of the limits; nil where it is absent.
func readSpec(f *fields) *spc.Spec {
	own := f.object("spec")
	if own == nil {
		return nil
	}
	var spec spc.Spec
	for name, to := range map[string]**float64{"lsl": &spec.LSL, "target": &spec.Target, "usl": &spec.USL} {
		if x := own.number(name, 0); own.has(name) {
			*to = &x
		}
	}
	if spec.LSL == nil && spec.USL == nil {
		complain(own.name("lsl"), "spec needs lsl or usl")
	}
	if spec.LSL != nil && spec.USL != nil && *spec.LSL >= *spec.USL {
		complain(own.name("lsl"), "must lie below usl (%s), not at %s", label(*spec.USL), label(*spec.LSL))
	}
	return &spec
}
