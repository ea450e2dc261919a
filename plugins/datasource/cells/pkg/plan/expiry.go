package plan

import (
	"encoding/json"
	"time"
)

// HoldExpiry is after which time a hold ends by itself at a moment (ns), by the kind of signal that placed it; of kinds that are not there
// none does.
func (p *Plan) HoldExpiry(ns int64) map[string]time.Duration {
	var seconds map[string]float64
	if json.Unmarshal([]byte(p.Setting("hold_expiry", max(ns, p.Begin))), &seconds) != nil {
		return nil
	}
	out := map[string]time.Duration{}
	for kind, s := range seconds {
		if s > 0 {
			out[kind] = time.Duration(s * float64(time.Second))
		}
	}
	return out
}

// NeverExpires tells whether a hold at a station stays until somebody decides, whatever the plan says of its kind: its characteristic, or of
// none any that is measured there, is of class CC or safety or of severity safety at a moment (ns). So is one that the plan does not know.
func (p *Plan) NeverExpires(station, characteristic string, ns int64) bool {
	known := false
	for _, row := range p.CharacteristicsAt(station, max(ns, p.Begin)) {
		if characteristic != "" && row.Characteristic != characteristic {
			continue
		}
		known = true
		if class := row.Text("special_class"); class == "CC" || class == severitySafety || row.Text("severity") == severitySafety {
			return true
		}
	}
	return !known
}

const severitySafety = "safety"
