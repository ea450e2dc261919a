package problem

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

func sigmaMethods() (ids []string) {
	for _, m := range spc.SigmaMethods {
		ids = append(ids, m.ID)
	}
	return ids
}

// readOptions changes what the problem states; options stand beside the data.
func readOptions(f *fields, o spc.Options) spc.Options {
	inf := math.Inf(1)
	o.Sigma = f.choice("sigma", "", sigmaMethods()...)
	o.Width = f.number("width", 0.1, 100, o.Width)
	o.Span = f.whole("span", 2, 1000, o.Span)
	if form := f.choice("limitForm", "", "sigma", "probability"); form != "" {
		o.Probability = form == "probability"
	}
	o.Between = f.flag("between")
	o.Lambda = f.number("lambda", 1e-6, 1, o.Lambda)
	o.K = f.number("k", 0, 100, o.K)
	o.H = f.number("h", 0.01, 1000, o.H)
	o.HeadStart = f.number("headStart", 0, 1, o.HeadStart)
	o.Target = f.any("centre", o.Target)
	o.Alpha = f.number("alpha", 1e-12, 0.5, o.Alpha)
	o.Limit = f.number("limit", 0.01, inf, o.Limit)
	o.Steady = f.flag("steady")
	o.Shewhart = f.number("shewhart", 0.1, 100, o.Shewhart)
	o.MinN = f.whole("minN", 1, most, o.MinN)
	o.Standardised = f.flag("standardised")
	o.Underdispersion = f.flag("underdispersion")
	o.ConstantSigma = f.choice("shortRunSigma", "by-part", "by-part", "constant") == "constant"
	o.Successive = f.choice("covariance", "sample", "sample", "successive") == "successive"
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
	o.Confidence = f.number("confidence", 0.5, 0.9999, o.Confidence)
	o.IntervalDF = f.choice("intervalDf", "estimator", "estimator", "minitab", "n-1")
	o.CpmForm = f.choice("cpmForm", "nist", "nist", "minitab")
	o.Replicates = f.whole("replicates", 100, 1_000_000, o.Replicates)
	o.Seed = uint32(f.whole("seed", 0, math.MaxUint32, int(o.Seed)))
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
		if x := own.any(name, 0); own.has(name) {
			*to = &x
		}
	}
	own.refuseOthers()
	if spec.LSL == nil && spec.USL == nil {
		complain(own.name("lsl"), "spec needs lsl or usl")
	}
	if spec.LSL != nil && spec.USL != nil && *spec.LSL >= *spec.USL {
		complain(own.name("lsl"), "must lie below usl (%s), not at %s", label(*spec.USL), label(*spec.LSL))
	}
	return &spec
}

// readRules reads ids, names of sets and own rules {k, n, beyond, sameSide}.
func readRules(f *fields, otherwise ...any) []spc.Rule {
	list := f.list("rules")
	if list == nil {
		list = otherwise
	}
	var chosen []any
	for i, entry := range list {
		if name, ok := entry.(string); ok {
			chosen = append(chosen, name)
			continue
		}
		own := fieldsOf(entry, fmt.Sprintf("%s[%d]", f.name("rules"), i))
		id, side := own.text("id"), own.get("sameSide")
		own.need("k")
		own.need("n")
		own.need("beyond")
		k, n, z := own.whole("k", 1, 1000, 0), own.whole("n", 1, 1000, 0), own.number("beyond", 0, 100, 0)
		either := side != nil && !own.flag("sameSide")
		own.refuseOthers()
		if k > n {
			text := newObject()
			if own.has("id") {
				text.set("id", id)
			}
			text.set("k", k).set("n", n).set("beyond", z)
			if side != nil {
				text.set("sameSide", side)
			}
			complain(f.name("rules"), `a rule "k of n beyond z" needs whole 1 ≤ k ≤ n ≤ 1000 and beyond ≥ 0, not %s`, encode(nil, text))
		}
		chosen = append(chosen, spc.OwnRule(id, k, n, z, either))
	}
	rules := []spc.Rule{}
	for _, choice := range chosen {
		if own, ok := choice.(spc.Rule); ok {
			rules = spc.AddRules(rules, own)
			continue
		}
		name, _ := choice.(string)
		found := spc.FindRules(name)
		if len(found) == 0 {
			var ids []string
			for _, r := range spc.Rules {
				ids = append(ids, r.ID)
			}
			complain(f.name("rules"), "unknown rule %s; sets: %s; rules: %s", encode(nil, name), strings.Join(spc.RuleSets, ", "),
				strings.Join(ids, ", "))
		}
		rules = spc.AddRules(rules, found...)
	}
	return rules
}
