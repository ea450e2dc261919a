package plugin

import (
	"errors"
	"fmt"
	"net/url"
)

// influxServer is one entry of jsonData.servers. Every Viewer receives jsonData: nothing secret may stand in it.
type influxServer struct {
	// URL is the address of InfluxDB, as Grafana's server reaches it; a path before /query is allowed.
	URL string `json:"url"`
	// Sites and Databases belong to data sources of several servers, which are not there yet: refused rather than ignored.
	Sites     []string          `json:"sites"`
	Databases map[string]string `json:"databases"`
}

// addressInURL says why nothing is answered while the data source's own url holds an address.
const addressInURL = "This data source answers nothing, because its url is not empty: Grafana hands every path of that address on " +
	"for anyone who may see a dashboard, so that they could read, write and drop databases. Open its settings as an " +
	"administrator and save them (the address moves to servers), or provision jsonData.servers: [{url: …}] and no url."

// address gives the one server's address, empty when none is stated.
func address(servers []influxServer) (string, error) {
	switch {
	case len(servers) == 0:
		return "", nil
	case len(servers) > 1:
		return "", fmt.Errorf("servers lists %d servers; this version reads one", len(servers))
	case len(servers[0].Sites) > 0 || len(servers[0].Databases) > 0:
		return "", errors.New("servers[0] states sites or databases; with one server they belong beside servers, in sites and databases")
	case servers[0].URL == "":
		return "", nil
	}
	return servers[0].URL, checkAddress(servers[0].URL)
}

// checkAddress refuses what is no plain address. The text is repeated only where it cannot hold a password.
func checkAddress(text string) error {
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return errors.New("the URL of InfluxDB cannot be read; write an address like http://influxdb:8086")
	case u.User != nil:
		return errors.New("the URL of InfluxDB holds a user or password, and every Viewer receives it: " +
			"write the user into user, the password into the secret password, and only http://host:port into the URL")
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
		return errors.New("the URL of InfluxDB holds a ? or #, where a password may stand, and every Viewer receives it: write only http://host:port")
	case (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "":
		return fmt.Errorf("the URL %q is not an address like http://influxdb:8086", text)
	}
	return nil
}
