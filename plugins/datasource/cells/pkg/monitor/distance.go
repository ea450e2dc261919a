package monitor

import (
	"math"
	"slices"
)

// Alarm is how far a stream may depart, derived from the alarm budget.
type Alarm struct {
	// Lambda is the weight of a new point in the EWMA, Width its limit and Shewhart that of single points, in σ.
	Lambda, Width, Shewhart float64
	// Tail is the probability below which a share is no chance.
	Tail float64
}

// distances follows points by an EWMA with exact limits and a Shewhart limit beside it, both widened by the doubt about the
// centre.
type distances struct {
	alarm Alarm
	// of makes points of a window, now are those of the one that is judged.
	of  func(w Window) []Point
	now []Point
	// lot is the one that is judged, lots what was judged of those before in each stream; where lots are windows.
	lot  string
	lots [][]lotPoint
	// reference is what points are held against; nil while too little is known.
	reference *Reference
	fixed     bool
	// learned makes it of rows of points.
	learned func(rows [][]Point, streams int) (Reference, bool)
	ewma    []ewma
	// young are streams of which nothing was known when it was made.
	young young
}

const (
	// remembered is how far beyond its limit an EWMA may lie.
	remembered = 1.5
	// inside is the part of its limit that an EWMA has to come back to, so that what lingers at the limit is one episode.
	inside = 0.5
)

// ewma is that of points in their own σ, of which a part is common to all of them: what the centre is off does not average out.
type ewma struct{ value, own, common float64 }

// with is the EWMA with a point of which the variance is 1, doubt/(1+doubt) of it common to all points.
func (e ewma) with(point, doubt, lambda float64) ewma {
	return ewma{
		value:  lambda*point + (1-lambda)*e.value,
		own:    lambda*lambda/(1+doubt) + (1-lambda)*(1-lambda)*e.own,
		common: lambda*math.Sqrt(doubt/(1+doubt)) + (1-lambda)*e.common,
	}
}

func (e ewma) sigma() float64 { return math.Sqrt(e.own + e.common*e.common) }

func newDistances(alarm Alarm, of func(w Window) []Point, streams int, fixed *Reference) *distances {
	return &distances{
		alarm: alarm, of: of, reference: fixed, fixed: fixed != nil, learned: referenceOf, ewma: make([]ewma, streams), young: make(young, streams),
	}
}

func (d *distances) learn(before []Window, told telling) {
	if d.fixed {
		return
	}
	points := make([][]Point, len(before))
	for i, w := range before {
		points[i] = d.of(w)
		for s := range points[i] {
			points[i][s].In = told(w, s)
		}
	}
	if r, ok := d.learned(points, len(d.ewma)); ok {
		r.Drag = dragOf(points, r, d.alarm.Lambda)
		d.reference = &r
	}
}

func (d *distances) turn(w Window) { d.now, d.lot = d.of(w), w.Lot }

func (d *distances) rest() { d.now = nil }

func (d *distances) clone() course {
	out := *d
	out.ewma, out.lots, out.young = slices.Clone(d.ewma), slices.Clone(d.lots), slices.Clone(d.young)
	return &out
}

func (d *distances) restart() {
	clear(d.ewma)
	clear(d.lots)
}

func (d *distances) forget(stream int) { d.ewma[stream] = ewma{} }

func (d *distances) judge(stream int) (v verdict, ok bool) {
	p := d.now[stream]
	if d.reference == nil || !p.There() {
		return verdict{Learning: d.reference == nil}, false
	}
	centre, doubt := d.reference.Centre[stream], d.reference.Doubt[stream]+p.Doubt
	if math.IsNaN(centre) && d.lot == "" {
		centre, doubt = d.young.reference(stream)
		defer func() {
			if !ok || v.Inside {
				d.young.add(stream, p.Y)
			}
		}()
	}
	if math.IsNaN(centre) {
		return verdict{Learning: true}, false
	}
	single := (p.Y - centre) / (p.U * d.reference.Scale * math.Sqrt(1+doubt))
	if d.reference.Freedom > 0 {
		single = likely(single, d.reference.Freedom)
	}
	known := 0
	e, sigma := d.bounded(d.ewma[stream].with(single, doubt, d.alarm.Lambda))
	if d.lot != "" {
		e, sigma, known = d.withLot(stream, lotPoint{d.lot, single, doubt, p.N})
	}
	d.ewma[stream] = e
	smooth := e.value / sigma
	v = verdict{Now: p.Y, Usual: centre, Items: p.N, Known: known, Size: max(math.Abs(single), math.Abs(smooth))}
	switch {
	case math.Abs(single) > d.alarm.Shewhart:
		v.Side, v.Alone = sign(single), true
	case math.Abs(smooth) > d.alarm.Width:
		v.Side = sign(smooth)
	}
	v.Inside, v.Calm = v.Side == 0 && math.Abs(smooth) <= inside*d.alarm.Width, math.Abs(smooth) < 1
	return v, true
}

// bounded is an EWMA and its σ. What is remembered of an excursion is bounded, so that its end is seen soon.
func (d *distances) bounded(e ewma) (ewma, float64) {
	sigma := e.sigma() * max(1, d.reference.Drag)
	most := remembered * d.alarm.Width * sigma
	e.value = min(max(e.value, -most), most)
	return e, sigma
}

func sign(x float64) int {
	if x < 0 {
		return -1
	}
	return 1
}
