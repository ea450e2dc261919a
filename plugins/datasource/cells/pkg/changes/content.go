// Package changes says what a proposed change of control limits or of the plan is, who approved it, and the rows that put it in force. Pure.
package changes

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// Row is what a row of the plan says, without when and by whom.
type Row struct {
	Measurement string            `json:"measurement"`
	Tags        map[string]string `json:"tags"`
	// Fields are float64, int64, texts or bool, as plan.Columns has them.
	Fields map[string]any `json:"fields"`
	// Withdraws is true of one that ends what was in force.
	Withdraws bool `json:"withdraws,omitempty"`
}

// Content is what is proposed.
type Content struct {
	// BasedOn is the revision that the proposer saw: of the row that is changed, or of the plan; 0: there was none.
	BasedOn int64 `json:"based_on"`
	Rows    []Row `json:"rows"`
}

// Text is the content as it is stored, with its SHA-256.
func (c Content) Text() (text, sha256 string) {
	out, err := json.Marshal(c)
	if err != nil {
		panic(err) // it was read from JSON
	}
	return string(out), record.SHA256(string(out))
}

// ContentOf reads a stored content.
func ContentOf(text string) (c Content, err error) {
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	if err := decoder.Decode(&c); err != nil {
		return c, fmt.Errorf("the content of the proposal cannot be read: %w", err)
	}
	for i := range c.Rows {
		if problem := c.Rows[i].settle(); problem != "" {
			return c, fmt.Errorf("the content of the proposal cannot be read: %s", problem)
		}
	}
	return c, nil
}

// name is a row in a sentence.
func (r Row) name() string {
	text := r.Measurement
	for _, tag := range slices.Sorted(maps.Keys(r.Tags)) {
		if r.Tags[tag] != plan.Any {
			text += " " + r.Tags[tag]
		}
	}
	return text
}

// settle gives the fields of a row the types that they are stored with, or says what of it is none of the plan's.
func (r *Row) settle() string {
	columns, known := plan.Columns[r.Measurement]
	if !known {
		return fmt.Sprintf("%q is no measurement of the plan", r.Measurement)
	}
	if given := slices.Sorted(maps.Keys(r.Tags)); !slices.Equal(given, slices.Sorted(slices.Values(columns.Tags))) {
		return fmt.Sprintf("a row of %s has the tags %s, not %s", r.Measurement, strings.Join(columns.Tags, ", "), strings.Join(given, ", "))
	}
	for tag, value := range r.Tags {
		if value == "" || len(value) > maxTag || strings.ContainsAny(value, "\n\r\\") {
			return fmt.Sprintf("tag %s of %s is %q", tag, r.Measurement, value)
		}
	}
	for name, value := range r.Fields {
		typed, fits := asType(columns.Fields[name], value)
		if !fits {
			return fmt.Sprintf("%s of %s is %v, which is no %s", name, r.name(), value, orUnknown(columns.Fields[name]))
		}
		r.Fields[name] = typed
	}
	return ""
}

const maxTag = 256

func orUnknown(of string) string {
	if of == "" {
		return "field of the plan"
	}
	return of
}

func asType(of string, value any) (any, bool) {
	switch v := value.(type) {
	case int64:
		return v, of == "int"
	case float64:
		if of == "int" && v == math.Trunc(v) && math.Abs(v) <= 1<<53 {
			return int64(v), true
		}
		return v, of == "float"
	case string:
		return v, of == "text" && v != ""
	case bool:
		return v, of == "bool"
	}
	return nil, false
}

// hash is the SHA-256 of what a row says, as `plan push` writes it.
func (r Row) hash() string {
	pairs := func(of map[string]any) [][]any {
		out := [][]any{}
		for _, name := range slices.Sorted(maps.Keys(of)) {
			out = append(out, []any{name, of[name]})
		}
		return out
	}
	tags := map[string]any{}
	for name, v := range r.Tags {
		tags[name] = v
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode([]any{r.Measurement, pairs(tags), pairs(r.Fields)}); err != nil {
		panic(err) // texts, numbers and booleans
	}
	return record.SHA256(strings.TrimSuffix(text.String(), "\n"))
}

// second in milliseconds and nanoseconds.
const (
	secondMs = 1000
	secondNs = int64(1e9)
)

// Stored are the rows that put a proposal in force from the second on in which it was approved for good, of a revision.
func (p Proposal) Stored(revision int64) []record.Row {
	by := p.approvers()
	var out []record.Row
	for _, row := range p.Content.Rows {
		fields := maps.Clone(row.Fields)
		if fields == nil {
			fields = map[string]any{}
		}
		if row.Measurement == limitMeasurement {
			fields["approved_by"] = by
		}
		hash := Row{row.Measurement, row.Tags, maps.Clone(fields), false}.hash()
		decided := p.Decided()
		maps.Copy(fields, map[string]any{
			"revision": revision, "recorded_ms": decided.ReceivedMs, "active": !row.Withdraws, "author": p.Event.Author, "sha256": hash, "origin": p.origin(),
		})
		if reason := strings.TrimSpace(p.Event.Text + " (approved by " + by + ", proposal " + p.ID() + ")"); reason != "" {
			fields["reason"] = strings.ReplaceAll(reason, "\n", " ")
		}
		out = append(out, record.Row{
			Measurement: row.Measurement, Tags: row.Tags, Fields: fields, NS: decided.ReceivedMs/secondMs*secondNs + revision,
		})
	}
	return out
}

// InForce tells whether the rows of a proposal are stored.
func (p Proposal) InForce(of *plan.Plan) bool {
	decided := p.Decided()
	return decided != nil && !slices.ContainsFunc(p.Content.Rows, func(row Row) bool {
		return !of.Recorded(row.Measurement, row.Tags, decided.ReceivedMs)
	})
}

// Stale says by what a proposal was overtaken; "" where it still changes what its proposer saw.
func (p Proposal) Stale(of *plan.Plan) string {
	if p.Event.TargetType == TargetPlan {
		if now := of.Revision(originPlan); now != p.Content.BasedOn {
			return fmt.Sprintf("it is based on revision %d of the plan, and revision %d was pushed since", p.Content.BasedOn, now)
		}
		return ""
	}
	for _, row := range p.Content.Rows {
		var now int64
		newest := of.Newest(row.Measurement, row.Tags)
		if newest != nil {
			now = newest.Revision
		}
		if now != p.Content.BasedOn {
			return fmt.Sprintf("it is based on revision %d of %s, which revision %s replaced", p.Content.BasedOn, row.name(), strconv.FormatInt(now, 10))
		}
	}
	return ""
}
