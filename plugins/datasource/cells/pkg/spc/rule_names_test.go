package spc_test

import (
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

func TestTheRulesAreThoseOfTheVocabularyInItsOrder(t *testing.T) {
	var ids []string
	for _, rule := range spc.Rules {
		ids = append(ids, rule.ID)
	}
	if !slices.Equal(ids, vocabulary.RuleIDs) {
		t.Errorf("got %v, want %v", ids, vocabulary.RuleIDs)
	}
}
