package query

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// telling is what a query asks for people rather than rules: a tile or a list without rows must say why there are none,
// for Grafana's own panels show a failed query and an empty answer alike.
type telling struct {
	Count bool   `json:"count"` // one row in place of the rows: how many there are, or why that cannot be said
	Note  string `json:"note"`  // a text column; one more row says in it why there are no rows, or that some were cut

	nothingChosen *source.Reason
}

const countFrame = "count"

func parseTelling(raw json.RawMessage) (telling, error) {
	var t telling
	if err := Decode(raw, &t); err != nil {
		return t, err
	}
	if t.Note != "" {
		if err := source.CheckName("the column of the note", t.Note); err != nil {
			return t, err
		}
	}
	if !t.asked() {
		return t, nil
	}
	var err error
	t.nothingChosen, err = nothingChosen(raw)
	return t, err
}

func (t telling) asked() bool { return t.Count || t.Note != "" }

// nothingChosen is the reason of a filter that nothing passes: a variable of the dashboard without a value.
func nothingChosen(raw json.RawMessage) (*source.Reason, error) {
	var q struct {
		Filters []source.Filter `json:"filters"`
	}
	if err := Decode(raw, &q); err != nil {
		return nil, err
	}
	for _, f := range q.Filters {
		if f.Operator == "=|" && len(f.Values) == 0 && f.Value == "" {
			return &source.Reason{Word: "nothing chosen", Sentence: fmt.Sprintf("Nothing is chosen for %s, so nothing was looked at.", f.Key)}, nil
		}
	}
	return nil, nil
}

// told gives the frames what the query asked to be told.
func (t telling) told(run *source.Run, frames data.Frames) (data.Frames, error) {
	if !t.asked() || len(frames) == 0 {
		return frames, nil
	}
	why := t.nothingChosen
	if why == nil {
		why = run.Log.Why()
	}
	if t.Count {
		return data.Frames{countOf(run, frames[0], why)}, nil
	}
	return t.noted(run, frames, why)
}

// countOf is one row: the number, missing where it cannot be said, and the text that stands for it.
func countOf(run *source.Run, frame *data.Frame, why *source.Reason) *data.Frame {
	count := float64(frame.Rows())
	if run.Counted != nil {
		count = *run.Counted
	}
	number, text := &count, strconv.FormatFloat(count, 'f', -1, 64)
	switch {
	case run.Log.WasCut():
		number, text = nil, "more than "+text
	case count == 0 && why != nil && why.Word != "":
		number, text = nil, why.Word
		run.Warn("%s", why.Sentence)
	}
	out := data.NewFrame(countFrame, data.NewField("count", nil, []*float64{number}), data.NewField("text", nil, []string{text}))
	out.Meta = &data.FrameMeta{Type: data.FrameTypeTable, TypeVersion: data.FrameTypeVersion{0, 1}}
	return out
}

// noted adds the row with the sentence to the first frame, all of whose other columns may be missing then.
func (t telling) noted(run *source.Run, frames data.Frames, why *source.Reason) (data.Frames, error) {
	frame, sentence := frames[0], ""
	switch {
	case run.Log.WasCut():
		sentence = "Cut: there is more than could be read."
	case frame.Rows() > 0:
		return frames, nil
	case why != nil:
		sentence = why.Sentence
	default:
		sentence = "Nothing in this time range."
	}
	at := slices.IndexFunc(frame.Fields, func(f *data.Field) bool { return f.Name == t.Note })
	if at < 0 || frame.Fields[at].Type().NonNullableType() != data.FieldTypeString {
		return nil, source.Mistake("note: the answer has no text column %q", t.Note)
	}
	for i, f := range frame.Fields {
		frame.Fields[i] = withOneMore(f)
	}
	frame.Fields[at].Set(frame.Rows()-1, &sentence)
	return frames, nil
}

// withOneMore is the field as one that may miss values, with a row more, whose value is missing.
func withOneMore(f *data.Field) *data.Field {
	out := data.NewFieldFromFieldType(f.Type().NullableType(), f.Len()+1)
	out.Name, out.Labels, out.Config = f.Name, f.Labels, f.Config
	for row := range f.Len() {
		if v, ok := f.ConcreteAt(row); ok {
			out.SetConcrete(row, v)
		}
	}
	return out
}
