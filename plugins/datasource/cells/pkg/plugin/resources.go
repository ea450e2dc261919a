package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/changes"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/lookup"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types"
)

// routes are the resource calls; docs/datasource.md shows each answer. What reads is open to every role, what writes to those
// whom writers lists.
func (d *Datasource) routes() http.Handler {
	mux := http.NewServeMux()
	for _, list := range lookup.Lookups() {
		mux.HandleFunc("GET /"+list.Name, d.answer(func(r *http.Request) (any, error) {
			p, err := d.source.Plan(r.Context())
			if err != nil {
				return nil, err
			}
			scope, err := scopeOf(r)
			if err != nil {
				return nil, err
			}
			options, err := list.List(r.Context(), d.source, p, scope)
			return nonNil(options), err
		}))
	}
	mux.HandleFunc("GET /filter-values", d.answer(func(r *http.Request) (any, error) {
		scope, err := scopeOf(r)
		if err != nil {
			return nil, err
		}
		options, err := lookup.FilterValues(r.Context(), d.source, r.URL.Query().Get("key"), scope)
		return nonNil(options), err
	}))
	mux.HandleFunc("GET /cells", d.answer(func(r *http.Request) (any, error) {
		return lookup.SearchCells(r.Context(), d.source, strings.TrimSpace(r.URL.Query().Get("prefix")))
	}))
	mux.HandleFunc("POST /live", d.answer(d.postLive))
	mux.HandleFunc("GET /rights", d.answer(d.getRights))
	mux.HandleFunc("POST /events", d.answerWith(d.postEvent))
	mux.HandleFunc("GET /measurements", d.answer(d.getEntryForm))
	mux.HandleFunc("POST /measurements", d.answerWith(d.postMeasurement))
	mux.HandleFunc("GET /requests", d.answer(d.getRequests))
	mux.HandleFunc("GET /requests/{id}", d.answer(d.getRequest))
	mux.HandleFunc("GET /control-limits", d.answer(d.getChanges(changes.TargetLimits)))
	mux.HandleFunc("POST /control-limits", d.answerWith(d.postLimits))
	mux.HandleFunc("GET /plan-revisions", d.answer(d.getChanges(changes.TargetPlan)))
	mux.HandleFunc("POST /plan-revisions", d.answerWith(d.postRevision))
	mux.HandleFunc("GET /cell-status/{id...}", d.answer(d.getCellStatus))
	mux.HandleFunc("GET /audit", d.answerFile(d.getAudit))
	mux.HandleFunc("GET /vocabulary", d.answer(func(*http.Request) (any, error) {
		return types.TheVocabulary(), nil
	}))
	return canonicalHeaders(mux)
}

// canonicalHeaders lets handlers find headers however their names were written: they come through a call of Grafana's, which
// keeps the writing of whoever sent them.
func canonicalHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := make(http.Header, len(r.Header))
		for name, values := range r.Header {
			for _, value := range values {
				header.Add(name, value)
			}
		}
		r.Header = header
		next.ServeHTTP(w, r)
	})
}

// answer writes what a route gives, or its error as {"message"}.
func (d *Datasource) answer(route func(r *http.Request) (any, error)) http.HandlerFunc {
	return d.answerWith(func(r *http.Request) (int, any, error) {
		value, err := route(r)
		return http.StatusOK, value, err
	})
}

// answerWith is answer for a route that says its status.
func (d *Datasource) answerWith(route func(r *http.Request) (int, any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), d.settings.timeout)
		defer cancel()
		var status int
		var value any
		err := source.Guard(r.URL.Path, func() (err error) {
			status, value, err = route(r.WithContext(ctx))
			return err
		})
		if r.Method != http.MethodGet {
			d.engine.Forget() // who has stored something sees it
		}
		if err != nil {
			f := d.classify(err)
			writeJSON(w, int(f.Status), map[string]string{"message": f.Message})
			return
		}
		writeJSON(w, status, value)
	}
}

// answerFile is answer for a route that writes its answer itself, once nothing can fail any more.
func (d *Datasource) answerFile(route func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), d.settings.timeout)
		defer cancel()
		if err := source.Guard(r.URL.Path, func() error { return route(w, r.WithContext(ctx)) }); err != nil {
			f := d.classify(err)
			writeJSON(w, int(f.Status), map[string]string{"message": f.Message})
		}
	}
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

func nonNil(options []lookup.Option) []lookup.Option {
	if options == nil {
		return []lookup.Option{}
	}
	return options
}
