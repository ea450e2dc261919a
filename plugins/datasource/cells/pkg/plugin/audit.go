package plugin

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/audit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// exportedAudit is what GET audit gives as JSON: each day with what shows that it was changed, each event with its hash.
type exportedAudit struct {
	From     string           `json:"from"`
	To       string           `json:"to"`
	Made     string           `json:"made"`
	Verified [2]string        `json:"verified"` // the first and the last day (UTC)
	Notices  []string         `json:"notices"`
	Days     []map[string]any `json:"days"`
	// Events bear their row as it is hashed, `row`, where the asker may see all of it.
	Events []map[string]any `json:"events"`
}

// auditFormats are what an audit is exported as.
var auditFormats = map[string]struct {
	kind  string
	write func(exportedAudit, *table.Table) ([]byte, error)
}{
	"json": {"application/json", func(of exportedAudit, _ *table.Table) ([]byte, error) { return json.MarshalIndent(of, "", " ") }},
	"csv":  {"text/csv; charset=utf-8", func(_ exportedAudit, events *table.Table) ([]byte, error) { return csvOf(events) }},
}

// getAudit gives a file of the events that were stored from `from` to `to` (Unix ms), each with its hash and what seals say of it.
func (d *Datasource) getAudit(w http.ResponseWriter, r *http.Request) error {
	scope, err := scopeOf(r)
	if err != nil {
		return err
	}
	if err := scope.Range.Check(); err != nil {
		return err
	}
	format := r.URL.Query().Get("format")
	as, known := auditFormats[format]
	if !known {
		return source.Mistake("format is %q; use csv or json", format)
	}
	user := backend.UserFromContext(r.Context())
	run := &source.Run{Source: d.source, Range: scope.Range, MayDecide: d.settings.may(user, toEvents, vocabulary.EventRelease)}
	if run.People, err = run.Privacy(r.Context()); err != nil {
		return err
	}
	answer, err := audit.Verify(r.Context(), run)
	if err != nil {
		return err
	}
	answer.Tell(run)
	all, rows := answer.Events(run.Range, listed(r.URL.Query()["kind"]))
	events, whole := audit.Shown(run.People, all)
	out := exportedAudit{
		From: rfc3339(scope.Range.From), To: rfc3339(scope.Range.To), Made: rfc3339(d.source.Now()),
		Verified: [2]string{string(answer.From), string(answer.To)}, Notices: []string{},
		Days: objects(answer.Days(run.Range, false)), Events: objects(events),
	}
	_, notices := run.Log.Told()
	for _, n := range notices {
		out.Notices = append(out.Notices, n.Text)
	}
	for i, row := range rows {
		if whole[i] {
			out.Events[i]["row"] = json.RawMessage(record.Canonical(row))
		}
	}
	body, err := as.write(out, events)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", as.kind)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Disposition", `attachment; filename="audit-`+string(answer.From)+"-"+string(answer.To)+"."+format+`"`)
	_, err = w.Write(body)
	return err
}

func rfc3339(at time.Time) string { return at.UTC().Format(time.RFC3339) }

// objects are the rows of a table, each with what it has.
func objects(of *table.Table) []map[string]any {
	out := make([]map[string]any, of.Len())
	for row := range out {
		out[row] = map[string]any{}
		for _, c := range of.Columns() {
			switch {
			case c.Missing(row):
			case c.Kind == table.Text:
				out[row][c.Name] = table.TextOr(c, row, "")
			case c.Kind == table.Time:
				out[row][c.Name] = time.Unix(0, table.IntOr(c, row, 0)).UTC().Format(time.RFC3339Nano)
			default:
				out[row][c.Name] = table.IntOr(c, row, 0)
			}
		}
	}
	return out
}

// csvOf is a table as CSV. A text that a spreadsheet would take for a formula begins with an apostrophe.
func csvOf(of *table.Table) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	line := make([]string, len(of.Columns()))
	for i, c := range of.Columns() {
		line[i] = c.Name
	}
	lines := [][]string{line}
	for _, row := range objects(of) {
		line := make([]string, len(of.Columns()))
		for i, c := range of.Columns() {
			text, _ := row[c.Name].(string)
			if strings.IndexAny(text, "=+-@\t\r") == 0 {
				text = "'" + text
			}
			line[i] = text
		}
		lines = append(lines, line)
	}
	err := w.WriteAll(lines)
	return out.Bytes(), err
}
