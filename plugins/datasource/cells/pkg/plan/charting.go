package plan

import (
	"strings"
	"time"
)

// Charting is how the plan says that a characteristic is charted. It travels in the meta data of the limits frame, since
// it is one per characteristic and the frame has a row per stretch of limits.
type Charting struct {
	Chart      string   `json:"chart,omitempty"`
	SubgroupBy []string `json:"subgroupBy,omitempty"`
	SubgroupN  *float64 `json:"subgroupN,omitempty"`
	// Rules are ids of rules or names of sets.
	Rules []string `json:"rules,omitempty"`
	// MaxGapS is the longest pause that a line, a moving range or a run may bridge, in seconds.
	MaxGapS *float64 `json:"maxGapS,omitempty"`
}

// defaultMaxGap is the longest pause of a station that states none.
const defaultMaxGap = 30 * time.Minute

// MaxGap is the longest pause that a line, a moving range or a run may bridge.
func (c Charting) MaxGap() time.Duration {
	if c.MaxGapS == nil {
		return defaultMaxGap
	}
	return time.Duration(*c.MaxGapS * float64(time.Second))
}

// ChartingAt is what the plan in force at a moment states of a characteristic; ok is false for one that it does not know.
func (p *Plan) ChartingAt(station, characteristic string, ns int64) (c Charting, ok bool) {
	row := p.Characteristics.At(station, characteristic, Scope{Product: Any}, ns)
	if row == nil {
		return c, false
	}
	c = Charting{
		Chart: row.Text("chart"), SubgroupBy: listOf(row.Text("subgroup_by")),
		SubgroupN: row.Number("subgroup_n"), Rules: listOf(row.Text("rules")),
	}
	if at := p.StationRow(station, ns); at != nil {
		c.MaxGapS = at.Number("max_gap_s")
	}
	return c, true
}

// Charting is what the plan in force at a moment states, by characteristic, as the meta data of a frame; one that it does not
// know is left out.
func (p *Plan) Charting(station string, characteristics []string, ns int64) any {
	out := map[string]Charting{}
	for _, name := range characteristics {
		if c, ok := p.ChartingAt(station, name, ns); ok {
			out[name] = c
		}
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
