package query

import (
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// maxExecuted bounds the statements that an answer shows, in bytes.
const maxExecuted = 64 << 10

// attach writes the executed statements and the notices of a run into the first frame.
func attach(run *source.Run, frames data.Frames) {
	if len(frames) == 0 {
		return
	}
	statements, notices := run.Log.Told()
	executed := strings.Join(statements, "\n\n")
	if len(executed) > maxExecuted {
		executed = executed[:maxExecuted] + "\n-- …"
	}
	if frames[0].Meta == nil {
		frames[0].Meta = &data.FrameMeta{}
	}
	frames[0].Meta.ExecutedQueryString = executed
	for _, told := range notices {
		severity := data.NoticeSeverityInfo
		if told.Warns {
			severity = data.NoticeSeverityWarning
		}
		frames[0].Meta.Notices = append(frames[0].Meta.Notices, data.Notice{Severity: severity, Text: told.Text})
	}
}
