package source

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Filter is Grafana's ad-hoc filter; Station limits it to one station where several are read.
type Filter struct {
	Key      string   `json:"key"`
	Operator string   `json:"operator"`
	Value    scalar   `json:"value,omitempty"`
	Values   []scalar `json:"values,omitempty"`
	Station  string   `json:"station,omitempty"`
}

// scalar reads a JSON string, number or boolean as text.
type scalar string

func (s *scalar) UnmarshalJSON(raw []byte) error {
	if len(raw) > 0 && raw[0] == '"' {
		var text string
		err := json.Unmarshal(raw, &text)
		*s = scalar(text)
		return err
	}
	if string(raw) == "null" {
		return nil
	}
	if len(raw) > 0 && (raw[0] == '{' || raw[0] == '[') {
		return fmt.Errorf("a filter's value is a text or a number")
	}
	*s = scalar(raw)
	return nil
}

// Filters are filters that were checked.
type Filters []CompiledFilter

// CompiledFilter is a filter that was checked.
type CompiledFilter struct {
	Filter
	Negative bool
	Texts    []string
	set      *influx.Texts // of texts, when they are more than a few
	number   float64
	pattern  *regexp.Regexp
}

// CompileFilters checks filters.
func CompileFilters(filters []Filter) (Filters, error) {
	if err := CheckCount("filters", len(filters), maxFilters); err != nil {
		return nil, err
	}
	values := 0
	for _, f := range filters {
		values += len(f.Values)
	}
	if err := CheckCount("the values of filters", values, maxFilterValues); err != nil {
		return nil, err
	}
	var out Filters
	for _, f := range filters {
		c, err := f.compile()
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

func (f Filter) compile() (CompiledFilter, error) {
	c := CompiledFilter{Filter: f, Negative: strings.HasPrefix(f.Operator, "!")}
	if err := CheckName("the key of a filter", f.Key); err != nil {
		return c, err
	}
	if f.Station != "" {
		if err := CheckName("the station of a filter", f.Station); err != nil {
			return c, err
		}
	}
	if !slices.Contains(vocabulary.FilterOperators, f.Operator) {
		return c, Mistake("filter on %s: operator %q is unknown; use one of %s", f.Key, f.Operator, strings.Join(vocabulary.FilterOperators, " "))
	}
	longest := maxValueText
	if f.Operator == "=~" || f.Operator == "!~" {
		longest = maxPatternText
	}
	for _, v := range append([]scalar{f.Value}, f.Values...) {
		if len(v) > longest {
			return c, Mistake("filter on %s: a value has %d characters, at most %d are compared", f.Key, len(v), longest)
		}
		if strings.HasPrefix(string(v), "$") || strings.Contains(string(v), "${") {
			return c, Mistake("filter on %s still holds a variable: %q; alert rules and provisioned queries need the value itself", f.Key, v)
		}
	}
	switch f.Operator {
	case "=|", "!=|":
		for _, v := range f.Values {
			c.Texts = append(c.Texts, string(v))
		}
		if f.Values == nil && f.Value != "" {
			c.Texts = []string{string(f.Value)}
		}
	case "=~", "!~":
		pattern, err := regexp.Compile(anchored(string(f.Value)))
		if err != nil {
			return c, Mistake("filter on %s: %q is not a regular expression: %s", f.Key, f.Value, err)
		}
		c.pattern = pattern
	case "=", "!=":
		value, err := f.single()
		if err != nil {
			return c, err
		}
		c.Texts = []string{value}
	default:
		number, err := strconv.ParseFloat(string(f.Value), 64)
		if err != nil {
			return c, Mistake("filter on %s: %q is not a number, %s compares numbers only", f.Key, f.Value, f.Operator)
		}
		c.number = number
	}
	if len(c.Texts) > FewItems {
		c.set = influx.NewTexts(c.Texts)
	}
	return c, nil
}

// single is the one value that "=" compares, whether it stands alone or in a list; of several none could be left out in silence.
func (f Filter) single() (string, error) {
	switch {
	case len(f.Values) == 0:
		return string(f.Value), nil
	case len(f.Values) == 1 && f.Value == "":
		return string(f.Values[0]), nil
	}
	return "", Mistake("filter on %s: operator %s compares one value; use %s| for several", f.Key, f.Operator, f.Operator)
}

// holds tells whether a text is one of the filter's.
func (f CompiledFilter) holds(text string) bool {
	if f.set == nil {
		return slices.Contains(f.Texts, text)
	}
	return f.set.Has(text)
}

func anchored(pattern string) string { return "^(?:" + pattern + ")$" }

// For gives the filters that apply to a station.
func (fs Filters) For(station string) Filters {
	return slices.DeleteFunc(slices.Clone(fs), func(f CompiledFilter) bool { return f.Station != "" && f.Station != station })
}

// Keys are the columns the filters need.
func (fs Filters) Keys() []string {
	var keys []string
	for _, f := range fs {
		if !slices.Contains(keys, f.Key) {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// Conditions are those filters on the named tags that InfluxDB can apply while reading.
func (fs Filters) Conditions(tags ...string) []influx.Condition {
	var out []influx.Condition
	for _, f := range fs {
		if !slices.Contains(tags, f.Key) || (f.pattern == nil && len(f.Texts) == 0) || f.set != nil {
			continue // what InfluxDB is not asked for is filtered after reading
		}
		operator := strings.TrimSuffix(f.Operator, "|")
		values := make([]any, len(f.Texts))
		for i, text := range f.Texts {
			values[i] = text
		}
		if f.pattern != nil {
			values = []any{f.pattern.String()}
		}
		out = append(out, influx.Condition{Column: influx.Tag(f.Key), Operator: operator, Values: values})
	}
	return out
}

// Match tells which rows of a table pass all filters; a column that the table does not have is missing everywhere.
func (fs Filters) Match(rows *table.Table) func(row int) bool {
	var tests []func(row int) bool
	for _, f := range fs {
		tests = append(tests, f.test(rows.Column(f.Key)))
	}
	return func(row int) bool {
		for _, test := range tests {
			if !test(row) {
				return false
			}
		}
		return true
	}
}

func (f CompiledFilter) test(c *table.Column) func(row int) bool {
	positive := f.Compare
	return func(row int) bool {
		if c == nil || c.Missing(row) {
			return f.Negative || f.MatchesMissing()
		}
		text, number := valueOf(c, row)
		return positive(text, number) != f.Negative
	}
}

// MatchesMissing: only `= ""` asks for rows without a value.
func (f CompiledFilter) MatchesMissing() bool {
	return (f.Operator == "=" || f.Operator == "=|") && f.holds("")
}

// Compare is the operator without its negation.
func (f CompiledFilter) Compare(text string, number float64) bool {
	switch f.Operator {
	case "<":
		return number < f.number
	case "<=":
		return number <= f.number
	case ">":
		return number > f.number
	case ">=":
		return number >= f.number
	case "=~", "!~":
		return f.pattern.MatchString(text)
	default:
		return f.holds(text)
	}
}

// valueOf gives a value as text and as number; NaN when a text is no number, so that no comparison holds.
func valueOf(c *table.Column, row int) (text string, number float64) {
	switch c.Kind {
	case table.Int, table.Time:
		v, _ := c.Int(row)
		return strconv.FormatInt(v, 10), float64(v)
	case table.Float:
		v, _ := c.Float(row)
		return strconv.FormatFloat(v, 'f', -1, 64), v
	case table.Bool:
		v, _ := c.Bool(row)
		return strconv.FormatBool(v), NotANumber
	default:
		v, _ := c.Text(row)
		if n, err := strconv.ParseFloat(v, 64); err == nil {
			return v, n
		}
		return v, NotANumber
	}
}
