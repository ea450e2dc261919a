package plugin

import (
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

func TestTheAddressIsThatOfTheOneServer(t *testing.T) {
	for _, address := range []string{"http://influxdb:8086", "https://gateway.plant/influx/", "http://[::1]:8086"} {
		s, err := parseSettings(backend.DataSourceInstanceSettings{JSONData: []byte(withAddress(address, `{"queryTimeout":"5s"}`))})
		if err != nil || s.URL != address {
			t.Errorf("%s became %q, %v", address, s.URL, err)
		}
	}
}

func TestAnAddressThatTellsASecretOrIsNoneIsRefused(t *testing.T) {
	for servers, want := range map[string]string{
		`[{"url":"http://u:hunter2@influxdb:8086"}]`:                      "holds a user or password",
		`[{"url":"http://hunter2@influxdb:8086"}]`:                        "holds a user or password",
		`[{"url":"http://influxdb:8086?p=hunter2"}]`:                      "holds a ? or #",
		`[{"url":"http://influxdb:8086#hunter2"}]`:                        "holds a ? or #",
		`[{"url":"http://u:hunter2@inf luxdb:8086"}]`:                     "cannot be read",
		`[{"url":"influxdb:8086"}]`:                                       "is not an address like",
		`[{"url":"http://:8086"}]`:                                        "is not an address like",
		`[{"url":"ftp://influxdb"}]`:                                      "is not an address like",
		`[{"url":"unix:///run/influx.sock"}]`:                             "is not an address like",
		`[{"url":"http://a:8086"},{"url":"http://b:8086"}]`:               "lists 2 servers; this version reads one",
		`[{"url":"http://a:8086","sites":["de1"]}]`:                       "states sites or databases",
		`[{"url":"http://a:8086","databases":{"visits":"other_visits"}}]`: "states sites or databases",
		`["http://a:8086"]`:                                               "cannot be read",
		`{"url":"http://a:8086"}`:                                         "cannot be read",
	} {
		_, err := parseSettings(backend.DataSourceInstanceSettings{JSONData: []byte(`{"servers":` + servers + `}`)})
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: %v, want …%s… without the password", servers, err, want)
		}
	}
}
