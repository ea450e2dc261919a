import { css, cx } from '@emotion/css';
import { renderMarkdown, renderTextPanelMarkdown, textUtil, type PanelProps } from '@grafana/data';
import { ScrollContainer } from '@grafana/ui';

export interface TextOptions {
  mode: 'markdown' | 'html' | 'code';
  content: string;
}

/** Variables are put in before Markdown is rendered, and everything is sanitised, as in Grafana. */
export function TextPanel({ options, replaceVariables }: PanelProps<TextOptions>) {
  const { mode, content } = options;
  if (mode === 'code') {
    return <pre className={css({ height: '100%', margin: 0 })}>{replaceVariables(content)}</pre>;
  }
  const html =
    mode === 'html'
      ? textUtil.sanitizeTextPanelContent(replaceVariables(content, {}, 'html'))
      : renderTextPanelMarkdown(replaceVariables(content, {}, 'html')) || renderMarkdown(content);
  return (
    <ScrollContainer minHeight="100%">
      <div className={cx('markdown-html', css({ height: '100%' }))} dangerouslySetInnerHTML={{ __html: html }} />
    </ScrollContainer>
  );
}
