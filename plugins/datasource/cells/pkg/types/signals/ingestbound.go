package signals

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// boundWatch: senders went beyond a bound of what is taken in (telegraf/README.md, "Bounds"). The value is the number of messages
// that did.
func boundWatch(rule string) ingestWatch {
	return ingestWatch{
		rule: rule,
		read: func(over influx.Range) influx.Statement {
			return influx.Statement{
				From: "ingest_bound", Columns: []influx.Column{influx.Field("messages", table.Int)}, Range: over,
				Where: []influx.Condition{{Column: influx.Tag("rule"), Operator: "=", Values: []any{rule}}},
			}
		},
		find: func(result influx.Result, _ influx.Range) []ingestFinding {
			sum := 0.0
			for _, series := range result.Series {
				told := series.Rows.Column("messages")
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
