import { useEffect, useState } from 'react';
import { textUtil } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { sceneGraph, SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { Dropdown, LinkButton, Menu, ToolbarButton, type IconName } from '@grafana/ui';
import { linkHref } from './linkHref';
import type { DashboardLinkModel } from './model';

interface State extends SceneObjectState {
  links: DashboardLinkModel[];
}
interface Hit {
  uid: string;
  title: string;
  url: string;
}

const ICONS: Record<string, IconName> = {
  'external link': 'external-link-alt',
  dashboard: 'apps',
  question: 'question-circle',
  info: 'info-circle',
  bolt: 'bolt',
  doc: 'file-alt',
  cloud: 'cloud',
};

/** The links in a dashboard's bar. */
export class DashboardLinks extends SceneObjectBase<State> {
  static Component = ({ model }: SceneComponentProps<DashboardLinks>) => {
    const { links } = model.useState();
    const scene = model.getRoot();
    sceneGraph.getTimeRange(scene).useState();
    sceneGraph.getVariables(scene).useState();
    return (
      <>
        {links.map((link, i) =>
          link.type === 'dashboards' ? (
            <TaggedDashboards key={i} link={link} model={model} />
          ) : (
            <LinkButton
              key={i}
              icon={ICONS[link.icon ?? ''] ?? 'link'}
              variant="secondary"
              fill="outline"
              href={textUtil.sanitizeUrl(linkHref(link, scene))}
              target={link.targetBlank ? '_blank' : undefined}
              tooltip={link.tooltip}
            >
              {sceneGraph.interpolate(model, link.title)}
            </LinkButton>
          )
        )}
      </>
    );
  };
}

/** All dashboards with the link's tags: side by side, or in a menu. */
function TaggedDashboards({ link, model }: { link: DashboardLinkModel; model: DashboardLinks }) {
  const [hits, setHits] = useState<Hit[]>([]);
  const tags = link.tags.join('&tag=');
  useEffect(() => {
    getBackendSrv()
      .get<Hit[]>(`/api/search?type=dash-db&limit=100&tag=${tags}`)
      .then(
        (found) => setHits(found.filter(({ uid }) => uid !== model.getRoot().state.key)),
        () => setHits([])
      );
  }, [tags, model]);
  const href = (hit: Hit) => linkHref(link, model.getRoot(), hit.url);
  const target = link.targetBlank ? '_blank' : undefined;
  if (link.asDropdown) {
    const menu = (
      <Menu>
        {hits.map((hit) => (
          <Menu.Item key={hit.uid} label={hit.title} url={href(hit)} target={target} />
        ))}
      </Menu>
    );
    return (
      <Dropdown overlay={menu}>
        <ToolbarButton icon="bars" variant="canvas" isOpen={false}>
          {link.title}
        </ToolbarButton>
      </Dropdown>
    );
  }
  return (
    <>
      {hits.map((hit) => (
        <LinkButton key={hit.uid} icon="apps" variant="secondary" fill="outline" href={href(hit)} target={target}>
          {hit.title}
        </LinkButton>
      ))}
    </>
  );
}
