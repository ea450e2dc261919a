package plugin

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// What a list may be narrowed to: each station named costs a read.
const (
	maxScopeStations = 100
	maxScopePlaces   = 500
)

// scopeOf reads site, line, station, equipment (each repeatable, or a comma list) and from, to (Unix ms).
func scopeOf(r *http.Request) (scope source.Scope, err error) {
	values := r.URL.Query()
	for key, of := range map[string]struct {
		list *[]string
		most int
	}{
		"site": {&scope.Sites, maxScopePlaces}, "line": {&scope.Lines, maxScopePlaces},
		"equipment": {&scope.Equipment, maxScopePlaces}, "station": {&scope.Stations, maxScopeStations},
	} {
		if *of.list = listed(values[key]); len(*of.list) > of.most {
			return scope, source.Mistake("%d values of %s, at most %d are read; name fewer, or none for all", len(*of.list), key, of.most)
		}
	}
	if scope.Range.From, err = moment(values, "from"); err != nil {
		return scope, err
	}
	scope.Range.To, err = moment(values, "to")
	return scope, err
}

func listed(values []string) []string {
	var out []string
	for _, v := range values {
		for _, part := range strings.Split(v, ",") {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

// moment reads Unix ms; the zero time where nothing is stated.
func moment(values url.Values, key string) (time.Time, error) {
	text := values.Get(key)
	if text == "" {
		return time.Time{}, nil
	}
	ms, err := strconv.ParseInt(text, 10, 64)
	if at := time.UnixMilli(ms); err != nil || !source.CanBeStored(at) {
		return time.Time{}, source.Mistake("%s is %q; write a time as milliseconds since 1970", key, text)
	}
	return time.UnixMilli(ms), nil
}
