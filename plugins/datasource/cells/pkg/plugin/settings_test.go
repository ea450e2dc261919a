package plugin

import (
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestSettingsHaveDefaults(t *testing.T) {
	s, err := parseSettings(backend.DataSourceInstanceSettings{JSONData: []byte(`{"servers":[{"url":"http://influxdb:8086"}]}`)})
	if err != nil {
		t.Fatal(err)
	}
	if s.Databases.Visits != "cellthread_visits" || s.Databases.Rejected != "cellthread_rejected" || s.timeout != 30*time.Second ||
		s.MaxRows != defaultMaxRows || s.Authentication != source.AuthNone || s.PersonalData != source.PersonalDataPseudonym {
		t.Errorf("defaults are %+v", s)
	}
}

func TestSettingsNameDatabasesByPrefixOrOneByOne(t *testing.T) {
	s, err := parseSettings(backend.DataSourceInstanceSettings{JSONData: []byte(`{"databasePrefix":"de1_","databases":{"curve":"curves"}}`)})
	if err != nil || s.Databases.Visits != "de1_visits" || s.Databases.Curve != "curves" {
		t.Errorf("databases are %+v, %v", s.Databases, err)
	}
}

func TestSecretsDecideTheAuthenticationThatIsNotStated(t *testing.T) {
	for _, c := range []struct {
		json   string
		secure map[string]string
		want   source.AuthKind
		secret string
	}{
		{`{}`, nil, source.AuthNone, ""},
		{`{"user":"grafana"}`, map[string]string{"password": "p"}, source.AuthBasic, "p"},
		{`{}`, map[string]string{"token": "t"}, source.AuthToken, "t"},
		{`{"authentication":"bearer"}`, map[string]string{"token": "t"}, source.AuthBearer, "t"},
	} {
		s, err := parseSettings(backend.DataSourceInstanceSettings{JSONData: []byte(c.json), DecryptedSecureJSONData: c.secure})
		if err != nil || s.Authentication != c.want || s.secret != c.secret {
			t.Errorf("%s: %s %q, %v", c.json, s.Authentication, s.secret, err)
		}
	}
}

func TestWrongSettingsAreToldInASentence(t *testing.T) {
	for json, want := range map[string]string{
		`{"queryTimeout":"soon"}`:     `"soon" is not a duration like 30s`,
		`{"authentication":"digest"}`: "use none, basic, token or bearer",
		`{"personalData":"public"}`:   "use pseudonym, clear or off",
		`{"maxRows":"many"}`:          "cannot be read",
		`{"sites":["a b"]}`:           "is not an identifier",
	} {
		_, err := parseSettings(backend.DataSourceInstanceSettings{JSONData: []byte(json)})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want …%s…", json, err, want)
		}
	}
}
