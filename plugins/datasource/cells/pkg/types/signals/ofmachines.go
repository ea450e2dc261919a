package signals

import "maps"

// ofMachines puts a machine in the place of its positions where more than half of them signal, two at least: that is one cause.
func (l *latest) ofMachines(found []signal) (out []signal) {
	machineOf := func(labels map[string]string) string {
		return machine{labels["site"], labels["line"], labels["equipment"]}.key()
	}
	places, alike := map[string]int{}, map[string][]signal{}
	for _, labels := range l.labels {
		places[machineOf(labels)]++
	}
	for _, of := range found {
		alike[machineOf(of.Labels)] = append(alike[machineOf(of.Labels)], of)
	}
	for _, of := range found {
		parts := alike[machineOf(of.Labels)]
		switch n := len(parts); {
		case n < 2 || 2*n <= places[machineOf(of.Labels)]:
			out = append(out, of)
		case of.Labels["position"] == parts[0].Labels["position"]:
			out = append(out, together(parts))
		}
	}
	return out
}

// together is the signal of a machine of which several positions signal.
func together(parts []signal) signal {
	whole := signal{Labels: maps.Clone(parts[0].Labels), Facts: began(int64(parts[0].Facts.SinceMs) * 1e6)}
	delete(whole.Labels, "position")
	whole.Facts.Cells, whole.Facts.OutOfSpec = 0, 0
	for _, part := range parts {
		whole.Value = max(whole.Value, part.Value)
		whole.Facts.SinceMs = min(whole.Facts.SinceMs, part.Facts.SinceMs)
		whole.Facts.Cells += part.Facts.Cells
		whole.Facts.OutOfSpec += part.Facts.OutOfSpec
	}
	return whole
}
