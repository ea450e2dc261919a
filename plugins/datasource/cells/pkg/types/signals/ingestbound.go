package signals

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// boundWatch: senders went beyond a bound of what is taken in (telegraf/README.md, "Bounds"). The value is the number of messages
// that did.
func boundWatch(rule string) ingestWatch {
	return ingestWatch{
		rule: rule,
		read: func(over source.Span) source.Statement {
			return source.Statement{
				From: vocabulary.WatchIngestBound, Columns: []source.Column{source.Field(vocabulary.WatchColumnMessages, table.Int)}, Range: over,
				Where: []source.Condition{{Column: source.Tag(vocabulary.WatchColumnRule), Operator: "=", Values: []any{rule}}},
			}
		},
		find: func(result source.Result, _ source.Span) []ingestFinding {
			sum := 0.0
			for _, series := range result.Series {
				told := series.Rows.Column(vocabulary.WatchColumnMessages)
				for row := range told.Len() {
					if messages, known := told.Int(row); known {
						sum += float64(messages)
					}
				}
			}
			if sum == 0 {
				return nil
			}
			return []ingestFinding{{part: partTelegraf, times: sum}}
		},
	}
}
