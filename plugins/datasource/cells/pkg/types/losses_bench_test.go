package types_test

import (
	"context"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// lossyDays is how many days the line of BenchmarkLosses has made cells for: 4 320 a day at each of its five stations.
const lossyDays = 21

// BenchmarkLosses asks what the episodes of the last seven days cost: a datasource that has just started, and again.
func BenchmarkLosses(b *testing.B) {
	env := lossyLineOf(b, 1, true, lossyDays).env()
	over := source.Range{From: noon.Add(-7 * 24 * time.Hour), To: noon}
	for range b.N {
		fresh := newEngine(env)
		for _, metric := range []string{"first-ms", "again-ms"} {
			began := time.Now()
			frames, err := fresh.Execute(context.Background(), &source.Run{Range: over}, "", []byte(`{"queryType":"losses"}`))
			if err != nil || frames[0].Rows() == 0 {
				b.Fatal(err)
			}
			b.ReportMetric(float64(time.Since(began).Milliseconds()), metric)
		}
	}
}
