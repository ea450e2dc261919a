package spc_test

import (
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

func TestTheRulesAndTheirSetsAreThoseOfTheVocabularyInItsOrder(t *testing.T) {
	var ids []string
	for _, rule := range spc.Rules {
		ids = append(ids, rule.ID)
		if set := vocabulary.RuleIDSet[rule.ID]; set != rule.Set {
			t.Errorf("rule %s is of set %s, in the vocabulary of %s", rule.ID, rule.Set, set)
		}
	}
	if !slices.Equal(ids, vocabulary.RuleIDs) {
		t.Errorf("got %v, want %v", ids, vocabulary.RuleIDs)
	}
}
