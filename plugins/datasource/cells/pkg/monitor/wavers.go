package monitor

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

const (
	// wider is how many standard errors make a spread a wider one.
	wider = 4
	// moved is how many, of the spread that there is, make a mean another one.
	moved = 3
)

// Wavers tells whether the spread of items is why their mean departs: it is wider than usual by more than chance (the logarithm of a
// standard deviation has the standard error 1/√(2(n − 1))), and as wide as it is their mean may be the usual one.
func Wavers(items summary.Step, level, spread float64) bool {
	n, now := float64(items.N), math.Sqrt(items.Variance())
	return math.Log(now/spread)*math.Sqrt(2*(n-1)) > wider && math.Abs(items.Mean-level)*math.Sqrt(n) < moved*now
}
