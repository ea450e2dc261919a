package main

import (
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	own = "github.com/cellthread/cellthread/plugins/datasource/cells/pkg/"
	sdk = "github.com/grafana/grafana-plugin-sdk-go"
)

// rim is what stands on the sources: it may use the engine and all below it but influx.
var rim = []string{"calendar", "commands", "control", "genealogy", "holds", "join", "loss", "monitor", "plan", "proof", "query", "record", "retest", "source", "spc", "summary", "table", "visit", "vocabulary", "waiting", "watch"}

// layers is what each package may import of this module, and whether it may see Grafana. A package whose name ends in "test" holds
// what tests share: it may import its own layer, and only tests import it. "types/*" is every query type; none imports another.
var layers = map[string]struct {
	may     []string
	grafana bool
}{
	"vocabulary": {nil, false},
	"table":      {nil, true},
	"join":       {[]string{"retest", "table"}, false},
	"spc":        {[]string{"table", "vocabulary"}, false},
	"influx":     {[]string{"table"}, false},
	"genealogy":  {[]string{"table", "visit", "vocabulary"}, false},
	"calendar":   {nil, false},
	"visit":      {[]string{"table", "vocabulary"}, false},
	"plan":       {[]string{"table", "vocabulary"}, false},
	"holds":      {[]string{"genealogy", "record", "visit", "vocabulary"}, false},
	"retest":     {[]string{"visit", "vocabulary"}, false},
	"loss":       {[]string{"genealogy", "holds", "record", "vocabulary"}, false},
	"record":     {[]string{"plan", "table", "vocabulary"}, false},
	"summary":    {nil, false},
	"monitor":    {[]string{"spc", "summary", "table"}, false},
	"proof":      {[]string{"monitor", "spc", "summary", "vocabulary"}, false},
	"control":    {[]string{"calendar", "monitor", "plan", "retest", "spc", "summary", "table", "visit", "vocabulary"}, false},
	"source":     {[]string{"control", "holds", "influx", "join", "plan", "record", "retest", "table", "visit", "vocabulary"}, false},
	"watch":      {[]string{"control", "monitor", "plan", "retest", "source", "spc", "summary", "table", "visit", "vocabulary"}, false},
	"ledger":     {[]string{"plan", "record", "source", "table"}, false},
	"entry":      {[]string{"control", "plan", "record", "source", "vocabulary"}, false},
	"query":      {[]string{"calendar", "source", "vocabulary"}, true},

	"types/*":  {append([]string{"audit"}, rim...), true},
	"lookup":   {rim, false},
	"live":     {append([]string{"types/visits"}, rim...), true},
	"seals":    {[]string{"record", "table", "vocabulary"}, false},
	"waiting":  {[]string{"changes", "holds", "record", "vocabulary"}, false},
	"audit":    {[]string{"record", "seals", "source", "table", "vocabulary"}, false},
	"commands": {[]string{"holds", "plan", "record", "vocabulary"}, false},
	"changes":  {[]string{"control", "plan", "record", "source", "spc", "vocabulary"}, false},
	"gate":     {append([]string{"types/traveler"}, rim...), false},
	"keeper":   {append([]string{"audit", "ledger", "seals", "types/signals", "types/traveler"}, rim...), false},
	"types":    {[]string{"query", "retest", "source", "types/*", "visit", "vocabulary", "watch"}, false},
	"plugin":   {[]string{"audit", "changes", "commands", "entry", "gate", "holds", "ledger", "live", "lookup", "plan", "query", "record", "source", "table", "types", "vocabulary"}, true},

	"plan/pushed":       {[]string{"plan", "table", "vocabulary"}, false},
	"spc/problem":       {[]string{"spc"}, false},
	"table/tabletest":   {[]string{"table"}, false},
	"influx/influxtest": {[]string{"influx"}, false},
	"source/sourcetest": {[]string{"influx/influxtest", "source"}, false},
	"slowtest":          {nil, false},
}

// layerOf is the layer of a folder: its own, or that of all folders beside it.
func layerOf(folder string) string {
	if _, own := layers[folder]; own {
		return folder
	}
	return path.Dir(folder) + "/*"
}

// packages are all folders with Go files, however deep.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, entry os.DirEntry, err error) error {
		if folder := filepath.ToSlash(filepath.Dir(path)); err == nil && !entry.IsDir() && folder != "." && filepath.Ext(path) == ".go" {
			found[folder] = append(found[folder], path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestEveryPackageImportsOnlyTheLayersBelowIt(t *testing.T) {
	for folder, files := range packages(t) {
		layer := layerOf(folder)
		rule := layers[layer]
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for _, imported := range importsOf(t, file) {
				if below, is := strings.CutPrefix(imported, own); is && !slices.Contains(rule.may, below) && !slices.Contains(rule.may, layerOf(below)) {
					t.Errorf("%s imports %s: %s may import %v", file, below, layer, rule.may)
				}
				if strings.HasPrefix(imported, sdk) && !rule.grafana {
					t.Errorf("%s imports Grafana's SDK: its layer may not", file)
				}
			}
		}
	}
}

func TestEveryPackageHasALayerAndEveryLayerAPackage(t *testing.T) {
	found := map[string]bool{}
	for folder := range packages(t) {
		found[layerOf(folder)] = true
		if _, known := layers[layerOf(folder)]; !known {
			t.Errorf("package %s stands in no layer: add it to the list above", folder)
		}
	}
	for layer := range layers {
		if !found[layer] {
			t.Errorf("layer %s has no package", layer)
		}
	}
}

// validator holds problems against their schema: the spc command needs it, the plugin does not.
const validator = "github.com/santhosh-tekuri/jsonschema"

func TestThePluginDoesNotHoldTheValidatorOfProblems(t *testing.T) {
	all := packages(t)
	for folder, files := range all {
		for _, file := range files {
			for _, imported := range importsOf(t, file) {
				if strings.HasPrefix(imported, validator) && folder != "spc/problem" {
					t.Errorf("%s imports %s: only spc/problem may", file, imported)
				}
			}
		}
	}
	for layer, rule := range layers {
		if slices.Contains(rule.may, "spc/problem") {
			t.Errorf("%s may import spc/problem, which brings the validator into the plugin", layer)
		}
	}
	if imports := importsOf(t, "main.go"); slices.Contains(imports, own+"spc/problem") {
		t.Error("main.go imports spc/problem, which brings the validator into the plugin")
	}
}

func importsOf(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	paths := make([]string, 0, len(parsed.Imports))
	for _, spec := range parsed.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}
