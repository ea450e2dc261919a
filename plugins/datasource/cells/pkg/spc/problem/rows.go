package problem

import (
	"fmt"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// nested are the numbers of lists one after the other, and where each list starts.
func nested(lists []any) (values []float64, starts []int) {
	starts = make([]int, len(lists))
	for i, list := range lists {
		starts[i] = len(values)
		values = append(values, numbersOf(list.([]any))...)
	}
	return values, starts
}

// startsOf reads sizes for flat values: one size for all (the last subgroup may be shorter) or one a subgroup.
func startsOf(f *fields, count int) []int {
	starts := []int{}
	if size, one := f.json["sizes"].(float64); one {
		for at := 0; at < count; at += int(size) {
			starts = append(starts, at)
		}
		return starts
	}
	at := 0
	for _, size := range f.numbers("sizes") {
		starts = append(starts, min(at, count))
		at += int(size)
	}
	if at != count {
		complain(f.name("sizes"), "add up to %d, but there are %d values", at, count)
	}
	return starts
}

// refuseBoth: of two ways to give the data only one.
func refuseBoth(f *fields, other string) {
	if f.has(other) {
		complain(f.name(other), "give either %s or subgroups", other)
	}
}

func rows(f *fields) spc.Data {
	if !f.has("subgroups") {
		f.need("rows")
		values, starts := nested(f.list("rows"))
		return spc.Data{Values: values, Columns: columns(values, starts, f.name("rows"))}
	}
	refuseBoth(f, "rows")
	var flat []any
	inner := []int{}
	for _, list := range f.list("subgroups") {
		inner = append(inner, len(flat))
		flat = append(flat, list.([]any)...)
	}
	values, starts := nested(flat)
	return spc.Data{Values: values, Starts: inner, Columns: columns(values, starts, f.name("subgroups"))}
}

func columns(values []float64, starts []int, name string) int {
	count := len(values)
	if len(starts) > 1 {
		count = starts[1]
	}
	for i, from := range starts {
		to := len(values)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		if to-from != count {
			complain(fmt.Sprintf("%s[%d]", name, i), "must have %d numbers like the first row", count)
		}
	}
	if count == 0 {
		complain(name, "has no numbers")
	}
	return count
}

func streams(f *fields) spc.Data {
	values := f.numbers("values")
	windows := f.labels("windows", len(values)).ids
	starts := []int{}
	for i, id := range windows {
		if i > 0 && id == windows[i-1] {
			continue
		}
		if id != len(starts) {
			complain(fmt.Sprintf("%s[%d]", f.name("windows"), i), "returns to an earlier window; sort by window")
		}
		starts = append(starts, i)
	}
	return spc.Data{Values: values, Starts: starts}
}

func subgroupsOrValues(f *fields, needsSubgroups bool) spc.Data {
	if f.has("subgroups") {
		refuseBoth(f, "values")
		if f.has("sizes") {
			complain(f.name("sizes"), "belong to values; subgroups have their own")
		}
		values, starts := nested(f.list("subgroups"))
		return spc.Data{Values: values, Starts: starts}
	}
	f.need("values")
	values := f.numbers("values")
	if f.has("sizes") {
		return spc.Data{Values: values, Starts: startsOf(f, len(values))}
	}
	if needsSubgroups {
		complain(f.name("subgroups"), "is missing (or give values with sizes)")
	}
	return spc.Data{Values: values}
}

// readData reads values, subgroups or rows, as the input of a chart takes them.
func readData(f *fields, kind string) spc.Data {
	switch kind {
	case "rows":
		return rows(f)
	case "streams":
		return streams(f)
	case "subgroups", "values-or-subgroups":
		return subgroupsOrValues(f, kind == "subgroups")
	}
	return spc.Data{Values: f.numbers("values")}
}
