package problem_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc/problem"
)

const corpus = "../../../../../../packages/stats/corpus"

type tolerance struct{ Relative, Absolute float64 }

type corpusCase struct {
	Name, Origin string
	Input        json.RawMessage
	Expected     any
	Tolerance    tolerance
}

func readCases(t *testing.T) map[string][]corpusCase {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(corpus, "*.json"))
	if err != nil || len(files) < 6 {
		t.Fatalf("%d files of the corpus, %v", len(files), err)
	}
	all := map[string][]corpusCase{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var cases []corpusCase
		if err := json.Unmarshal(text, &cases); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all[filepath.Base(file)] = cases
	}
	return all
}

func TestTheCorpus(t *testing.T) {
	for file, cases := range readCases(t) {
		t.Run(file, func(t *testing.T) {
			for _, c := range cases {
				for _, difference := range differences(answerOf(t, c.Input), c.Expected, c.Tolerance, "") {
					t.Errorf("%s: %s", c.Name, difference)
				}
			}
		})
	}
}

func answerOf(t *testing.T, input []byte) any {
	t.Helper()
	text, err := problem.Answer(input)
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	var answer any
	if err := json.Unmarshal(text, &answer); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return answer
}

// differences says where an answer departs from what is expected of it: every expected key must be there, lists must be as
// long, numbers agree within max(absolute, relative·|expected|). Keys that nobody expects are free.
func differences(answer, expected any, tol tolerance, path string) []string {
	switch e := expected.(type) {
	case float64:
		a, ok := answer.(float64)
		if !ok || !(math.Abs(a-e) <= max(tol.Absolute, tol.Relative*math.Abs(e))) {
			return []string{fmt.Sprintf("%s: %v, expected %v", path, answer, e)}
		}
	case []any:
		a, ok := answer.([]any)
		if !ok || len(a) != len(e) {
			return []string{fmt.Sprintf("%s: %v, expected %d entries", path, answer, len(e))}
		}
		var out []string
		for i := range e {
			out = append(out, differences(a[i], e[i], tol, fmt.Sprintf("%s[%d]", path, i))...)
		}
		return out
	case map[string]any:
		a, ok := answer.(map[string]any)
		if !ok {
			return []string{fmt.Sprintf("%s: %v, expected an object", path, answer)}
		}
		var out []string
		for key, value := range e {
			out = append(out, differences(a[key], value, tol, path+"."+key)...)
		}
		return out
	default:
		if answer != expected {
			return []string{fmt.Sprintf("%s: %v, expected %v", path, answer, expected)}
		}
	}
	return nil
}
