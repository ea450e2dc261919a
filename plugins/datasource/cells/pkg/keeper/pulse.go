package keeper

import (
	"encoding/json"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// late is how many looks may fail to come until it is not well.
const late = 15

// Pulse tells how a keeper fares: /health and /metrics.
type Pulse struct {
	http.Handler
	every time.Duration

	mu     sync.Mutex
	looked time.Time
	failed string

	looks, failures, held prometheus.Counter
	took                  prometheus.Histogram
	behind                prometheus.Gauge
}

// NewPulse is that of a keeper that looks every so often and has not looked yet.
func NewPulse(every time.Duration) *Pulse {
	p := &Pulse{
		every:    max(every, time.Second),
		looks:    prometheus.NewCounter(prometheus.CounterOpts{Name: "cellthread_keeper_looks_total", Help: "Looks at what was stored."}),
		failures: prometheus.NewCounter(prometheus.CounterOpts{Name: "cellthread_keeper_failures_total", Help: "Looks that did not see or store all."}),
		held:     prometheus.NewCounter(prometheus.CounterOpts{Name: "cellthread_keeper_holds_total", Help: "Holds that were placed."}),
		took:     prometheus.NewHistogram(prometheus.HistogramOpts{Name: "cellthread_keeper_look_seconds", Help: "How long looks took.", Buckets: prometheus.ExponentialBuckets(0.01, 2, 12)}),
		behind:   prometheus.NewGauge(prometheus.GaugeOpts{Name: "cellthread_keeper_behind_seconds", Help: "How long ago the oldest was stored of what was not looked at yet."}),
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(p.looks, p.failures, p.held, p.took, p.behind)
	routes := http.NewServeMux()
	routes.HandleFunc("GET /health", p.health)
	routes.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	p.Handler = routes
	return p
}

func (p *Pulse) beat(round Round, err error, took time.Duration) {
	p.looks.Inc()
	p.held.Add(float64(len(round.Held)))
	p.took.Observe(took.Seconds())
	p.behind.Set(round.Behind.Seconds())
	p.mu.Lock()
	defer p.mu.Unlock()
	if err != nil {
		p.failures.Inc()
		p.failed = err.Error()
		return
	}
	p.looked, p.failed = time.Now(), ""
}

// health says when it last saw and stored all, and what keeps it from that.
func (p *Pulse) health(w http.ResponseWriter, _ *http.Request) {
	p.mu.Lock()
	looked, failed := p.looked, p.failed
	p.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	if looked.IsZero() || time.Since(looked) > late*p.every {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"lookedAt": looked.UTC().Format(time.RFC3339), "error": failed})
}
