package plugin

import (
	"encoding/json"
	"net/http"
)

// routes are the resource calls; docs/datasource.md shows each answer.
func (d *Datasource) routes() http.Handler {
	return http.NewServeMux()
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}
