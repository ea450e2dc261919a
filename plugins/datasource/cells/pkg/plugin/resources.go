package plugin

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"

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
			options, err := lookup.List(r.Context(), d.env, p, scopeOf(r))
			return nonNil(options), err
		}))
	}
	mux.HandleFunc("GET /filter-values", d.answer(func(r *http.Request) (any, error) {
		options, err := d.env.FilterValues(r.Context(), r.URL.Query().Get("key"), scopeOf(r))
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
		var value any
		err := query.Guard(r.URL.Path, func() (err error) {
			value, err = route(r)
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

// scopeOf reads site, line, station, equipment (each repeatable, or a comma list) and from, to (Unix ms).
func scopeOf(r *http.Request) query.Scope {
	values := r.URL.Query()
	list := func(key string) []string {
		var out []string
		for _, v := range values[key] {
			for _, part := range strings.Split(v, ",") {
				if part = strings.TrimSpace(part); part != "" {
					out = append(out, part)
				}
			}
		}
		return out
	}
	moment := func(key string) time.Time {
		if ms, err := strconv.ParseInt(values.Get(key), 10, 64); err == nil {
			return time.UnixMilli(ms)
		}
		return time.Time{}
	}
	return query.Scope{
		Sites: list("site"), Lines: list("line"), Stations: list("station"), Equipment: list("equipment"),
		Range: query.Range{From: moment("from"), To: moment("to")},
	}
}

func nonNil(options []query.Option) []query.Option {
	if options == nil {
		return []query.Option{}
	}
	return options
}
