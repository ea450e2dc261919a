package types_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types"
)

// The editors are tested against this file, so that both sides know the same words. -update rewrites it.
func TestVocabularyIsTheOneThatEditorsKnow(t *testing.T) {
	const file = "testdata/vocabulary.json"
	got, err := json.MarshalIndent(types.TheVocabulary(), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	if *update {
		if err := os.WriteFile(file, got, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
