package changes

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Limits are control limits as they are proposed.
type Limits struct {
	Station        string `json:"station"`
	Characteristic string `json:"characteristic"`
	// Product and Stratum (`equipment=filler-02,position=nozzle-4`) may be left out: any.
	Product string `json:"product"`
	Stratum string `json:"stratum"`
	// Model and Status are words of the plan; a status that is left out follows from the baseline.
	Model  string `json:"model"`
	Status string `json:"status"`
	// Numbers of the model and of its baseline, by their columns; those that are left out are not stated.
	Numbers map[string]float64 `json:"numbers"`
	// Trigger is why they were established.
	Trigger string `json:"trigger"`
	// BasedOn is the revision of these limits that the proposer saw; left out: what is in force now.
	BasedOn *int64 `json:"based_on"`
}

const (
	statusApproved    = "approved"
	statusProvisional = "provisional"
)

// baseline is what limits must rest on to be more than provisional.
var baseline = []struct {
	column string
	least  float64
}{{"n", 100}, {"lots_spanned", 20}, {"shifts_spanned", 9}}

// Content is the proposal of limits, checked against the plan in force. A source.UserError says in a sentence what is wrong.
func (l Limits) Content(p *plan.Plan, ns int64) (Content, error) {
	if err := source.CheckName("station", l.Station); err != nil {
		return Content{}, err
	}
	if err := source.CheckName("characteristic", l.Characteristic); err != nil {
		return Content{}, err
	}
	if p.Elsewhere.Stations[l.Station] || p.Characteristics.At(l.Station, l.Characteristic, plan.Scope{Product: plan.Any}, ns) == nil {
		return Content{}, source.Mistake("characteristic %s of station %s is not in the control plan", l.Characteristic, l.Station)
	}
	tags := map[string]string{"station": l.Station, "characteristic": l.Characteristic, "product": plan.Any, "stratum": plan.Any}
	if l.Product != "" && l.Product != plan.Any {
		if !slices.ContainsFunc(p.ProductsAt(ns), func(of plan.Product) bool { return of.ID == l.Product }) {
			return Content{}, source.Mistake("product %s is not in the control plan", l.Product)
		}
		tags["product"] = l.Product
	}
	if l.Stratum != "" && l.Stratum != plan.Any {
		if err := l.checkStratum(p, ns); err != nil {
			return Content{}, err
		}
		tags["stratum"] = l.Stratum
	}
	row := Row{Measurement: limitMeasurement, Tags: tags, Fields: map[string]any{"model": l.Model}}
	if l.Trigger != "" {
		row.Fields["trigger"] = l.Trigger
	}
	l.complete()
	for name, number := range l.Numbers {
		row.Fields[name] = number
	}
	status, err := l.status()
	if err != nil {
		return Content{}, err
	}
	row.Fields["status"] = status
	if problem := row.settle(); problem != "" {
		return Content{}, source.Mistake("%s", problem)
	}
	if err := l.check(); err != nil {
		return Content{}, err
	}
	content := Content{Rows: []Row{row}}
	if newest := p.Newest(limitMeasurement, tags); newest != nil {
		content.BasedOn = newest.Revision
	}
	if l.BasedOn != nil && *l.BasedOn != content.BasedOn {
		return Content{}, &StaleError{"these limits are based on revision " + number(*l.BasedOn) + ", and revision " + number(content.BasedOn) + " is the newest; look at it, and propose anew"}
	}
	return content, nil
}

// StaleError says by what a proposal was overtaken.
type StaleError struct{ Why string }

func (e *StaleError) Error() string { return e.Why }

func number(n int64) string { text, _ := json.Marshal(n); return string(text) }

// check tells what of the numbers cannot be for the model.
func (l Limits) check() error {
	if !spc.KnownLimitModel(l.Model) {
		return source.Mistake("model %q is none that control limits have", l.Model)
	}
	value := func(name string) *float64 {
		if v, is := l.Numbers[name]; is {
			return &v
		}
		return nil
	}
	if faults := spc.LimitFaults(l.Model, value); len(faults) > 0 {
		return source.Mistake("these limits cannot be: %s", strings.Join(faults, "; "))
	}
	if l.Numbers["baseline_from_ms"] > l.Numbers["baseline_to_ms"] {
		return source.Mistake("baseline_from_ms lies after baseline_to_ms")
	}
	return nil
}

// complete states what the plan's own limits state where a file leaves it out.
func (l *Limits) complete() {
	l.Numbers = maps.Clone(l.Numbers)
	if _, is := l.Numbers["sigma_within"]; !is {
		return
	}
	for name, usual := range map[string]float64{"sigma_between": 0, "subgroup_n": 1} {
		if _, is := l.Numbers[name]; !is {
			l.Numbers[name] = usual
		}
	}
	if _, is := l.Numbers["sigma_plotted"]; !is {
		l.Numbers["sigma_plotted"] = *l.plotted()
	}
}

// plotted is the σ of what is plotted where it follows from the others.
func (l Limits) plotted() *float64 {
	within, is := l.Numbers["sigma_within"]
	if !is {
		return nil
	}
	sigma := math.Sqrt(l.Numbers["sigma_between"]*l.Numbers["sigma_between"] + within*within/max(l.Numbers["subgroup_n"], 1))
	return &sigma
}

// status is the one stated, or what the baseline allows.
func (l Limits) status() (string, error) {
	var lacks []string
	for _, of := range baseline {
		if l.Numbers[of.column] < of.least {
			lacks = append(lacks, of.column+" of at least "+number(int64(of.least)))
		}
	}
	switch {
	case l.Status == "" && len(lacks) == 0:
		return statusApproved, nil
	case l.Status == "":
		return statusProvisional, nil
	case !slices.Contains([]string{statusApproved, statusProvisional, control.StatusRetired}, l.Status):
		return "", source.Mistake("status %q is none of approved, provisional, retired", l.Status)
	case l.Status == statusApproved && len(lacks) > 0:
		return "", source.Mistake("limits are approved only with %s; until then they are provisional", strings.Join(lacks, ", "))
	}
	return l.Status, nil
}

// checkStratum accepts keys in the plan's order, so that one stratum has one spelling, and machines of the plan.
func (l Limits) checkStratum(p *plan.Plan, ns int64) error {
	last := -1
	for _, pair := range strings.Split(l.Stratum, ",") {
		key, value, _ := strings.Cut(pair, "=")
		at := slices.Index(vocabulary.StratumKeys, key)
		if at <= last || !record.IsSegment(value) {
			return source.Mistake("stratum %q is none: write it as key=value, parted by commas, in this order: %s", l.Stratum, strings.Join(vocabulary.StratumKeys, ", "))
		}
		last = at
		if key == "equipment" && !slices.ContainsFunc(p.SitesAt(ns), func(site plan.Site) bool {
			return slices.ContainsFunc(p.EquipmentAt(site.ID, ns), func(e plan.Equipment) bool { return e.ID == value && e.Station == l.Station })
		}) {
			return source.Mistake("equipment %s does not stand at station %s in the control plan", value, l.Station)
		}
	}
	return nil
}
