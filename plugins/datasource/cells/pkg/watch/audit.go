package watch

import (
	"math"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
)

// auditEvery is how often all that is kept is counted, whatever was heard of arrivals: a part of it at a time, so that no question
// waits for the whole.
const auditEvery = time.Hour

// audit goes round the pieces that are kept.
type audit struct {
	at   time.Time
	next int64
}

// mendedSteps is among what Grafana tells of the plugin: zero as long as arrivals tell of all that is stored late.
var mendedSteps = promauto.NewCounter(prometheus.CounterOpts{
	Name: "cellthread_audit_mended_steps_total",
	Help: "Steps of summaries that had other rows than when they were read though no arrival had told of them.",
})

// due tells of so many pieces which are to be counted now, by their number modulo their count.
func (a *audit) due(now time.Time, pieces int64) []bool {
	out := make([]bool, pieces)
	part := min(1, max(0, now.Sub(a.at).Seconds()/auditEvery.Seconds()))
	for range int64(math.Floor(part * float64(pieces))) {
		out[a.next%pieces] = true
		a.next++
		a.at = now
	}
	return out
}
