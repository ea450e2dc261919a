package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// asked is what the program answers to one line.
func asked(t *testing.T, line string) answer {
	t.Helper()
	var out strings.Builder
	if err := run(strings.NewReader(strings.ReplaceAll(line, "\n", " ")+"\n"), &out); err != nil {
		t.Fatal(err)
	}
	var got answer
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

func filled(t *testing.T, text string) string {
	t.Helper()
	line, _ := json.Marshal(map[string]any{"rule": map[string]any{
		"texts":       map[string]string{"summary": text},
		"labels":      map[string]string{"position": "nozzle-4", "station": "filling"},
		"values":      map[string]any{"A": 2.4, "S": 2820, "N": nil, "P": 0.0000025, "K": 12345, "B": 1},
		"queries":     []string{"A", "S", "N"},
		"externalURL": "http://localhost:3000/",
	}})
	got := asked(t, string(line))
	if got.Error != "" {
		return "error: " + got.Error
	}
	return got.Texts["summary"]
}

func TestAnnotationsSayWhatGrafanaSays(t *testing.T) {
	for text, want := range map[string]string{
		"no template":                                          "no template",
		"{{ $labels.position }} wavers":                        "nozzle-4 wavers",
		"{{ $values.S.Value | humanizeDuration }}":             "47m 0s",
		"{{ humanize $values.A.Value }} {{ $values.A }}":       "2.4 2.4",
		"{{ humanize $values.K.Value }}":                       "12.35k",
		"{{ humanize $values.P.Value }}":                       "2.5u",
		"{{ humanize1024 2048 }}":                              "2ki",
		"{{ humanizePercentage 0.123456 }}":                    "12.35%",
		"{{ humanize $values.N.Value }}":                       "NaN",
		"{{ with $labels.line }}of {{ . }}{{ end }}":           "",
		"{{ $labels.line }}":                                   "[no value]",
		"{{ externalURL }}d/x{{ pathPrefix }}":                 "http://localhost:3000/d/x/",
		"{{ reReplaceAll \"[0-9]$\" \"n\" $labels.position }}": "nozzle-n",
		"{{ index $labels 3 }}":                                "{{ index $labels 3 }}",
		"{{ $value }}":                                         "[ var='A' value=2.4 ], [ var='B' value=1 ], [ var='K' value=12345 ], [ var='N' value=NaN ], [ var='P' value=2.5e-06 ], [ var='S' value=2820 ]",
	} {
		if got := filled(t, text); got != want {
			t.Errorf("%s: %q, not %q", text, got, want)
		}
	}
}

func TestAFunctionThatIsNotKnownIsNamed(t *testing.T) {
	if got := filled(t, "{{ stripPort $labels.position }}"); !strings.Contains(got, `function "stripPort" not defined`) {
		t.Error(got)
	}
}

func TestAValueOfASingleQueryIsANumber(t *testing.T) {
	got := asked(t, `{"rule":{"texts":{"a":"{{ $value }}"},"values":{"A":3,"B":1},"queries":["A"]}}`)
	if got.Texts["a"] != "3" {
		t.Error(got)
	}
}

func TestAMessageListsWhatFiresAndMayCallTemplates(t *testing.T) {
	got := asked(t, `{"message":{"templates":["{{ define \"line\" }}{{ .Labels.position | toUpper }}|{{ data.ToJSON .Labels.gone }}{{ end }}"],
		"text":"{{ range .Alerts.Firing }}{{ template \"line\" . }} {{ .StartsAt.UTC.Format \"15:04\" }}{{ end }}{{ len .Alerts.Resolved }}{{ tmpl.Exec \"line\" (index .Alerts 1) }}",
		"data":{"alerts":[{"status":"firing","labels":{"position":"nozzle \"4\""},"startsAt":"2026-01-15T11:59:00Z"},{"status":"resolved","labels":{"position":"b"}}]}}}`)
	if got.Error != "" || got.Text != `NOZZLE "4"|"" 11:591B|""` {
		t.Errorf("%+v", got)
	}
}

func TestATemplateThatIsNotThereIsNamed(t *testing.T) {
	got := asked(t, `{"message":{"text":"{{ template \"default.message\" . }}"}}`)
	if !strings.Contains(got.Error, "default.message") {
		t.Error(got)
	}
}

func TestWhatIsNoRequestIsAnsweredByASentence(t *testing.T) {
	for _, line := range []string{"{", "{}", `{"nonsense":1}`} {
		if asked(t, line).Error == "" {
			t.Errorf("%s was answered", line)
		}
	}
}
