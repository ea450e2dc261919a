// goArrows prints, for each folder of Go files below the folders named, which file uses a declaration of which other file of the
// same package: `{"folder/a.go":["folder/b.go"]}`, folders relative to the first argument. Tests are left out. It needs the
// standard library only; what other packages declare is not resolved.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	root := os.Args[1]
	folders := map[string][]string{}
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && slices.Contains([]string{"node_modules", "testdata", "dist", ".git"}, entry.Name()) {
			return filepath.SkipDir
		}
		if strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
			folders[filepath.Dir(file)] = append(folders[filepath.Dir(file)], file)
		}
		return nil
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	out := map[string][]string{}
	for folder, files := range folders {
		for from, to := range arrowsOf(folder, files) {
			place := func(file string) string {
				relative, _ := filepath.Rel(root, file)
				return filepath.ToSlash(relative)
			}
			out[place(from)] = []string{}
			for _, file := range to {
				out[place(from)] = append(out[place(from)], place(file))
			}
		}
	}
	_ = json.NewEncoder(os.Stdout).Encode(out)
}

// nothing imports packages as empty ones: arrows within a package need no others.
type nothing map[string]*types.Package

func (n nothing) Import(name string) (*types.Package, error) {
	if n[name] == nil {
		n[name] = types.NewPackage(name, path.Base(name))
		n[name].MarkComplete()
	}
	return n[name], nil
}

// arrowsOf is, by file of a package, the sorted other files whose declarations it uses.
func arrowsOf(folder string, files []string) map[string][]string {
	set := token.NewFileSet()
	var parsed []*ast.File
	for _, file := range files {
		f, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		parsed = append(parsed, f)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: nothing{}, Error: func(error) {}}
	checked, _ := config.Check(folder, set, parsed, info)
	out := map[string][]string{}
	for _, file := range files {
		out[file] = nil
	}
	for used, object := range info.Uses {
		if object.Pkg() != checked || !object.Pos().IsValid() {
			continue
		}
		from, to := set.Position(used.Pos()).Filename, set.Position(object.Pos()).Filename
		if from != to && !slices.Contains(out[from], to) {
			out[from] = append(out[from], to)
		}
	}
	for _, to := range out {
		slices.Sort(to)
	}
	return out
}
