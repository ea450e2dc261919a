package source

import (
	"encoding/json"
	"reflect"
	"time"
)

// What a query may hold. More is refused by name; docs/datasource.md lists the bounds.
const (
	// maxQueryBytes holds a filter of maxFilterValues identifiers of full length.
	maxQueryBytes   = 2 << 20
	maxNames        = 500 // entries of any list but the values of a filter
	MaxColumns      = 200 // of a join
	maxFilters      = 50
	maxFilterValues = 20_000 // of all filters together
	maxValueText    = 256    // bytes of a filter's value
	maxPatternText  = 1_024  // bytes of a regular expression
)

// Ranges lie within these moments: nanoseconds reach no farther than 1678 to 2262, and nothing was measured before 1970.
var (
	earliest = time.Unix(0, 0)
	latest   = time.Date(2200, time.January, 1, 0, 0, 0, 0, time.UTC)
)

// Check tells of a range that holds nothing, or reaches beyond what can be stored.
func (r Range) Check() error {
	say := func(t time.Time) string { return t.UTC().Format(time.RFC3339) }
	if r.From.Before(earliest) || r.To.After(latest) {
		return Mistake("the time range from %s to %s reaches beyond %d to %d; choose one within", say(r.From), say(r.To), earliest.UTC().Year(), latest.Year())
	}
	if !r.From.Before(r.To) {
		return Mistake("the time range is empty: it begins at %s and ends at %s; let it end later than it begins", say(r.From), say(r.To))
	}
	return nil
}

// CanBeStored tells whether something can have been stored at a moment.
func CanBeStored(at time.Time) bool { return !at.Before(earliest) && !at.After(latest) }

// CheckSize refuses a query that is too long to be read.
func CheckSize(raw json.RawMessage) error {
	if len(raw) > maxQueryBytes {
		return Mistake("the query has %d bytes, at most %d are read; name fewer values, or a pattern in their place", len(raw), maxQueryBytes)
	}
	return nil
}

// CheckCount bounds a list; what names its entries in the error.
func CheckCount(what string, n, most int) error {
	if n > most {
		return Mistake("%d entries of %s, at most %d are read; name fewer, or none for all", n, what, most)
	}
	return nil
}

// CheckLists bounds every list of texts of a parsed query, whatever its type.
func CheckLists(query any) error {
	v := reflect.Indirect(reflect.ValueOf(query))
	if v.Kind() != reflect.Struct {
		return nil
	}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Type.Kind() != reflect.Slice || field.Type.Elem().Kind() != reflect.String || !field.IsExported() {
			continue
		}
		if err := CheckCount(field.Tag.Get("json"), v.Field(i).Len(), maxNames); err != nil {
			return err
		}
	}
	return nil
}
