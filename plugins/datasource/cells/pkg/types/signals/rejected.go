package signals

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// rejectedKind: inputs of a sender arrived that could not be stored. The value is their number, the rule the reason; line and
// equipment are those of the topic. A row is an input, or in a flood how many (messages) were only counted in a minute, of
// whatever sender.
var rejectedKind = signalKind{Name: vocabulary.SignalRejected, Plant: findRejected}

const (
	// maxSenders is how many senders are told apart for a reason, those of most inputs; the others are told together.
	maxSenders = 20
	// mostRejectedTopics is how many inputs are read to tell their senders; of more only the number is known.
	mostRejectedTopics = 20_000
)

// sender is where inputs came from and why they were rejected.
type sender struct{ site, line, equipment, reason string }

func findRejected(ctx context.Context, s *search) ([]signal, error) {
	over := func(column source.Column, reduce string) source.Statement {
		return source.Statement{
			From: vocabulary.MeasurementRejected, Columns: []source.Column{column}, Reduce: reduce,
			Range: source.Span{From: s.Range.From.UnixNano(), To: s.Range.To.UnixNano()}, GroupBy: []string{"site", "reason"},
		}
	}
	topics := over(source.Field("topic", table.Text), "")
	topics.Limit = mostRejectedTopics
	results, err := s.Read(ctx, s.Databases.Rejected, over(source.Field("topic", table.Int), "count"), over(source.Field("messages", table.Int), "sum"), topics)
	if err != nil {
		return nil, err
	}
	left := map[sender]int64{} // of a site and reason: inputs of nobody in particular
	for i, field := range []string{"topic", "messages"} {
		for _, series := range results[i].Series {
			if count, known := series.Rows.Column(field).Int(0); known {
				left[sender{site: series.Tags["site"], reason: series.Tags["reason"]}] += count
			}
		}
	}
	counts := map[sender]int64{}
	for _, series := range results[2].Series {
		whole := sender{site: series.Tags["site"], reason: series.Tags["reason"]}
		for of, count := range sendersOf(whole, series.Rows.Column("topic")) {
			counts[of] += count
			left[whole] -= count
		}
	}
	for whole, count := range left {
		counts[whole] += count
	}
	var out []signal
	for of, count := range counts {
		labels := map[string]string{"rule": of.reason}
		for name, value := range map[string]string{"site": of.site, "line": of.line, "equipment": of.equipment} {
			if value != "" {
				labels[name] = value
			}
		}
		out = append(out, signal{Value: float64(count), Labels: labels})
	}
	return out, nil
}

// sendersOf counts inputs of one site and reason by the machine that their topic names.
func sendersOf(whole sender, topics *table.Column) map[sender]int64 {
	counts := map[sender]int64{}
	for row := range topics.Len() {
		if topic, ok := topics.Text(row); ok {
			of := whole
			of.line, of.equipment = placeOfTopic(topic)
			counts[of]++
		}
	}
	delete(counts, whole)
	if len(counts) <= maxSenders {
		return counts
	}
	var all []sender
	for of := range counts {
		all = append(all, of)
	}
	slices.SortFunc(all, func(a, b sender) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.line, b.line), cmp.Compare(a.equipment, b.equipment))
	})
	for _, of := range all[maxSenders:] {
		delete(counts, of)
	}
	return counts
}

// placeOfTopic reads umh/v1/<enterprise>/<site>/<area>/<line>/<equipment>/…; nothing of a topic that is none.
func placeOfTopic(topic string) (line, equipment string) {
	const lineAt, equipmentAt = 5, 6
	parts := strings.Split(topic, "/")
	if len(parts) <= equipmentAt || parts[0] != "umh" || parts[1] != "v1" {
		return "", ""
	}
	for _, part := range parts[lineAt : equipmentAt+1] {
		if source.CheckIdentifier("topic", part) != nil {
			return "", ""
		}
	}
	return parts[lineAt], parts[equipmentAt]
}
