package plan

import (
	"encoding/json"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// AnswerWithin is the time in which somebody answers each of vocabulary.Waits at a moment (ns): as the plan says, else its default.
func (p *Plan) AnswerWithin(ns int64) map[string]time.Duration {
	seconds := map[string]float64{}
	_ = json.Unmarshal([]byte(p.Setting("answer_within", max(ns, p.Begin))), &seconds) // a plan of before says nothing of it
	out := map[string]time.Duration{}
	for what, hours := range vocabulary.WaitWithinH {
		out[what] = time.Duration(hours) * time.Hour
		if s := seconds[what]; s > 0 {
			out[what] = time.Duration(s * float64(time.Second))
		}
	}
	return out
}
