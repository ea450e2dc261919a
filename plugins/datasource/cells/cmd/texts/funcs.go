package main

import (
	"fmt"
	"math"
	"net/url"
	"regexp"
	"strings"
	"text/template"
	"time"

	"github.com/prometheus/common/helpers/templates"
	"github.com/prometheus/common/model"
)

// ruleFuncs are the functions of Prometheus' templates that annotations and labels may use, by Prometheus' names. A template that
// uses another one cannot be read, which says its name.
func ruleFuncs(external *url.URL) template.FuncMap {
	return template.FuncMap{
		"args": func(args ...any) map[string]any {
			named := map[string]any{}
			for i, arg := range args {
				named[fmt.Sprintf("arg%d", i)] = arg
			}
			return named
		},
		"reReplaceAll": reReplaceAll,
		"match":        regexp.MatchString,
		"toUpper":      strings.ToUpper,
		"toLower":      strings.ToLower,
		"humanize": func(v any) (string, error) {
			return humanize(v, 1000, []string{"k", "M", "G", "T", "P", "E", "Z", "Y"}, small)
		},
		"humanize1024": func(v any) (string, error) {
			return humanize(v, 1024, []string{"ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"}, nil)
		},
		"humanizeDuration":  templates.HumanizeDuration,
		"humanizeTimestamp": templates.HumanizeTimestamp,
		"humanizePercentage": func(in any) (string, error) {
			v, err := templates.ConvertToFloat(in)
			return fmt.Sprintf("%.4g%%", v*100), err
		},
		"parseDuration": func(text string) (float64, error) {
			v, err := model.ParseDuration(text)
			return time.Duration(v).Seconds(), err
		},
		"pathPrefix":  func() string { return external.Path },
		"externalURL": external.String,
	}
}

var small = []string{"m", "u", "n", "p", "f", "a", "z", "y"}

// humanize writes a number with four digits and the prefix of its size.
func humanize(in any, step float64, large, small []string) (string, error) {
	v, err := templates.ConvertToFloat(in)
	if err != nil {
		return "", err
	}
	prefix := ""
	for i := 0; i < len(large) && math.Abs(v) >= step && !math.IsInf(v, 0); i++ {
		v, prefix = v/step, large[i]
	}
	for i := 0; i < len(small) && math.Abs(v) < 1 && v != 0 && prefix != large[0]; i++ {
		v, prefix = v*step, small[i]
	}
	return fmt.Sprintf("%.4g%s", v, prefix), nil
}

func reReplaceAll(pattern, with, text string) (string, error) {
	found, err := regexp.Compile(pattern)
	if err != nil {
		return "", err
	}
	return found.ReplaceAllString(text, with), nil
}

func orNaN(number *float64) float64 {
	if number == nil {
		return math.NaN()
	}
	return *number
}
