package main

import (
	"go/parser"
	"go/token"
	"os"
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

// layers is what each package may import of this module, and whether it may see Grafana.
var layers = map[string]struct {
	may     []string
	grafana bool
}{
	"table":  {nil, true},
	"join":   {[]string{"table"}, false},
	"spc":    {[]string{"table"}, false},
	"plan":   {[]string{"table"}, false},
	"influx": {[]string{"table"}, false},
	"query":  {[]string{"influx", "join", "plan", "spc", "table"}, true},
	"plugin": {[]string{"query"}, true},
}

func TestEveryPackageImportsOnlyTheLayersBelowIt(t *testing.T) {
	for layer, rule := range layers {
		files, err := filepath.Glob(filepath.Join(layer, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("package %s holds no files: %v", layer, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for _, path := range importsOf(t, file) {
				if below, is := strings.CutPrefix(path, own); is && !slices.Contains(rule.may, below) {
					t.Errorf("%s imports %s: %s may import %v", file, below, layer, rule.may)
				}
				if strings.HasPrefix(path, sdk) && !rule.grafana {
					t.Errorf("%s imports Grafana's SDK: only plugin, query and table may", file)
				}
			}
		}
	}
}

func TestEveryPackageHasALayer(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if _, known := layers[entry.Name()]; entry.IsDir() && !known {
			t.Errorf("package %s stands in no layer: add it to the list above", entry.Name())
		}
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
