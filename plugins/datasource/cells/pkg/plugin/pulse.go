package plugin

import (
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// pulseEvery is how often a channel says how it stands, whether visits were stored or not: one who hears nothing for much
// longer knows that nothing is seen.
const pulseEvery = 5 * time.Second

// epochRefused is the epoch of a channel that gets nothing, whatever happens.
const epochRefused = "refused"

// pulseFrame says that a channel lives: epoch changes when something may have been missed and is empty when the query has to
// be asked for again, trouble says why nothing is seen.
func pulseFrame(epoch, trouble string) *data.Frame {
	why := &trouble
	if trouble == "" {
		why = nil
	}
	return data.NewFrame("pulse",
		data.NewField("epoch", nil, []string{epoch}),
		data.NewField("trouble", nil, []*string{why}),
		data.NewField("every_ms", nil, []float64{float64(pulseEvery.Milliseconds())}),
	)
}
