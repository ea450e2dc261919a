// Package plugin speaks Grafana: settings, queries, health, resources, streams. It is the only place that classifies errors.
package plugin

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/gtime"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// settings is what the configuration editor stores; docs/datasource.md lists the keys.
type settings struct {
	// URL is the address of the one server.
	URL     string         `json:"-"`
	Servers []influxServer `json:"servers"`
	// Authentication is none, basic (1.x), token (2.x) or bearer (3).
	Authentication source.AuthKind     `json:"authentication"`
	User           string              `json:"user"`
	DatabasePrefix *string             `json:"databasePrefix"`
	Databases      source.Databases    `json:"databases"`
	QueryTimeout   string              `json:"queryTimeout"`
	MaxRows        int                 `json:"maxRows"`
	MaxCells       int                 `json:"maxCells"`
	MaxMegabytes   int64               `json:"maxMegabytes"`
	Compress       bool                `json:"compress"`
	Sites          []string            `json:"sites"`
	PersonalData   source.PersonalData `json:"personalData"`
	// WriteUser stores what people say; queries never use it. With tokens it is empty and the secret is a token.
	WriteUser string `json:"writeUser"`
	// ActionLogins may say what Editors may, whatever their role.
	ActionLogins []string `json:"actionLogins"`
	// LimitEditors may change control limits and the plan as Admins may, whatever their role.
	LimitEditors []string `json:"limitEditors"`

	secret, writeSecret string
	timeout             time.Duration
}

const (
	defaultPrefix       = "cellthread_"
	defaultQueryTimeout = 30 * time.Second
	defaultMaxRows      = 1_000_000
	defaultMaxCells     = 200_000
	defaultMaxMegabytes = 512
)

func parseSettings(raw backend.DataSourceInstanceSettings) (settings, error) {
	var s settings
	if raw.URL != "" {
		return s, errors.New(addressInURL)
	}
	if len(raw.JSONData) > 0 {
		if err := json.Unmarshal(raw.JSONData, &s); err != nil {
			return s, fmt.Errorf("the datasource's settings cannot be read: %w", err)
		}
	}
	var err error
	if s.URL, err = address(s.Servers); err != nil {
		return s, fmt.Errorf("the datasource's settings: %w", err)
	}
	s.setDefaults()
	if err := s.validate(); err != nil {
		return s, err
	}
	return s, s.readSecrets(raw.DecryptedSecureJSONData)
}

func (s *settings) setDefaults() {
	prefix := defaultPrefix
	if s.DatabasePrefix != nil {
		prefix = *s.DatabasePrefix
	}
	for name, database := range map[string]*string{
		"visits": &s.Databases.Visits, "index": &s.Databases.Index, "record": &s.Databases.Record,
		"curve": &s.Databases.Curve, "rejected": &s.Databases.Rejected,
	} {
		if *database == "" {
			*database = prefix + name
		}
	}
	s.MaxRows = positiveOr(s.MaxRows, defaultMaxRows)
	s.MaxCells = positiveOr(s.MaxCells, defaultMaxCells)
	s.MaxMegabytes = positiveOr(s.MaxMegabytes, defaultMaxMegabytes)
	if s.PersonalData == "" {
		s.PersonalData = source.PersonalDataPseudonym
	}
}

func (s *settings) validate() error {
	switch s.PersonalData {
	case source.PersonalDataPseudonym, source.PersonalDataClear, source.PersonalDataOff:
	default:
		return fmt.Errorf("personalData is %q; use pseudonym, clear or off", s.PersonalData)
	}
	for _, site := range s.Sites {
		if err := source.CheckIdentifier("site", site); err != nil {
			return fmt.Errorf("the datasource's sites: %w", err)
		}
	}
	return nil
}

func (s *settings) readSecrets(secure map[string]string) error {
	if s.Authentication == "" {
		switch {
		case secure["token"] != "":
			s.Authentication = source.AuthToken
		case s.User != "":
			s.Authentication = source.AuthBasic
		default:
			s.Authentication = source.AuthNone
		}
	}
	switch s.Authentication {
	case source.AuthBasic:
		s.secret = secure["password"]
	case source.AuthToken, source.AuthBearer:
		s.secret = secure["token"]
	case source.AuthNone:
	default:
		return fmt.Errorf("authentication is %q; use none, basic, token or bearer", s.Authentication)
	}
	s.writeSecret = secure["writePassword"]
	s.timeout = defaultQueryTimeout
	if s.QueryTimeout != "" {
		d, err := gtime.ParseDuration(s.QueryTimeout)
		if err != nil || d <= 0 {
			return fmt.Errorf("the query timeout %q is not a duration like 30s", s.QueryTimeout)
		}
		s.timeout = d
	}
	return nil
}

// writing is as whom the data source stores, or in a sentence what it lacks to.
func (s *settings) writing() (auth source.Auth, lacks string) {
	const todo = "This data source stores nothing: its settings lack %s. Enter them in its settings (Writing), or provision them; " +
		"they are the login of a database user who may write the databases %s, %s and %s, another than the one that reads."
	auth = source.Auth{Kind: s.Authentication, User: s.WriteUser, Secret: s.writeSecret}
	if auth.Kind == source.AuthNone && auth.Secret != "" {
		auth.Kind = source.AuthBasic
	}
	var missing []string
	if s.WriteUser == "" && (auth.Kind == source.AuthBasic || auth.Kind == source.AuthNone) {
		missing = append(missing, "writeUser")
	}
	if s.writeSecret == "" && auth.Kind != source.AuthNone {
		missing = append(missing, "writePassword")
	}
	if len(missing) > 0 {
		return auth, fmt.Sprintf(todo, strings.Join(missing, " and "), s.Databases.Visits, s.Databases.Record, s.Databases.Index)
	}
	return auth, ""
}

func positiveOr[T int | int64](v, otherwise T) T {
	if v > 0 {
		return v
	}
	return otherwise
}
