package yield

import (
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

func TestTheNumbersAreThoseOfTheVocabularyInItsOrder(t *testing.T) {
	var names []string
	for _, c := range yieldColumns {
		names = append(names, c.Name)
	}
	if !slices.Equal(names, vocabulary.YieldColumns) {
		t.Errorf("got %v, want %v", names, vocabulary.YieldColumns)
	}
}
