import { sceneGraph, SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { PanelChrome } from '@grafana/ui';
import type { LinkModel } from '@grafana/data';

interface State extends SceneObjectState {
  links: Array<{ title: string; url: string; targetBlank?: boolean }>;
}

/** The links in a panel's header, with variables put in when they are shown. */
export class PanelLinks extends SceneObjectBase<State> {
  static Component = ({ model }: SceneComponentProps<PanelLinks>) => {
    const { links } = model.useState();
    const resolve = (): LinkModel[] =>
      links.map(({ title, url, targetBlank }) => ({
        title: sceneGraph.interpolate(model, title),
        href: sceneGraph.interpolate(model, url),
        target: targetBlank ? '_blank' : '_self',
        origin: undefined,
      }));
    const [only] = resolve();
    if (links.length === 1 && only) {
      return (
        <PanelChrome.TitleItem href={only.href} target={only.target} title={only.title}>
          {only.title}
        </PanelChrome.TitleItem>
      );
    }
    return (
      <>
        {resolve().map((link) => (
          <PanelChrome.TitleItem key={link.href} href={link.href} target={link.target} title={link.title}>
            {link.title}
          </PanelChrome.TitleItem>
        ))}
      </>
    );
  };
}
