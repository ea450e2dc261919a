package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
)

// routes are the resource calls; docs/datasource.md shows each answer. Reads only, open to every role.
func (d *Datasource) routes() http.Handler {
	mux := http.NewServeMux()
	for _, lookup := range query.Lookups() {
		mux.HandleFunc("GET /"+lookup.Name, d.answer(func(r *http.Request) (any, error) {
			p, err := d.env.Plan(r.Context())
			if err != nil {
				return nil, err
			}
			scope, err := scopeOf(r)
			if err != nil {
				return nil, err
			}
			options, err := lookup.List(r.Context(), d.env.Env, p, scope)
			return nonNil(options), err
		}))
	}
	mux.HandleFunc("GET /filter-values", d.answer(func(r *http.Request) (any, error) {
		scope, err := scopeOf(r)
		if err != nil {
			return nil, err
		}
		options, err := d.env.FilterValues(r.Context(), r.URL.Query().Get("key"), scope)
		return nonNil(options), err
	}))
	mux.HandleFunc("GET /cells", d.answer(func(r *http.Request) (any, error) {
		return d.env.SearchCells(r.Context(), strings.TrimSpace(r.URL.Query().Get("prefix")))
	}))
	mux.HandleFunc("POST /live", d.answer(d.postLive))
	mux.HandleFunc("GET /vocabulary", d.answer(func(*http.Request) (any, error) {
		return query.TheVocabulary(), nil
	}))
	return mux
}

// answer writes what a route gives, or its error as {"message"}.
func (d *Datasource) answer(route func(r *http.Request) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), d.settings.timeout)
		defer cancel()
		var value any
		err := query.Guard(r.URL.Path, func() (err error) {
			value, err = route(r.WithContext(ctx))
			return err
		})
		if err != nil {
			f := d.classify(err)
			writeJSON(w, int(f.Status), map[string]string{"message": f.Message})
			return
		}
		writeJSON(w, http.StatusOK, value)
	}
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

func nonNil(options []query.Option) []query.Option {
	if options == nil {
		return []query.Option{}
	}
	return options
}
