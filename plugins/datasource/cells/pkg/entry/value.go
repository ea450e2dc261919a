package entry

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Value is an entered value beside what the plan held of it when it was measured.
type Value struct {
	Characteristic string `json:"characteristic"`
	Name           string `json:"name"`
	Value          any    `json:"value"`
	Limits
	// Rule is what it breaks, above-usl or below-lsl; "" of a value in spec.
	Rule string `json:"rule,omitempty"`

	stored any // float64 or text
}

// Limits are the unit and the spec limits of a characteristic; nil: none.
type Limits struct {
	Unit     string   `json:"unit,omitempty"`
	Decimals *uint16  `json:"decimals,omitempty"`
	LSL      *float64 `json:"lsl,omitempty"`
	Target   *float64 `json:"target,omitempty"`
	USL      *float64 `json:"usl,omitempty"`
}

// values are those that were said, in the order of their names.
func (s *Said) values(p *plan.Plan, v record.Visit, nowNs int64) ([]Value, error) {
	if len(s.Values) == 0 {
		return nil, source.Mistake("values is empty; name what was measured, as {characteristic: value}")
	}
	if len(s.Values) > maxValues {
		return nil, source.Mistake("values has %d names, at most %d are taken", len(s.Values), maxValues)
	}
	for name := range s.Units {
		if _, is := s.Values[name]; !is {
			return nil, source.Mistake("units names %q, which values does not", name)
		}
	}
	var out []Value
	for _, name := range slices.Sorted(maps.Keys(s.Values)) {
		value, err := s.value(p, v, name, nowNs)
		if err != nil {
			return nil, err
		}
		out = append(out, value)
	}
	return out, nil
}

func (s *Said) value(p *plan.Plan, v record.Visit, name string, nowNs int64) (Value, error) {
	if err := source.CheckName("characteristic", name); err != nil {
		return Value{}, err
	}
	spec := p.Specs(v.Station, name, scopeOf(v)).At(v.SourceMs * 1e6)
	if spec == nil {
		spec = p.Specs(v.Station, name, scopeOf(v)).At(nowNs)
	}
	switch {
	case spec == nil:
		return Value{}, source.Mistake("characteristic %s is not in the control plan of station %s, which has %s", name, v.Station, named(enterable(p, v.Station, nowNs), func(r *plan.Row) string { return r.Characteristic }))
	case spec.Text("source") == ofEnvironment:
		return Value{}, source.Mistake("characteristic %s is read from the environment; it is not entered", name)
	}
	out := Value{Characteristic: name, Name: spec.Text("name"), Value: s.Values[name], Limits: limitsOf(spec)}
	if unit := s.Units[name]; unit != "" && unit != spec.Text("unit") && unit != out.Unit {
		return Value{}, source.Mistake("%s was read in %s, the plan has it in %s; convert it, since nothing is converted here", name, unit, out.Unit)
	}
	var problem string
	if out.stored, problem = stored(spec.ValueType(), s.Values[name]); problem != "" {
		return Value{}, source.Mistake("%s is %v; %s", name, s.Values[name], problem)
	}
	number, is := out.stored.(float64)
	if !is {
		return out, nil
	}
	if gauge := control.GaugeOf(spec); gauge.Lo != nil && number < *gauge.Lo || gauge.Hi != nil && number > *gauge.Hi {
		return Value{}, source.Mistake("%s of %s %s cannot be true, which the plan says of all that is not within %s to %s; look at what was typed, and at the gauge",
			name, digits(&number), out.Unit, digits(gauge.Lo), digits(gauge.Hi))
	}
	switch beyond := control.SpecOf(spec).Beyond(number); {
	case beyond > 0:
		out.Rule = vocabulary.SignalRuleAboveUsl
	case beyond < 0:
		out.Rule = vocabulary.SignalRuleBelowLsl
	}
	return out, nil
}

// Sentence is what was entered, as the plan names and measures it: `fill_mass 799.8 g, fill_vacuum 5 kPa`.
func Sentence(values []Value) string {
	var parts []string
	for _, v := range values {
		text := cmp.Or(v.Name, v.Characteristic) + " "
		if number, is := v.stored.(float64); is {
			text += strings.TrimSpace(digits(&number) + " " + v.Unit)
		} else {
			text += v.stored.(string)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}

// stored is a value as it is stored, or what a value of the type must be.
func stored(of plan.ValueType, value any) (any, string) {
	number, isNumber := value.(float64)
	switch of {
	case plan.TypeText:
		if text, is := value.(string); is && record.IsIdentifier(text) {
			return text, ""
		}
		return nil, "the plan has it as a text of letters, digits and . _ : / -, at most 64, beginning with a letter or digit"
	case plan.TypeBoolean:
		if yes, is := value.(bool); is {
			return map[bool]float64{true: 1, false: 0}[yes], ""
		}
		if isNumber && (number == 0 || number == 1) {
			return number, ""
		}
		return nil, "the plan has it as true or false"
	case plan.TypeCount:
		if isNumber && number >= 0 && number == math.Trunc(number) && number < most {
			return number, ""
		}
		return nil, "the plan has it as a count: a whole number, 0 or more"
	}
	if isNumber && math.Abs(number) < most {
		return number, ""
	}
	return nil, "the plan has it as a number, written with a point: 799.8"
}

// most is beyond what anything measures.
const most = 1e300

// scopeOf is what the plan is asked for on behalf of a visit.
func scopeOf(v record.Visit) plan.Scope {
	attributes := map[string]string{
		"site": v.Site, "line": v.Line, "equipment": v.Equipment, "position": v.Position, "slot": v.Slot, "carrier": v.Carrier, "lane": v.Lane,
		"item_id": v.Item, "product": v.Product, "run_type": v.RunType,
	}
	maps.DeleteFunc(attributes, func(_, value string) bool { return value == "" })
	return plan.Scope{Product: v.Product, Attributes: attributes}
}

func limitsOf(spec *plan.Row) Limits {
	of := control.SpecOf(spec)
	return Limits{Unit: plan.UnitOf(spec), Decimals: plan.DecimalsOf(spec), LSL: of.LSL, Target: of.Target, USL: of.USL}
}

func digits(number *float64) string {
	if number == nil {
		return "…"
	}
	return strconv.FormatFloat(*number, 'f', -1, 64)
}
