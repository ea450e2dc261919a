package problem

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// uncapable families have no single measured values.
var uncapable = []string{"attributes", "rare-events", "multivariate", "short-run", "streams"}

// partName gives groups their names: ewma/1 of the arithmetic becomes ewma/nozzle-4.
func partName(id string, groups []string) string {
	prefix, stream, found := strings.Cut(id, "/")
	if !found {
		return id
	}
	if at, err := strconv.Atoi(stream); err == nil && at < len(groups) {
		return prefix + "/" + groups[at]
	}
	return id
}

func chartCapability(f *fields, c *spc.Chart, in input, r spc.Request) *object {
	spec := readSpec(f)
	o := readCapability(f)
	if spec == nil {
		return nil
	}
	if slices.Contains(uncapable, c.Family) {
		complain(f.name("spec"), "capability needs single measured values, not a %s chart", c.Title)
	}
	d, clusters := in.data, in.clusters
	if r.Baseline != nil {
		// The clusters of values are cut like their groups.
		d.Groups = clusters
		d = d.Slice(r.Baseline.From, r.Baseline.To)
		clusters = d.Groups
	}
	o.Sigma, o.Span, o.Clusters = r.Options.Sigma, r.Options.Span, clusters
	if !f.has("span") {
		o.Span = 2
	}
	found, ok := spc.CapabilityOf(d, *spec, o)
	if !ok {
		return newObject()
	}
	return capabilityAnswer(found)
}

// refuseMEWMAWithoutLimit: the limit is computed for λ that an integral equation can be solved for; else it must be given.
func refuseMEWMAWithoutLimit(f *fields, c *spc.Chart, o spc.Options) {
	if c.ID == "mewma" && math.IsNaN(o.Limit) && o.Lambda < spc.LeastMEWMALambda {
		complain(f.name("lambda"), `below %s MEWMA needs its limit as "limit"`, label(spc.LeastMEWMALambda))
	}
}

// answerChart answers points, limits, σ, signals with their patterns, capability where a spec is given.
func answerChart(f *fields, c *spc.Chart) *object {
	in := readInput(f, c.ID, c.Input)
	r := spc.Request{Data: in.data, Options: readOptions(f, c.Defaults())}
	if r.Options.Sigma != "" && !slices.Contains(c.Sigma, r.Options.Sigma) {
		known := "none"
		if len(c.Sigma) > 0 {
			known = strings.Join(c.Sigma, ", ")
		}
		complain(f.name("sigma"), "%s takes %s, not %q", c.Title, known, r.Options.Sigma)
	}
	refuseSigmaOfSubgroups(f, r.Options.Sigma, in.data.Starts != nil)
	refuseMEWMAWithoutLimit(f, c, r.Options)
	if f.has("centre") {
		refuseImpossibleCentre(f.name("centre"), c, r.Options.Target)
	}
	if c.Family == "run" {
		r.Rules = readRules(f, "N2", "N3", "N4")
	} else {
		r.Rules = readRules(f, "N1")
	}
	readLimits(f, c, &r, &in)
	hasSpec := f.has("spec")
	capability := chartCapability(f, c, in, r)
	drawn := c.Draw(r)
	out := newObject().set("kind", c.ID).set("n", len(in.data.Values)-missing(in.data.Values)).set("sigma", nil)
	if fit := drawn.Fits[0]; fit != nil {
		out.set("sigma", fit.SigmaWithin)
	}
	companions, explanations := newObject(), []string{}
	for i, part := range drawn.Parts {
		name := partName(part.ID, in.groups)
		if i == 0 {
			partAnswer(out, part)
		} else {
			companions.set(name, partAnswer(newObject(), part))
		}
		for _, s := range part.Signals {
			explanations = append(explanations, name+" "+s.Explain(r.Rules))
		}
	}
	if len(drawn.Parts) == 0 {
		out.set("points", make([]any, in.data.Points())).set("centre", nil).set("lcl", nil).set("ucl", nil)
		out.set("signals", []any{})
	}
	fits := []any{}
	for _, fit := range drawn.Fits {
		fits = append(fits, fitAnswer(fit, in.groups))
	}
	out.set("companions", companions).set("explanations", explanations).set("models", fits)
	if hasSpec {
		out.set("capability", orNull(capability))
	}
	return out.set("warnings", append(c.Warnings(r, drawn), withoutEffect(f, c, in.data.Starts != nil)...))
}

func missing(values []float64) (n int) {
	for _, x := range values {
		if x != x {
			n++
		}
	}
	return n
}

func orNull(o *object) any {
	if o == nil || len(o.keys) == 0 {
		return nil
	}
	return o
}
