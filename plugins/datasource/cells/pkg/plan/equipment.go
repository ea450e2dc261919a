package plan

import (
	"slices"
)

// Allowed tells whether a scope lets a value pass.
func Allowed(list []string, value string) bool { return len(list) == 0 || slices.Contains(list, value) }

// Site is a site of the plan and its lines.
type Site struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Lines []string `json:"lines"`
}

// Equipment is a machine of the plan, the station it serves, its line, and its nozzles, channels or nests.
type Equipment struct {
	ID        string   `json:"id"`
	Station   string   `json:"station"`
	Line      string   `json:"line"`
	Positions []string `json:"positions"`
}

// Stands tells whether equipment stands at a station.
func (p *Plan) Stands(station *Row, equipment string) bool {
	return slices.Contains(listOf(station.Text("equipment")), equipment)
}
