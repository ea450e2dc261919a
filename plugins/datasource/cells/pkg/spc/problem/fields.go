package problem

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Error is a problem that cannot be answered as it stands; it names the field.
type Error struct{ Field, Message string }

func (e *Error) Error() string { return e.Field + ": " + e.Message }

// fields is typed access to an object; every complaint names the field. The first complaint ends the reading by panic, which
// Answer turns into an error: reading stays as plain as the format.
type fields struct {
	json  *object
	path  string
	asked map[string]bool
}

func complain(field, format string, args ...any) {
	panic(&Error{field, fmt.Sprintf(format, args...)})
}

func fieldsOf(value any, path string) *fields {
	o, ok := value.(*object)
	if !ok {
		if path == "" {
			path = "problem"
		}
		complain(path, "must be a JSON object")
	}
	return &fields{o, path, map[string]bool{}}
}

func (f *fields) name(field string) string {
	if f.path == "" {
		return field
	}
	return f.path + "." + field
}

// get gives a field; nil where it is absent or null.
func (f *fields) get(field string) any {
	f.asked[field] = true
	return f.json.values[field]
}

func (f *fields) has(field string) bool { return f.get(field) != nil }

// refuseOthers refuses what nobody asked for: a misspelt option must not be silently without effect.
func (f *fields) refuseOthers() {
	for _, key := range f.json.keys {
		if !f.asked[key] {
			known := make([]string, 0, len(f.asked))
			for name := range f.asked {
				known = append(known, name)
			}
			slices.Sort(known)
			complain(f.name(key), "unknown field; known here: %s", strings.Join(known, ", "))
		}
	}
}

// number gives a finite number of [low, high], or otherwise where the field is absent.
func (f *fields) number(field string, low, high, otherwise float64) float64 {
	value := f.get(field)
	if value == nil {
		return otherwise
	}
	x, ok := value.(float64)
	if !ok || math.IsInf(x, 0) {
		complain(f.name(field), "must be a finite number, not %s", shown(value))
	}
	if low, high := max(low, -largest), min(high, largest); x < low || x > high {
		complain(f.name(field), "must lie in %s … %s, not %s", bound(low), bound(high), bound(x))
	}
	return x
}

func bound(x float64) string {
	switch {
	case math.IsInf(x, 1):
		return "Infinity"
	case math.IsInf(x, -1):
		return "-Infinity"
	}
	return label(x)
}

func (f *fields) any(field string, otherwise float64) float64 {
	return f.number(field, math.Inf(-1), math.Inf(1), otherwise)
}

func (f *fields) whole(field string, low, high, otherwise int) int {
	x := f.number(field, float64(low), float64(high), float64(otherwise))
	if x != math.Trunc(x) {
		complain(f.name(field), "must be a whole number, not %s", label(x))
	}
	return int(x)
}

// largest and smallest are the sizes of numbers that arithmetic with squares and products holds; of a plant nothing lies beyond.
const (
	largest  = 1e100
	smallest = 1e-100
)

// longestList is how many entries one list may have.
const longestList = 2_000_000

// most is the largest whole number a field takes where nothing else is said.
const most = 1_000_000_000

func (f *fields) need(field string) {
	if !f.has(field) {
		complain(f.name(field), "is missing")
	}
}

func (f *fields) flag(field string) bool {
	value := f.get(field)
	set, ok := value.(bool)
	if value != nil && !ok {
		complain(f.name(field), "must be true or false, not %s", shown(value))
	}
	return set
}

func (f *fields) text(field string) string {
	value := f.get(field)
	text, ok := value.(string)
	if value != nil && !ok {
		complain(f.name(field), "must be text, not %s", shown(value))
	}
	return text
}

// label gives a name: text, or a number as text; "" where the field is absent.
func (f *fields) label(field string) string {
	switch value := f.get(field).(type) {
	case nil:
		return ""
	case string:
		return value
	case float64:
		return bound(value)
	}
	complain(f.name(field), "must be text or a number")
	return ""
}

// choice gives one of the known words, otherwise where the field is absent.
func (f *fields) choice(field, otherwise string, known ...string) string {
	if !f.has(field) {
		return otherwise
	}
	text := f.text(field)
	if !slices.Contains(known, text) {
		complain(f.name(field), "must be one of %s, not %s", strings.Join(known, ", "), shown(text))
	}
	return text
}

// list is nil where the field is absent.
func (f *fields) list(field string) []any {
	value := f.get(field)
	list, ok := value.([]any)
	if value != nil && !ok {
		complain(f.name(field), "must be a list")
	}
	if len(list) > longestList {
		complain(f.name(field), "must have at most %d entries, not %d", longestList, len(list))
	}
	return list
}

// object is nil where the field is absent.
func (f *fields) object(field string) *fields {
	value := f.get(field)
	if value == nil {
		return nil
	}
	return fieldsOf(value, f.name(field))
}

// numbers has NaN for null; missing false refuses null. nil where the field is absent.
func (f *fields) numbers(field string, missing bool) []float64 {
	list := f.list(field)
	if list == nil {
		return nil
	}
	return numbersOf(list, f.name(field), missing)
}

func (f *fields) needNumbers(field string, missing bool) []float64 {
	f.need(field)
	return f.numbers(field, missing)
}

func numbersOf(list []any, name string, missing bool) []float64 {
	out := make([]float64, len(list))
	for i, value := range list {
		x, ok := value.(float64)
		if value == nil && missing {
			x, ok = math.NaN(), true
		}
		if !ok || math.IsInf(x, 0) {
			or := ""
			if missing {
				or = " or null"
			}
			complain(fmt.Sprintf("%s[%d]", name, i), "must be a finite number%s, not %s", or, shown(value))
		}
		if size := math.Abs(x); x != 0 && (size < smallest || size > largest) {
			complain(fmt.Sprintf("%s[%d]", name, i), "must be 0 or of a size from %s to %s, not %s",
				label(smallest), label(largest), label(x))
		}
		out[i] = x
	}
	return out
}

// indices are whole numbers of [0, high); nil where the field is absent.
func (f *fields) indices(field string, high int) []int {
	list := f.list(field)
	if list == nil {
		return nil
	}
	out := make([]int, len(list))
	for i, value := range list {
		x, ok := value.(float64)
		if !ok || x != math.Trunc(x) || x < 0 || x >= float64(high) {
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
	for i, value := range list {
		key, ok := value.(string)
		if x, number := value.(float64); number {
			key, ok = bound(x), true
		}
		if !ok {
			complain(fmt.Sprintf("%s[%d]", f.name(field), i), "must be text or a number")
		}
		id, seen := known[key]
		if !seen {
			id = len(out.names)
			known[key] = id
			out.names = append(out.names, key)
		}
		out.ids[i] = id
	}
	return out
}

// label writes a number as JavaScript does.
func label(x float64) string { return string(appendNumber(nil, x)) }
