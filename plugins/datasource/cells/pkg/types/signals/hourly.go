package signals

import (
	"maps"
	"sync"
	"time"
)

// maxHourly is how many answers are remembered; then all are forgotten, and found again.
const maxHourly = 2000

// hourly remembers what was found as of full hours, for what changes in months.
type hourly struct {
	mu    sync.Mutex
	found map[hourOf][]signal
}

type hourOf struct {
	what string
	ns   int64
}

// of finds something as of the full hour before a moment (ns), once.
func (h *hourly) of(what string, find func(ns int64) ([]signal, error)) func(ns int64) ([]signal, error) {
	return func(ns int64) ([]signal, error) {
		key := hourOf{what, ns - ns%int64(time.Hour)}
		h.mu.Lock()
		known, is := h.found[key]
		h.mu.Unlock()
		if is {
			return copied(known), nil
		}
		found, err := find(key.ns)
		if err != nil {
			return nil, err
		}
		h.mu.Lock()
		defer h.mu.Unlock()
		if h.found == nil || len(h.found) >= maxHourly {
			h.found = map[hourOf][]signal{}
		}
		h.found[key] = found
		return copied(found), nil
	}
}

// copied are signals whose labels may be written to.
func copied(signals []signal) []signal {
	var out []signal
	for _, s := range signals {
		s.Labels = maps.Clone(s.Labels)
		out = append(out, s)
	}
	return out
}
