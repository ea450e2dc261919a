package spc

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// bound is what a number may be; a nil end does not exist.
type bound struct {
	Above   *float64 `json:"above"`
	Least   *float64 `json:"least"`
	Below   *float64 `json:"below"`
	Most    *float64 `json:"most"`
	Whole   bool     `json:"whole"`
	BelowOf string   `json:"belowOf"`
}

//go:embed limitparameters.json
var limitParametersFile []byte

// limitParameters are the bounds of the numbers of control limits by name, and what each model demands beyond them.
var limitParameters = func() (table struct {
	Parameters map[string]bound            `json:"parameters"`
	Models     map[string]map[string]bound `json:"models"`
}) {
	if err := json.Unmarshal(limitParametersFile, &table); err != nil {
		panic(err)
	}
	return table
}()

// KnownLimitModel tells whether control limits can be of a kind.
func KnownLimitModel(kind string) bool {
	_, known := limitParameters.Models[kind]
	return known
}

// LimitFaults says in words why control limits of a kind cannot be: a number that the model needs and that is missing, or one
// outside what it may be. value gives a number of the limits by the name of its column, nil where it is not stated. The empty
// kind is normal; of a kind that is not known nothing is said.
func LimitFaults(kind string, value func(name string) *float64) []string {
	if kind == "" {
		kind = "normal"
	}
	model, known := limitParameters.Models[kind]
	if !known {
		return nil
	}
	names := make([]string, 0, len(limitParameters.Parameters))
	for name := range limitParameters.Parameters {
		names = append(names, name)
	}
	slices.Sort(names)
	var out []string
	for _, name := range names {
		demanded, needed := model[name]
		v := value(name)
		switch {
		case v == nil && (needed || name == "centre"):
			out = append(out, name+" is missing")
		case v == nil:
		case !limitParameters.Parameters[name].holds(*v, value):
			out = append(out, fmt.Sprintf("%s is %s and must be %s", name, spelled(*v), limitParameters.Parameters[name]))
		case needed && !demanded.holds(*v, value):
			out = append(out, fmt.Sprintf("%s is %s and must be %s", name, spelled(*v), demanded))
		}
	}
	return out
}

func (b bound) holds(v float64, other func(name string) *float64) bool {
	if math.IsNaN(v) || math.IsInf(v, 0) || b.Whole && v != math.Trunc(v) {
		return false
	}
	if b.BelowOf != "" {
		if end := other(b.BelowOf); end != nil && v >= *end {
			return false
		}
	}
	return (b.Above == nil || v > *b.Above) && (b.Least == nil || v >= *b.Least) && (b.Below == nil || v < *b.Below) && (b.Most == nil || v <= *b.Most)
}

// String is the bound in words, as the check of a plan file says it.
func (b bound) String() string {
	var ends []string
	for _, end := range []struct {
		word string
		v    *float64
	}{{"above ", b.Above}, {"at least ", b.Least}, {"below ", b.Below}, {"at most ", b.Most}} {
		if end.v != nil {
			ends = append(ends, end.word+spelled(*end.v))
		}
	}
	if b.BelowOf != "" {
		ends = append(ends, "below "+b.BelowOf)
	}
	if len(ends) == 0 {
		return "a number"
	}
	words := strings.Join(ends, " and ")
	if b.Whole {
		return "whole and " + words
	}
	return words
}

func spelled(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
