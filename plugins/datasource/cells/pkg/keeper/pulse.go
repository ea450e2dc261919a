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

	mu    sync.Mutex
	tasks map[string]*fared

	looks, failures *prometheus.CounterVec
	took            *prometheus.HistogramVec
	held, sent      prometheus.Counter
	behind          *prometheus.GaugeVec
	unanswered      prometheus.Gauge
	posted          prometheus.Gauge
}

// fared is how a task does.
type fared struct {
	Looked time.Time `json:"lookedAt"`
	Error  string    `json:"error,omitempty"`

	late, behind time.Duration
}

// NewPulse is that of a keeper that has not looked yet.
func NewPulse() *Pulse {
	task := []string{"task"}
	p := &Pulse{
		tasks:    map[string]*fared{},
		looks:    prometheus.NewCounterVec(prometheus.CounterOpts{Name: "cellthread_keeper_looks_total", Help: "Looks at what was stored."}, task),
		failures: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "cellthread_keeper_failures_total", Help: "Looks that did not see, store or send all."}, task),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "cellthread_keeper_look_seconds", Help: "How long looks took.", Buckets: prometheus.ExponentialBuckets(0.01, 2, 12),
		}, task),
		held:       prometheus.NewCounter(prometheus.CounterOpts{Name: "cellthread_keeper_holds_total", Help: "Holds that were placed."}),
		sent:       prometheus.NewCounter(prometheus.CounterOpts{Name: "cellthread_keeper_commands_total", Help: "Commands that the broker was given, each time."}),
		behind:     prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "cellthread_keeper_behind_seconds", Help: "How long ago the oldest was stored of what was not looked at yet."}, task),
		unanswered: prometheus.NewGauge(prometheus.GaugeOpts{Name: "cellthread_keeper_unanswered_commands", Help: "Commands that the line did not acknowledge and that are sent no more."}),
		posted:     prometheus.NewGauge(prometheus.GaugeOpts{Name: "cellthread_keeper_held_targets", Help: "Targets that are held, as the broker keeps them."}),
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(p.looks, p.failures, p.took, p.held, p.sent, p.behind, p.unanswered, p.posted)
	routes := http.NewServeMux()
	routes.HandleFunc("GET /health", p.health)
	routes.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	p.Handler = routes
	return p
}

// expects a task to look: until it has, it is not well.
func (p *Pulse) expects(task Task) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tasks[task.Name] = &fared{late: late * max(task.Every, time.Second)}
}

func (p *Pulse) beat(task string, err error, took time.Duration) {
	p.looks.WithLabelValues(task).Inc()
	p.took.WithLabelValues(task).Observe(took.Seconds())
	p.mu.Lock()
	defer p.mu.Unlock()
	of := p.tasks[task]
	if err != nil {
		p.failures.WithLabelValues(task).Inc()
		of.Error = err.Error()
		return
	}
	of.Looked, of.Error = time.Now().UTC(), ""
}

// isBehind tells how far back a task has not seen all.
func (p *Pulse) isBehind(task string, by time.Duration) {
	p.behind.WithLabelValues(task).Set(by.Seconds())
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tasks[task].behind = by
}

// health says of each task when it last did all that it should, and what keeps it from that.
func (p *Pulse) health(w http.ResponseWriter, _ *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	for _, of := range p.tasks {
		if time.Since(of.Looked) > of.late {
			w.WriteHeader(http.StatusServiceUnavailable)
			break
		}
	}
	_ = json.NewEncoder(w).Encode(p.tasks)
}
