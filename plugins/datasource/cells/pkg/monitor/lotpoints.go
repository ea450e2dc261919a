package monitor

// mostLots are those that an EWMA remembers: what went before weighs nothing any more.
const mostLots = 100

// lotPoint is what was judged of a lot: its point, the doubt about the centre, and of how many items.
type lotPoint struct {
	lot          string
	point, doubt float64
	items        int
}

// withLot is the EWMA of a stream with the point of a lot, in which what was judged of the lot before has no part; known are the items
// that this was of.
func (d *distances) withLot(stream int, p lotPoint) (e ewma, sigma float64, known int) {
	if d.lots == nil {
		d.lots = make([][]lotPoint, len(d.ewma))
	}
	var points []lotPoint
	for _, before := range d.lots[stream] {
		if before.lot != p.lot {
			points = append(points, before)
		} else {
			known = before.items
		}
	}
	points = append(points, p)
	d.lots[stream] = points[max(0, len(points)-mostLots):]
	for _, of := range d.lots[stream] {
		e, sigma = d.bounded(e.with(of.point, of.doubt, d.alarm.Lambda))
	}
	return e, sigma, known
}
