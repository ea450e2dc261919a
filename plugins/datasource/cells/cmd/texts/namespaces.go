package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/template"
	"time"
)

// namespaces are functions that Grafana's messages call with a dot: data.ToJSON, coll.Dict, tmpl.Exec, time.Now.
func namespaces(root *template.Template) template.FuncMap {
	return template.FuncMap{
		"data": func() dataFuncs { return dataFuncs{} },
		"coll": func() collFuncs { return collFuncs{} },
		"tmpl": func() tmplFuncs { return tmplFuncs{root} },
		"time": func() timeFuncs { return timeFuncs{} },
	}
}

type dataFuncs struct{}

func (dataFuncs) ToJSON(in any) (string, error) {
	text, err := json.Marshal(in)
	return string(text), err
}

func (dataFuncs) ToJSONPretty(indent string, in any) (string, error) {
	text, err := json.MarshalIndent(in, "", indent)
	return string(text), err
}

type collFuncs struct{}

func (collFuncs) Dict(in ...any) map[string]any {
	named := map[string]any{}
	for i := 0; i < len(in); i += 2 {
		var value any = ""
		if i+1 < len(in) {
			value = in[i+1]
		}
		named[fmt.Sprint(in[i])] = value
	}
	return named
}

func (collFuncs) Slice(in ...any) []any { return in }

func (collFuncs) Append(value any, list []any) []any { return append(list, value) }

type tmplFuncs struct{ root *template.Template }

func (t tmplFuncs) Exec(name string, data ...any) (string, error) {
	var in any
	if len(data) > 0 {
		in = data[0]
	}
	var out strings.Builder
	err := t.root.ExecuteTemplate(&out, name, in)
	return out.String(), err
}

type timeFuncs struct{}

func (timeFuncs) Now() time.Time { return time.Now() }
