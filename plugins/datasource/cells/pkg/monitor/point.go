package monitor

import "math"

// Point is what a stream shows in a window: Y, which lies U from its centre as a standard deviation does when nothing is wrong,
// but for a factor that all streams of a group share. NaN where there is nothing to judge.
type Point struct {
	Y, U float64
	// Doubt is the variance that lasting points share (a lot's, which stays for hours), in units of U².
	Doubt float64
	N     int
	// In is how it lies in an episode, where it is learned from.
	In standing
}

var noPoint = Point{Y: math.NaN(), U: math.NaN()}

// There tells whether there is something to judge.
func (p Point) There() bool { return p.Y == p.Y }
