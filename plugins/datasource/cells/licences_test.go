package cells_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// accepted says how each licence that the binary may contain begins to speak. MPL-2.0 stands here since the SDK's go-plugin
// carries it: it binds changes of its own files only.
var accepted = map[string]*regexp.Regexp{
	"Apache-2.0": regexp.MustCompile(`Apache License\s+Version 2\.0`),
	"MIT":        regexp.MustCompile(`Permission is hereby granted, free of charge`),
	"BSD":        regexp.MustCompile(`Redistribution and use in source and binary forms`),
	"ISC":        regexp.MustCompile(`Permission to use, copy, modify, and(/or)? distribute this software for any`),
	"MPL-2.0":    regexp.MustCompile(`Mozilla Public License,? [Vv]ersion 2\.0`),
	"CC0-1.0":    regexp.MustCompile(`CC0 1\.0 Universal`),
}

func TestEveryModuleInTheBinaryHasALicenceThatApacheSoftwareMayContain(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}\t{{.Dir}}{{end}}", "./pkg").Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if path, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			modules[path] = dir
		}
	}
	if len(modules) < 20 {
		t.Fatalf("only %d modules: the list cannot be whole", len(modules))
	}
	for module, dir := range modules {
		if licence := licenceOf(dir); licence == "" {
			t.Errorf("%s: no licence among those accepted was found in %s", module, dir)
		}
	}
}

func licenceOf(dir string) string {
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, file := range files {
		if !regexp.MustCompile(`(?i)^(un)?licen[cs]e|^copying`).MatchString(filepath.Base(file)) {
			continue
		}
		text, err := os.ReadFile(file) //nolint:gosec // a file of the module cache
		if err != nil {
			continue
		}
		flat := strings.Join(strings.Fields(string(text)), " ")
		for name, pattern := range accepted {
			if pattern.MatchString(flat) {
				return name
			}
		}
	}
	return ""
}
