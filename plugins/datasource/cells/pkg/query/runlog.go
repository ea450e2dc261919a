package query

import (
	"fmt"
	"strings"
	"sync"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// runLog collects what a query has to tell: statements and notices. Safe for concurrent reads of one query.
type runLog struct {
	mu      sync.Mutex
	texts   []string
	notices []data.Notice
}

const maxLogged = 64 << 10

func (l *runLog) executed(database, text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.texts = append(l.texts, "-- "+database+"\n"+text)
}

func (l *runLog) cut(rows int) {
	l.notice(data.NoticeSeverityWarning, fmt.Sprintf(
		"Only the first %d rows were read; the rest is cut. Narrow the time range or add a filter (equipment, product, cell_id).", rows))
}

// notice tells once.
func (l *runLog) notice(severity data.NoticeSeverity, text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, n := range l.notices {
		if n.Text == text {
			return
		}
	}
	l.notices = append(l.notices, data.Notice{Severity: severity, Text: text})
}

// Notice adds an informative notice to the first frame.
func (r *Run) Notice(format string, args ...any) {
	r.log.notice(data.NoticeSeverityInfo, fmt.Sprintf(format, args...))
}

// Warn adds a warning to the first frame.
func (r *Run) Warn(format string, args ...any) {
	r.log.notice(data.NoticeSeverityWarning, fmt.Sprintf(format, args...))
}

// attach writes statements and notices into the first frame.
func (l *runLog) attach(frames data.Frames) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(frames) == 0 {
		return
	}
	text := strings.Join(l.texts, "\n\n")
	if len(text) > maxLogged {
		text = text[:maxLogged] + "\n-- …"
	}
	if frames[0].Meta == nil {
		frames[0].Meta = &data.FrameMeta{}
	}
	frames[0].Meta.ExecutedQueryString = text
	frames[0].Meta.Notices = append(frames[0].Meta.Notices, l.notices...)
}
