package plan

import (
	"encoding/json"
	"slices"
)

// Requests are what people may ask the machines of a station for.
type Requests struct {
	// Pause are the machines that may be asked to stop.
	Pause  []string     `json:"pause"`
	Adjust []Adjustment `json:"adjust"`
}

// Adjustment is what machines may be asked to set higher or lower: by how much at least and at most, in its unit; below zero is lower.
type Adjustment struct {
	Characteristic string     `json:"characteristic"`
	By             [2]float64 `json:"by"`
	Equipment      []string   `json:"equipment"`
}

// RequestsAt are what people may ask the machines of a station for at a moment (ns); nothing where the plan does not say it, or cannot be read.
func (p *Plan) RequestsAt(station string, ns int64) (out Requests) {
	row := p.StationRow(station, ns)
	if row == nil || json.Unmarshal([]byte(row.Text("requests")), &out) != nil {
		return Requests{}
	}
	return out
}

// AdjustmentOf is that of a characteristic at a machine; false where it is not allowed.
func (r Requests) AdjustmentOf(characteristic, equipment string) (Adjustment, bool) {
	at := slices.IndexFunc(r.Adjust, func(a Adjustment) bool {
		return a.Characteristic == characteristic && slices.Contains(a.Equipment, equipment)
	})
	if at < 0 {
		return Adjustment{}, false
	}
	return r.Adjust[at], true
}
