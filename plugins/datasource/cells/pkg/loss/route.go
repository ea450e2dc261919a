package loss

import "slices"

// Station is one that cells pass.
type Station struct {
	ID string
	// Gate: it asks before letting a cell pass.
	Gate bool
	// CostAdded is what a visit adds to what a cell cost, nil where the plan does not say; Sites are those that have it.
	CostAdded *float64
	Sites     []string
}

// Route is the stations that cells pass, in their order; the last one is the end of line.
type Route []Station

func (r Route) index(station string) int {
	return slices.IndexFunc(r, func(s Station) bool { return s.ID == station })
}

// gateAfter is the next station of a site behind one that asks before a cell passes, and where none does the next station; -1 behind the last.
func (r Route) gateAfter(site, station string) int {
	from := r.index(station)
	if from < 0 {
		return -1
	}
	next := -1
	for i := from + 1; i < len(r); i++ {
		switch {
		case !r[i].has(site):
		case r[i].Gate:
			return i
		case next < 0:
			next = i
		}
	}
	return next
}

func (s Station) has(site string) bool { return len(s.Sites) == 0 || slices.Contains(s.Sites, site) }

// Typical is how many hours a visit to a station usually takes, of a product; ok is false where that is not known.
type Typical func(station, product string) (hours float64, ok bool)
