package query

import (
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// single is what an expression reads of an answer: one frame. Grafana refuses several without a word about why.
func (t Type) single(run *source.Run, frames data.Frames) (data.Frames, error) {
	if !run.Single || len(frames) < 2 {
		return frames, nil
	}
	var names []string
	for _, frame := range frames {
		names = append(names, frame.Name)
	}
	if !t.Alone {
		return nil, source.Mistake("an expression reads one frame, and this query answers %d: %s; name one of them in parts", len(frames), strings.Join(names, ", "))
	}
	run.Warn("An expression reads one frame: %s are left out. Ask for them in a panel without expressions.", strings.Join(names[1:], ", "))
	return frames[:1], nil
}
