package problem

import (
	"encoding/json"
	"fmt"
	"math"
)

// Error is a problem that cannot be answered as it stands; it names the field.
type Error struct{ Field, Message string }

func (e *Error) Error() string { return e.Field + ": " + e.Message }

// fields is typed access to an object that fits the schema; what it complains of is what one field asks of another. The first
// complaint ends the reading by panic, which Answer turns into an error: reading stays as plain as the format.
type fields struct {
	json map[string]any
	path string
}

func complain(field, format string, args ...any) {
	panic(&Error{field, fmt.Sprintf(format, args...)})
}

func (f *fields) name(field string) string {
	if f.path == "" {
		return field
	}
	return f.path + "." + field
}

func (f *fields) has(field string) bool { return f.json[field] != nil }

// need complains of a field that another one makes necessary.
func (f *fields) need(field string) {
	if !f.has(field) {
		complain(f.name(field), "is missing")
	}
}

// value is otherwise where a field is absent.
func value[T any](f *fields, field string, otherwise T) T {
	if stated, ok := f.json[field].(T); ok {
		return stated
	}
	return otherwise
}

func (f *fields) number(field string, otherwise float64) float64 { return value(f, field, otherwise) }

func (f *fields) whole(field string, otherwise int) int {
	return int(value(f, field, float64(otherwise)))
}

func (f *fields) flag(field string) bool { return value(f, field, false) }

func (f *fields) text(field, otherwise string) string { return value(f, field, otherwise) }

// list is nil where the field is absent.
func (f *fields) list(field string) []any { return value[[]any](f, field, nil) }

// object is nil where the field is absent.
func (f *fields) object(field string) *fields {
	own := value[map[string]any](f, field, nil)
	if own == nil {
		return nil
	}
	return &fields{own, f.name(field)}
}

// objects are the objects of a list; nil where the field is absent.
func (f *fields) objects(field string) (all []*fields) {
	for i, entry := range f.list(field) {
		own, _ := entry.(map[string]any)
		all = append(all, &fields{own, fmt.Sprintf("%s[%d]", f.name(field), i)})
	}
	return all
}

// numbers has NaN for null; nil where the field is absent.
func (f *fields) numbers(field string) []float64 { return numbersOf(f.list(field)) }

// numbersOf is nil for nil.
func numbersOf(list []any) []float64 {
	if list == nil {
		return nil
	}
	out := make([]float64, len(list))
	for i, entry := range list {
		x, ok := entry.(float64)
		if !ok {
			x = math.NaN()
		}
		out[i] = x
	}
	return out
}

// indices are whole numbers of [0, high); nil where the field is absent.
func (f *fields) indices(field string, high int) []int {
	list := f.numbers(field)
	if list == nil {
		return nil
	}
	out := make([]int, len(list))
	for i, x := range list {
		if x >= float64(high) {
			complain(fmt.Sprintf("%s[%d]", f.name(field), i), "must be a whole number from 0 to %d", high-1)
		}
		out[i] = int(x)
	}
	return out
}

// flags sets the listed places; nil where the field is absent.
func (f *fields) flags(field string, count int) []bool {
	places := f.indices(field, count)
	if places == nil {
		return nil
	}
	set := make([]bool, count)
	for _, i := range places {
		set[i] = true
	}
	return set
}

// labels are names (text or numbers) turned into numbers from 0 in order of appearance.
type labels struct {
	ids   []int
	names []string
}

func (f *fields) labels(field string, count int) *labels {
	list := f.list(field)
	if list == nil {
		return nil
	}
	if len(list) != count {
		complain(f.name(field), "must have one entry a value: %d, not %d", count, len(list))
	}
	out := &labels{ids: make([]int, count)}
	known := map[string]int{}
	for i, entry := range list {
		name := key(entry)
		id, seen := known[name]
		if !seen {
			id = len(out.names)
			known[name] = id
			out.names = append(out.names, name)
		}
		out.ids[i] = id
	}
	return out
}

// key is a name: text, or a number as text.
func key(value any) string {
	switch v := value.(type) {
	case float64:
		return label(v)
	case json.Number:
		if v == negativeInfinity {
			return "-Infinity"
		}
		return "Infinity"
	}
	text, _ := value.(string)
	return text
}

// label writes a number as JavaScript does.
func label(x float64) string { return string(appendNumber(nil, x)) }
