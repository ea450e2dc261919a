package plan

import (
	"strings"
)

// charting is how the plan says that a characteristic is charted. It travels in the meta data of the limits frame, since
// it is one per characteristic and the frame has a row per stretch of limits.
type charting struct {
	Chart      string   `json:"chart,omitempty"`
	SubgroupBy []string `json:"subgroupBy,omitempty"`
	SubgroupN  *float64 `json:"subgroupN,omitempty"`
	Rules      []string `json:"rules,omitempty"`
	// MaxGapS is the longest pause that a line, a moving range or a run may bridge, in seconds.
	MaxGapS *float64 `json:"maxGapS,omitempty"`
}

// Charting is what the plan in force at a moment states, by characteristic; one that it does not know is left out.
func (p *Plan) Charting(station string, characteristics []string, ns int64) any {
	out := map[string]charting{}
	at := p.StationRow(station, ns)
	for _, name := range characteristics {
		row := p.Characteristics.At(station, name, Scope{Product: Any}, ns)
		if row == nil {
			continue
		}
		c := charting{
			Chart: row.Text("chart"), SubgroupBy: listOf(row.Text("subgroup_by")),
			SubgroupN: row.Number("subgroup_n"), Rules: listOf(row.Text("rules")),
		}
		if at != nil {
			c.MaxGapS = at.Number("max_gap_s")
		}
		out[name] = c
	}
	if len(out) == 0 {
		return nil
	}
	return map[string]any{"charting": out}
}

// listOf reads a comma list; none of an empty text.
func listOf(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, ",")
}
