package types_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
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

func TestEveryWordOfTheVocabularyIsUnderstoodAndNoOther(t *testing.T) {
	v := types.TheVocabulary()
	var names, alertable, visits []string
	for _, queryType := range v.QueryTypes {
		names = append(names, queryType.Name)
		if queryType.Alertable {
			alertable = append(alertable, queryType.Name)
		}
	}
	for _, choice := range v.Visits {
		visits = append(visits, string(choice))
	}
	for what, lists := range map[string][2][]string{
		"query types":      {names, vocabulary.QueryTypes},
		"alertable ones":   {alertable, vocabulary.AlertableQueries},
		"choices of visit": {visits, vocabulary.VisitChoices},
		"signals":          {slices.Sorted(slices.Values(v.SignalKinds)), slices.Sorted(slices.Values(vocabulary.FoundSignals))},
	} {
		if !slices.Equal(lists[0], lists[1]) {
			t.Errorf("%s are %v, in the vocabulary %v", what, lists[0], lists[1])
		}
	}
}
