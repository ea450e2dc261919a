package main

import (
	"strings"
	"testing"
)

func command(args []string, input string) (code int, out, problems string) {
	var o, p strings.Builder
	code = run(args, strings.NewReader(input), &o, &p)
	return code, o.String(), p.String()
}

func TestAProblemIsAnsweredByOneLine(t *testing.T) {
	code, out, problems := command(nil, `{"kind":"c","values":[16,14,28,12]}`)
	if code != 0 || problems != "" || !strings.Contains(out, `"centre":17.5`) || strings.Count(out, "\n") != 1 {
		t.Errorf("%d %q %q", code, out, problems)
	}
}

func TestABadProblemIsExitTwoAndASentenceThatNamesTheField(t *testing.T) {
	for input, want := range map[string]string{
		`{"kind":"i-mr","values":[1,"x"]}`:                        `spc: values[1]: must be a finite number or null, not "x"`,
		`{"kind":"i-mr","values":[1,1e999]}`:                      "spc: values[1]: must be 0 or of a size from 1e-100 to 1e+100, not Infinity",
		`{"kind":"p","values":[1]}`:                               "spc: sizes: is missing: units inspected, one number or one a point",
		`{"kind":"p","values":[3],"sizes":[2]}`:                   "spc: values[0]: 3 is not a count out of 2",
		`{"kind":"i-mr","values":[1,2],"lamda":1}`:                "spc: lamda: unknown field; known here: ",
		`{"kind":"capability","values":[1,2]}`:                    "spc: spec: is missing",
		`{"kind":"xbar-r","values":[1,2,3],"sizes":[2,2]}`:        "spc: sizes: add up to 4, but there are 3 values",
		`{"kind":"i-mr","values":[1,2],"spec":{"lsl":3,"usl":2}}`: "spc: spec.lsl: must lie below usl (2), not at 3",
		`{"kind":"magic"}`:                                        "spc: kind: must be one of i-mr, ",
		`{"values":[1]}`:                                          "spc: kind: is missing",
		`[1]`:                                                     "spc: problem: must be a JSON object, not a list",
		`not json`:                                                "spc: standard input is not JSON: ",
		`{"kind":"c","values":[1]} {}`:                            "spc: standard input is not JSON: ",
		``:                                                        "spc: standard input is not JSON: ",
	} {
		code, out, problems := command(nil, input)
		if code != 2 || out != "" || !strings.HasPrefix(problems, want) || strings.Count(problems, "\n") != 1 {
			t.Errorf("%s: %d %q %q", input, code, out, problems)
		}
	}
	if code, _, problems := command([]string{"--help"}, ""); code != 2 || !strings.Contains(problems, "--lines") {
		t.Errorf("an unknown option: %d %q", code, problems)
	}
}

func TestEveryLineIsAProblemOfItsOwn(t *testing.T) {
	code, out, _ := command([]string{"--lines"}, "{\"kind\":\"c\",\"values\":[2]}\n\n{\"kind\":\"c\"}\nnonsense")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if code != 0 || len(lines) != 3 || !strings.Contains(lines[0], `"centre":2`) ||
		lines[1] != `{"error":"values: is missing: counts in process order; null is missing"}` || !strings.HasPrefix(lines[2], `{"error":"standard input is not JSON`) {
		t.Errorf("%d %q", code, out)
	}
}
