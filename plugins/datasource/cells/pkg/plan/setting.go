package plan

import (
	"math"
	"slices"
	"strconv"
)

// Setting is the text of a setting in force at a moment; "" when there is none.
func (p *Plan) Setting(name string, ns int64) string {
	return settingAt(p.Settings, name, ns)
}

// Compressed is by what the times of trays are divided in simulated records; 1 of a real plant.
func (p *Plan) Compressed(ns int64) float64 {
	by, err := strconv.ParseFloat(p.Setting("compressed", max(ns, p.Begin)), 64)
	if err != nil || !(by >= 1) || math.IsInf(by, 1) {
		return 1
	}
	return by
}

// Buckets are all bucket counts that the item index was ever written with.
func (p *Plan) Buckets() []uint32 {
	var out []uint32
	for _, stretch := range p.Settings.Timeline("buckets", "", Scope{}, 0) {
		n, err := strconv.ParseUint(stretch.Row.Text("value"), 10, 32)
		if err == nil && n > 0 && !slices.Contains(out, uint32(n)) {
			out = append(out, uint32(n))
		}
	}
	return out
}
